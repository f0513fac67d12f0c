<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi">
<context>
    <name>BlockShaper</name>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Show more: %1 characters are hidden</source>
        <translation>Xem thêm: %1 ký tự đang ẩn</translation>
    </message>
    <message>
        <source>Not shown: %1 more rows, %2 more columns. Copy the message to see them.</source>
        <translation>Chưa hiển thị: thêm %1 hàng, %2 cột. Hãy sao chép tin nhắn để xem.</translation>
    </message>
</context>
<context>
    <name>BudgetMeter</name>
    <message>
        <source>Context budget</source>
        <translation>Ngân sách ngữ cảnh</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>tokens used, tokens of the window</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 of %2, estimated</source>
        <comment>tokens used, tokens of the window</comment>
        <translation>%1 / %2, ước lượng</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>khoảng %1</translation>
    </message>
    <message>
        <source>no price known</source>
        <translation>chưa rõ giá</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>tokens, cost</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 full · %3</source>
        <comment>tokens, per cent, cost</comment>
        <translation>%1 · đầy %2 · %3</translation>
    </message>
    <message>
        <source>%1 · over budget</source>
        <comment>tokens</comment>
        <translation>%1 · vượt ngân sách</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>part of the window: tokens</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The request: %1 of %2</source>
        <translation>Yêu cầu: %1 / %2</translation>
    </message>
    <message>
        <source>Over budget by %1</source>
        <translation>Vượt ngân sách %1</translation>
    </message>
    <message>
        <source>Tokens are %1</source>
        <translation>Số token: %1</translation>
    </message>
    <message>
        <source>Cost of this request, without the answer: %1</source>
        <translation>Chi phí của yêu cầu này, chưa kể câu trả lời: %1</translation>
    </message>
    <message>
        <source>No price is known for this model</source>
        <translation>Chưa rõ giá của mô hình này</translation>
    </message>
    <message numerus="yes">
        <source>Over budget by %1. The oldest %n messages would have to go.</source>
        <translation>
            <numerusform>Vượt ngân sách %1. Cần lược bỏ %n tin nhắn cũ nhất.</numerusform>
        </translation>
    </message>
    <message>
        <source>Over budget by %1. Nothing is sent like this.</source>
        <translation>Vượt ngân sách %1. Không thể gửi như thế này.</translation>
    </message>
    <message>
        <source>Use %1 (%2)</source>
        <comment>strategy, tokens</comment>
        <translation>Dùng %1 (%2)</translation>
    </message>
    <message>
        <source>Shorten the question</source>
        <translation>Rút ngắn câu hỏi</translation>
    </message>
    <message>
        <source>Choose messages</source>
        <translation>Chọn tin nhắn</translation>
    </message>
    <message>
        <source>The message is too long and would be sent without %1 of it.</source>
        <translation>Tin nhắn quá dài: %1 sẽ không được gửi.</translation>
    </message>
</context>
<context>
    <name>CacheCard</name>
    <message>
        <source>Shared cache of contexts</source>
        <translation>Bộ nhớ đệm ngữ cảnh dùng chung</translation>
    </message>
    <message>
        <source>Address of the team&apos;s Redis</source>
        <translation>Địa chỉ Redis của nhóm</translation>
    </message>
    <message>
        <source>Set by SKEIN_REDIS where the program was started.</source>
        <translation>Do SKEIN_REDIS đặt khi khởi động chương trình.</translation>
    </message>
    <message>
        <source>What one of the team has worked out, the others need not work out again. Nobody waits for it, and nothing is lost without it. Empty: none.</source>
        <translation>Điều một người trong nhóm đã tính, những người khác không phải tính lại. Không ai phải chờ nó, và thiếu nó cũng không mất gì. Để trống: không dùng.</translation>
    </message>
    <message>
        <source>Its password</source>
        <translation>Mật khẩu của nó</translation>
    </message>
    <message>
        <source>Another address asks for the password again.</source>
        <translation>Địa chỉ khác sẽ hỏi lại mật khẩu.</translation>
    </message>
    <message>
        <source>Whether it answers</source>
        <translation>Có trả lời không</translation>
    </message>
    <message>
        <source>No address is set.</source>
        <translation>Chưa đặt địa chỉ.</translation>
    </message>
    <message>
        <source>Not asked yet.</source>
        <translation>Chưa hỏi.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Thử</translation>
    </message>
    <message>
        <source>Ask the shared cache</source>
        <translation>Hỏi thử bộ nhớ đệm dùng chung</translation>
    </message>
</context>
<context>
    <name>CanaryCard</name>
    <message>
        <source>Canary</source>
        <translation>Thử dần (canary)</translation>
    </message>
    <message>
        <source>Provider to be tried</source>
        <translation>Nhà cung cấp được thử</translation>
    </message>
    <message>
        <source>Compared with</source>
        <translation>So với</translation>
    </message>
    <message>
        <source>Steps, in percent</source>
        <translation>Các bước, theo phần trăm</translation>
    </message>
    <message>
        <source>More errors that are tolerated</source>
        <translation>Mức lỗi tăng thêm được chấp nhận</translation>
    </message>
    <message>
        <source>Slow answers that are tolerated</source>
        <translation>Tỷ lệ trả lời chậm được chấp nhận</translation>
    </message>
    <message>
        <source>How many of its answers may be slower than 95% of the other one&apos;s.</source>
        <translation>Bao nhiêu câu trả lời được phép chậm hơn 95% câu trả lời của bên kia.</translation>
    </message>
    <message>
        <source>Requests of each before a verdict</source>
        <translation>Số yêu cầu mỗi bên trước khi kết luận</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Make it the main one</source>
        <translation>Đặt làm chính</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Rút lại</translation>
    </message>
    <message>
        <source>Choose two different providers.</source>
        <translation>Hãy chọn hai nhà cung cấp khác nhau.</translation>
    </message>
    <message>
        <source>The steps must be rising percentages, such as 1, 5, 25, 50.</source>
        <translation>Các bước phải là những tỷ lệ phần trăm tăng dần, chẳng hạn 1, 5, 25, 50.</translation>
    </message>
</context>
<context>
    <name>CanaryText</name>
    <message>
        <source>Not enough data yet: too few requests.</source>
        <translation>Chưa đủ dữ liệu: còn quá ít yêu cầu.</translation>
    </message>
    <message>
        <source>Not enough data yet: the figures do not tell for certain.</source>
        <translation>Chưa đủ dữ liệu: số liệu chưa cho phép khẳng định.</translation>
    </message>
    <message>
        <source>Not worse than the other one.</source>
        <translation>Không kém bên kia.</translation>
    </message>
    <message>
        <source>Worse: more errors, beyond chance.</source>
        <translation>Kém hơn: nhiều lỗi hơn, không phải ngẫu nhiên.</translation>
    </message>
    <message>
        <source>Worse: slower, beyond chance.</source>
        <translation>Kém hơn: chậm hơn, không phải ngẫu nhiên.</translation>
    </message>
    <message>
        <source>Who was assigned does not fit the shares, so the figures mean nothing. It is not raised.</source>
        <translation>Việc phân bổ không khớp với tỷ lệ nên số liệu không có ý nghĩa. Tỷ lệ không được tăng.</translation>
    </message>
    <message>
        <source>Send a small share of new conversations to another provider first. It is raised step by step while it is not worse, and taken back by itself when it is.</source>
        <translation>Trước hết gửi một phần nhỏ cuộc trò chuyện mới tới một nhà cung cấp khác. Tỷ lệ được tăng từng bước khi bên đó không kém hơn, và tự động rút lại khi kém hơn.</translation>
    </message>
    <message>
        <source>“%1” gets %2 of what it shares with “%3”.</source>
        <translation>“%1” nhận %2 trong phần chia cùng “%3”.</translation>
    </message>
    <message>
        <source>“%1” has passed all steps and stays at %2. Make it the main one, or take it back.</source>
        <translation>“%1” đã qua mọi bước và giữ ở %2. Hãy đặt làm chính hoặc rút lại.</translation>
    </message>
    <message>
        <source>“%1” was taken back; all go to “%2” again.</source>
        <translation>“%1” đã được rút lại; tất cả lại đến “%2”.</translation>
    </message>
    <message>
        <source>“%1” has taken the place of “%2”.</source>
        <translation>“%1” đã thay thế “%2”.</translation>
    </message>
    <message>
        <source>The weights were changed by hand, so nothing guards “%1” any more.</source>
        <translation>Trọng số đã được sửa bằng tay nên “%1” không còn được giám sát.</translation>
    </message>
    <message>
        <source>%1 Errors: %2 of %3 requests, against %4 of %5. Slower than most of the other one&apos;s answers: %6.</source>
        <translation>%1 Lỗi: %2 trên %3 yêu cầu, so với %4 trên %5. Chậm hơn phần lớn câu trả lời của bên kia: %6.</translation>
    </message>
    <message>
        <source>%1: begun with %2.</source>
        <translation>%1: bắt đầu với %2.</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <translation>%1: %2. %3</translation>
    </message>
    <message>
        <source>%1: taken back. %2</source>
        <translation>%1: đã rút lại. %2</translation>
    </message>
    <message>
        <source>%1: taken back by hand.</source>
        <translation>%1: rút lại bằng tay.</translation>
    </message>
    <message>
        <source>%1: made the main one by hand.</source>
        <translation>%1: đặt làm chính bằng tay.</translation>
    </message>
    <message>
        <source>%1: weights changed by hand, to %2.</source>
        <translation>%1: trọng số sửa bằng tay, thành %2.</translation>
    </message>
</context>
<context>
    <name>CardFigures</name>
    <message>
        <source>Sent</source>
        <translation>Được gửi</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Tin nhắn</translation>
    </message>
    <message>
        <source>Per call</source>
        <translation>Mỗi lần gọi</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Đã lưu đệm</translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>Mỗi tháng</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>All needed</source>
        <translation>Đủ cả</translation>
    </message>
    <message>
        <source>%1 of %2 tokens that the request may have</source>
        <translation>%1 / %2 token mà yêu cầu được phép có</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>messages sent, messages of the conversation</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Messages that are sent, in full or in part</source>
        <translation>Tin nhắn được gửi, nguyên văn hoặc một phần</translation>
    </message>
    <message numerus="yes">
        <source>Mean share of the marked messages that are sent, for %Ln probe(s); in brackets the interval in which it lies in 95 of 100 drawings of the probes</source>
        <translation>
            <numerusform>Tỷ lệ trung bình các tin nhắn được đánh dấu mà thẻ gửi đi, với %Ln phép thử; trong ngoặc là khoảng chứa nó ở 95 trên 100 lần rút lại phép thử</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>share, number of probes</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Share of the probes for which everything marked is sent</source>
        <translation>Tỷ lệ phép thử mà mọi tin nhắn được đánh dấu đều được gửi</translation>
    </message>
    <message>
        <source>The request is over its budget and would not be sent</source>
        <translation>Yêu cầu vượt ngân sách và sẽ không được gửi</translation>
    </message>
    <message>
        <source>Share of the requests so far that a provider&apos;s cache would have served</source>
        <translation>Tỷ lệ các yêu cầu đến nay mà bộ đệm của nhà cung cấp có thể phục vụ</translation>
    </message>
    <message>
        <source>%1 tokens, %2 of them from the cache, and an answer of %3</source>
        <translation>%1 token, trong đó %2 từ bộ đệm, và câu trả lời %3 token</translation>
    </message>
    <message>
        <source>Thirty days with %1 calls each</source>
        <translation>Ba mươi ngày, mỗi ngày %1 lần gọi</translation>
    </message>
</context>
<context>
    <name>CardHeader</name>
    <message>
        <source>Cards</source>
        <translation>Thẻ</translation>
    </message>
</context>
<context>
    <name>ChargeTableModel</name>
    <message>
        <source>%1 %2</source>
        <comment>day, time of day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>pattern of a date without year</comment>
        <translation>dd/MM</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Thời điểm</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Cuộc trò chuyện</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Chiến lược</translation>
    </message>
    <message>
        <source>Tokens sent</source>
        <translation>Token gửi</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>Từ bộ đệm</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Chi phí</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>Cơ sở tính</translation>
    </message>
    <message>
        <source>%1, priced anew</source>
        <comment>what a price rests on</comment>
        <translation>%1, đã tính lại giá</translation>
    </message>
    <message>
        <source>Price: %1</source>
        <comment>id of a row of the price list</comment>
        <translation>Giá: %1</translation>
    </message>
    <message>
        <source>Tier of service: %1</source>
        <translation>Hạng dịch vụ: %1</translation>
    </message>
</context>
<context>
    <name>Chat</name>
    <message>
        <source>You are changing an earlier message. Sending it begins a new branch; the old one stays.</source>
        <translation>Bạn đang sửa một tin nhắn trước đó. Khi gửi, một nhánh mới bắt đầu; nhánh cũ vẫn được giữ.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>The answer was cut because it reached the largest length that the settings allow.</source>
        <translation>Câu trả lời bị cắt vì đã đạt độ dài tối đa mà cài đặt cho phép.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Tiếp tục</translation>
    </message>
    <message>
        <source>Please continue where you stopped.</source>
        <comment>sent to the model</comment>
        <translation>Vui lòng tiếp tục từ chỗ bạn đã dừng.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>%1 Try %2 of %3 asks %4 now.</source>
        <translation>%1 Lần thử %2/%3 hỏi %4 ngay bây giờ.</translation>
    </message>
    <message>
        <source>%1 Try %2 of %3 asks %4 in %5, at %6.</source>
        <translation>%1 Lần thử %2/%3 sẽ hỏi %4 sau %5, lúc %6.</translation>
    </message>
    <message>
        <source>“%1” did not answer, so “%2” did.</source>
        <translation>“%1” không trả lời nên “%2” đã trả lời thay.</translation>
    </message>
    <message>
        <source>(none)</source>
        <comment>tags</comment>
        <translation>(không có)</translation>
    </message>
    <message>
        <source>as in the settings</source>
        <translation>như trong cài đặt</translation>
    </message>
    <message>
        <source>Somebody else has written here at the same time. Both are kept, as branches.</source>
        <translation>Có người khác vừa viết ở đây cùng lúc. Cả hai đều được giữ lại thành các nhánh.</translation>
    </message>
    <message>
        <source>Show the other branch</source>
        <translation>Xem nhánh kia</translation>
    </message>
    <message>
        <source>Somebody else has erased this conversation. You still see what it was.</source>
        <translation>Người khác đã xóa cuộc trò chuyện này. Bạn vẫn đang xem nội dung trước khi xóa.</translation>
    </message>
    <message>
        <source>Use mine</source>
        <translation>Dùng của tôi</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Giữ của người kia</translation>
    </message>
    <message>
        <source>Meanwhile somebody else has renamed this conversation to &quot;%1&quot;. Your title, &quot;%2&quot;, was not saved.</source>
        <translation>Trong lúc đó người khác đã đổi tên cuộc trò chuyện này thành &quot;%1&quot;. Tên của bạn, &quot;%2&quot;, chưa được lưu.</translation>
    </message>
    <message>
        <source>Meanwhile somebody else has set its tags to %1. Yours, %2, were not saved.</source>
        <translation>Trong lúc đó người khác đã đặt nhãn thành %1. Nhãn của bạn, %2, chưa được lưu.</translation>
    </message>
    <message>
        <source>Meanwhile somebody else has chosen &quot;%1&quot; here. Your choice, &quot;%2&quot;, was not saved.</source>
        <translation>Trong lúc đó người khác đã chọn &quot;%1&quot; ở đây. Lựa chọn của bạn, &quot;%2&quot;, chưa được lưu.</translation>
    </message>
    <message>
        <source>Meanwhile somebody else has changed the same here. Yours was not saved.</source>
        <translation>Trong lúc đó người khác đã sửa cùng chỗ này. Thay đổi của bạn chưa được lưu.</translation>
    </message>
</context>
<context>
    <name>ChatsPage</name>
    <message>
        <source>Conversations</source>
        <translation>Cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>Trình kiểm tra</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Go to a conversation or run a command</source>
        <translation>Mở cuộc trò chuyện hoặc chạy lệnh</translation>
    </message>
    <message>
        <source>Commands and conversations</source>
        <translation>Lệnh và cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>Bảng lệnh</translation>
    </message>
    <message>
        <source>No matches. Try fewer letters.</source>
        <translation>Không có kết quả. Hãy thử ít chữ hơn.</translation>
    </message>
</context>
<context>
    <name>CompareCard</name>
    <message>
        <source>%1 tokens sent, %2 received</source>
        <translation>Gửi %1 token, nhận %2</translation>
    </message>
    <message>
        <source>%1 (estimated)</source>
        <translation>%1 (ước tính)</translation>
    </message>
    <message>
        <source>First token after %1, all after %2</source>
        <translation>Token đầu tiên sau %1, toàn bộ sau %2</translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation>Chi phí: %1</translation>
    </message>
    <message>
        <source>Cost: no price is known</source>
        <translation>Chi phí: chưa biết giá</translation>
    </message>
    <message>
        <source>Compare two providers</source>
        <translation>So sánh hai nhà cung cấp</translation>
    </message>
    <message>
        <source>Both are asked the same question at the same time. The answers are charged and not kept.</source>
        <translation>Cả hai được hỏi cùng một câu cùng lúc. Câu trả lời được tính phí và không được lưu.</translation>
    </message>
    <message>
        <source>A question as your customers ask it</source>
        <translation>Một câu hỏi như khách hàng của bạn vẫn hỏi</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Ask both</source>
        <translation>Hỏi cả hai</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Provider on the left</source>
        <translation>Nhà cung cấp bên trái</translation>
    </message>
    <message>
        <source>Provider on the right</source>
        <translation>Nhà cung cấp bên phải</translation>
    </message>
    <message>
        <source>Answer on the left</source>
        <translation>Câu trả lời bên trái</translation>
    </message>
    <message>
        <source>Answer on the right</source>
        <translation>Câu trả lời bên phải</translation>
    </message>
    <message>
        <source>No answer.</source>
        <translation>Không có câu trả lời.</translation>
    </message>
    <message>
        <source>Waiting for the answer…</source>
        <translation>Đang chờ câu trả lời…</translation>
    </message>
    <message>
        <source>Type a question first.</source>
        <translation>Hãy nhập câu hỏi trước.</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Write a message, or / for a template</source>
        <translation>Viết tin nhắn, hoặc gõ / để chọn mẫu</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Tin nhắn</translation>
    </message>
    <message>
        <source>%1 is not filled in yet. Send again to send it as it is.</source>
        <translation>%1 chưa được điền. Hãy gửi lần nữa để gửi nguyên như vậy.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Gửi</translation>
    </message>
    <message>
        <source>Stop the answer (Esc)</source>
        <translation>Dừng câu trả lời (Esc)</translation>
    </message>
    <message>
        <source>Send (Enter); Shift+Enter begins a new line</source>
        <translation>Gửi (Enter); Shift+Enter để xuống dòng</translation>
    </message>
    <message>
        <source>Send (Ctrl+Enter); Enter begins a new line</source>
        <translation>Gửi (Ctrl+Enter); Enter để xuống dòng</translation>
    </message>
</context>
<context>
    <name>ContextPage</name>
    <message>
        <source>Messages and their verdicts</source>
        <translation>Tin nhắn và quyết định cho từng tin nhắn</translation>
    </message>
    <message>
        <source>Which messages to list</source>
        <translation>Chọn tin nhắn cần liệt kê</translation>
    </message>
    <message>
        <source>All messages</source>
        <translation>Mọi tin nhắn</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Được gửi</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Không gửi</translation>
    </message>
    <message>
        <source>Order of the list</source>
        <translation>Thứ tự danh sách</translation>
    </message>
    <message>
        <source>In order</source>
        <translation>Theo thứ tự</translation>
    </message>
    <message>
        <source>Most tokens first</source>
        <translation>Nhiều token trước</translation>
    </message>
    <message>
        <source>Best score first</source>
        <translation>Điểm cao trước</translation>
    </message>
    <message>
        <source>Go to the message</source>
        <translation>Đi tới tin nhắn</translation>
    </message>
    <message>
        <source>Pin: always send it</source>
        <translation>Ghim: luôn gửi</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Lược bỏ</translation>
    </message>
    <message>
        <source>Let the strategy decide</source>
        <translation>Để chiến lược quyết định</translation>
    </message>
    <message>
        <source>What the model will see</source>
        <translation>Những gì mô hình sẽ thấy</translation>
    </message>
    <message>
        <source>Open a conversation. Every message appears here with its tokens and the reason why it is sent or left out, before anything is sent.</source>
        <translation>Hãy mở một cuộc trò chuyện. Mỗi tin nhắn hiện ở đây cùng số token và lý do được gửi hay bị lược bỏ, trước khi gửi bất cứ gì.</translation>
    </message>
    <message>
        <source>Reading the plan</source>
        <translation>Đang đọc kế hoạch</translation>
    </message>
    <message>
        <source>It is being read from the store.</source>
        <translation>Đang đọc từ kho dữ liệu.</translation>
    </message>
    <message>
        <source>No plan is kept for this answer</source>
        <translation>Không lưu kế hoạch nào cho câu trả lời này</translation>
    </message>
    <message>
        <source>It was imported, or answered by another program. What was sent for it is not known.</source>
        <translation>Câu trả lời này được nhập vào, hoặc do chương trình khác nhận. Không rõ khi đó đã gửi những gì.</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>tokens used, tokens allowed</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>tokens of the request, of what it may hold · %1</source>
        <translation>token của yêu cầu / mức cho phép · %1</translation>
    </message>
    <message>
        <source>over budget by %1 · %2</source>
        <translation>vượt ngân sách %1 · %2</translation>
    </message>
    <message>
        <source>hatched: %1 cached</source>
        <translation>gạch chéo: %1 trong bộ nhớ đệm</translation>
    </message>
    <message>
        <source>Plans reused: %1 of %2 (%3)</source>
        <translation>Kế hoạch dùng lại: %1 trên %2 (%3)</translation>
    </message>
    <message>
        <source>The same question to the same messages is planned once in five minutes. Any change to them makes a plan anew.</source>
        <translation>Cùng một câu hỏi với cùng các tin nhắn chỉ được lập kế hoạch một lần trong năm phút. Mọi thay đổi đều khiến kế hoạch được lập lại.</translation>
    </message>
</context>
<context>
    <name>ContextStrip</name>
    <message>
        <source>Context strip</source>
        <translation>Dải ngữ cảnh</translation>
    </message>
</context>
<context>
    <name>ConversationDelegate</name>
    <message>
        <source>Title</source>
        <translation>Tiêu đề</translation>
    </message>
    <message>
        <source>Pinned</source>
        <comment>heading of a group of conversations</comment>
        <translation>Đã ghim</translation>
    </message>
    <message>
        <source>Answering…</source>
        <translation>Đang trả lời…</translation>
    </message>
    <message>
        <source>Draft: %1</source>
        <translation>Bản nháp: %1</translation>
    </message>
    <message>
        <source>Incomplete: %1</source>
        <comment>the last answer of a conversation</comment>
        <translation>Chưa trọn vẹn: %1</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Chưa có tin nhắn</translation>
    </message>
</context>
<context>
    <name>ConversationHeader</name>
    <message>
        <source>Practice</source>
        <translation>Luyện tập</translation>
    </message>
    <message>
        <source>Show or hide the list (F9)</source>
        <translation>Hiện hoặc ẩn danh sách (F9)</translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation>Hiện hoặc ẩn danh sách</translation>
    </message>
    <message>
        <source>Show or hide the inspector (F10)</source>
        <translation>Hiện hoặc ẩn Trình kiểm tra (F10)</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>Hiện hoặc ẩn Trình kiểm tra</translation>
    </message>
    <message>
        <source>Provider of this conversation</source>
        <translation>Nhà cung cấp của cuộc trò chuyện này</translation>
    </message>
    <message>
        <source>Model of this conversation</source>
        <translation>Mô hình của cuộc trò chuyện này</translation>
    </message>
    <message>
        <source>Context strategy of this conversation</source>
        <translation>Chiến lược ngữ cảnh của cuộc trò chuyện này</translation>
    </message>
    <message>
        <source>Untitled conversation</source>
        <translation>Cuộc trò chuyện chưa đặt tên</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Provider: %1</source>
        <translation>Nhà cung cấp: %1</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Mô hình: %1</translation>
    </message>
    <message>
        <source>Strategy: %1</source>
        <translation>Chiến lược: %1</translation>
    </message>
    <message>
        <source>Use model %1</source>
        <translation>Dùng mô hình %1</translation>
    </message>
    <message>
        <source>Use provider %1</source>
        <translation>Dùng nhà cung cấp %1</translation>
    </message>
    <message>
        <source>Use strategy %1</source>
        <translation>Dùng chiến lược %1</translation>
    </message>
</context>
<context>
    <name>ConversationMenu</name>
    <message>
        <source>Rename</source>
        <translation>Đổi tên</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Bỏ ghim</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Ghim</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Nhãn mới</translation>
    </message>
</context>
<context>
    <name>ConversationPanel</name>
    <message>
        <source>Search messages</source>
        <translation>Tìm tin nhắn</translation>
    </message>
    <message>
        <source>New conversation (Ctrl+N)</source>
        <translation>Cuộc trò chuyện mới (Ctrl+N)</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Cuộc trò chuyện mới</translation>
    </message>
    <message>
        <source>Conversations</source>
        <translation>Cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Messages found</source>
        <translation>Tin nhắn tìm thấy</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Nhập…</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>Đã xóa “%1”.</translation>
    </message>
    <message>
        <source>Loading conversations…</source>
        <translation>Đang tải các cuộc trò chuyện…</translation>
    </message>
    <message>
        <source>The list cannot be shown</source>
        <translation>Không thể hiển thị danh sách</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
    <message>
        <source>Nothing matches the filters</source>
        <translation>Không có gì khớp với bộ lọc</translation>
    </message>
    <message>
        <source>No conversation has all that the filters ask for.</source>
        <translation>Không có cuộc trò chuyện nào thỏa mọi bộ lọc.</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Bỏ lọc</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Chưa có cuộc trò chuyện nào</translation>
    </message>
    <message>
        <source>Begin one, or import what you have from another program.</source>
        <translation>Hãy bắt đầu một cuộc trò chuyện, hoặc nhập từ chương trình khác.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Đang tìm…</translation>
    </message>
    <message>
        <source>The search failed</source>
        <translation>Tìm kiếm thất bại</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Không tìm thấy</translation>
    </message>
    <message>
        <source>No message has “%1” in it. Words may be in any order, with or without accents.</source>
        <translation>Không tin nhắn nào có “%1”. Có thể gõ các từ theo thứ tự bất kỳ, có dấu hoặc không dấu.</translation>
    </message>
    <message>
        <source>The newest %1 messages found</source>
        <translation>%1 tin nhắn mới nhất tìm thấy</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) found</source>
        <translation>
            <numerusform>Tìm thấy %n tin nhắn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %n conversation(s) match</source>
        <translation>
            <numerusform>Hơn %n cuộc trò chuyện phù hợp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) match</source>
        <translation>
            <numerusform>%n cuộc trò chuyện phù hợp</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <translation>
            <numerusform>%Ln cuộc trò chuyện</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopiesCard</name>
    <message>
        <source>Where the copies are kept</source>
        <translation>Nơi giữ các bản sao</translation>
    </message>
    <message>
        <source>Daily copies</source>
        <translation>Bản sao hằng ngày</translation>
    </message>
    <message>
        <source>Copy the file once a day</source>
        <translation>Sao tệp mỗi ngày một lần</translation>
    </message>
    <message>
        <source>While the program runs, and looked through afterwards.</source>
        <translation>Khi chương trình đang chạy, và được kiểm tra lại sau khi sao.</translation>
    </message>
    <message>
        <source>Of a file on this machine. A server&apos;s store is copied by whoever runs the server.</source>
        <translation>Cho tệp trên máy này. Kho trên máy chủ do người quản trị máy chủ sao lưu.</translation>
    </message>
    <message>
        <source>How many are kept</source>
        <translation>Giữ bao nhiêu bản</translation>
    </message>
    <message>
        <source>The newest; older ones are removed.</source>
        <translation>Những bản mới nhất; bản cũ hơn bị xóa.</translation>
    </message>
    <message>
        <source>Where they are kept</source>
        <translation>Nơi giữ</translation>
    </message>
    <message>
        <source>Choose another folder</source>
        <translation>Chọn thư mục khác</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Open the folder of the copies</source>
        <translation>Mở thư mục các bản sao</translation>
    </message>
    <message>
        <source>Last copy</source>
        <translation>Bản sao gần nhất</translation>
    </message>
    <message>
        <source>Being made…</source>
        <translation>Đang sao…</translation>
    </message>
    <message>
        <source>There is none yet.</source>
        <translation>Chưa có bản nào.</translation>
    </message>
    <message>
        <source>Copy now</source>
        <translation>Sao ngay</translation>
    </message>
    <message>
        <source>Go back to a copy</source>
        <translation>Trở về một bản sao</translation>
    </message>
    <message>
        <source>The copy takes the place of the file; what is there now is kept beside it.</source>
        <translation>Bản sao thay chỗ tệp hiện tại; những gì đang có được giữ lại bên cạnh.</translation>
    </message>
    <message>
        <source>Copies, newest first</source>
        <translation>Các bản sao, mới nhất trước</translation>
    </message>
    <message>
        <source>Go back…</source>
        <translation>Trở về…</translation>
    </message>
    <message>
        <source>Go back to this copy</source>
        <translation>Trở về bản sao này</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>CostCharts</name>
    <message>
        <source>US dollars</source>
        <translation>đô la Mỹ</translation>
    </message>
    <message>
        <source>%1 for %2 requests</source>
        <comment>money, number</comment>
        <translation>%1 cho %2 yêu cầu</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, money</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests have no price</source>
        <translation>
            <numerusform>%Ln yêu cầu chưa có giá</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests are priced by our own count</source>
        <translation>
            <numerusform>%Ln yêu cầu tính giá theo số token tự đếm</numerusform>
        </translation>
    </message>
    <message>
        <source>Not over yet</source>
        <translation>Chưa kết thúc</translation>
    </message>
    <message>
        <source>forecast</source>
        <translation>dự báo</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>Cộng dồn: %1</translation>
    </message>
    <message>
        <source>spent</source>
        <translation>đã chi</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>ngân sách</translation>
    </message>
    <message>
        <source>80% range</source>
        <translation>khoảng 80%</translation>
    </message>
    <message>
        <source>%1
Forecast: %2
80% range: %3 to %4</source>
        <translation>%1
Dự báo: %2
Khoảng 80%: %3 đến %4</translation>
    </message>
</context>
<context>
    <name>CostFilterBar</name>
    <message>
        <source>This month</source>
        <translation>Tháng này</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>7 ngày qua</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 ngày qua</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Năm nay</translation>
    </message>
    <message>
        <source>Choose days</source>
        <translation>Chọn ngày</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Khoảng thời gian</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Ngày đầu</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Ngày cuối</translation>
    </message>
    <message>
        <source>Time zone of days and hours</source>
        <translation>Múi giờ của ngày và giờ</translation>
    </message>
    <message>
        <source>Days and hours are those of this time zone</source>
        <translation>Ngày và giờ tính theo múi giờ này</translation>
    </message>
    <message>
        <source>What the bars are stacked by</source>
        <translation>Cách xếp chồng các cột</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Nhà cung cấp</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Chiến lược</translation>
    </message>
    <message>
        <source>All users</source>
        <translation>Mọi người dùng</translation>
    </message>
    <message>
        <source>All providers</source>
        <translation>Mọi nhà cung cấp</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Mọi mô hình</translation>
    </message>
    <message>
        <source>All strategies</source>
        <translation>Mọi chiến lược</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>All tags</source>
        <translation>Mọi nhãn</translation>
    </message>
</context>
<context>
    <name>CostNotices</name>
    <message numerus="yes">
        <source>%Ln earlier days of the period were unusual too.</source>
        <translation>
            <numerusform>Trong khoảng thời gian này còn %Ln ngày trước đó cũng bất thường.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show its requests</source>
        <translation>Xem các yêu cầu</translation>
    </message>
</context>
<context>
    <name>CostPage</name>
    <message>
        <source>Nothing spent yet</source>
        <translation>Chưa có chi phí</translation>
    </message>
    <message>
        <source>After the first answer, the tokens and the cost of every turn stand here.</source>
        <translation>Sau câu trả lời đầu tiên, số token và chi phí của từng lượt hiện ở đây.</translation>
    </message>
    <message>
        <source>Tokens of each turn</source>
        <translation>Token của từng lượt</translation>
    </message>
    <message>
        <source>Cost of each turn</source>
        <translation>Chi phí của từng lượt</translation>
    </message>
    <message>
        <source>What the cost is shown of</source>
        <translation>Cách hiển thị chi phí</translation>
    </message>
    <message>
        <source>each turn</source>
        <translation>từng lượt</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>cộng dồn</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Chi phí</translation>
    </message>
    <message>
        <source>Turn %1, %2</source>
        <comment>number, time</comment>
        <translation>Lượt %1, %2</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>Đã gửi: %1</translation>
    </message>
    <message>
        <source>Of them from the cache: %1</source>
        <translation>Trong đó từ bộ đệm: %1</translation>
    </message>
    <message>
        <source>Answered: %1</source>
        <translation>Trả lời: %1</translation>
    </message>
    <message>
        <source>No price is known</source>
        <translation>Chưa rõ giá</translation>
    </message>
    <message>
        <source>A part of it has no price</source>
        <translation>Một phần chưa có giá</translation>
    </message>
    <message>
        <source>So far: %1</source>
        <translation>Cộng dồn: %1</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>sent, from the cache</source>
        <translation>gửi, từ bộ đệm</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>gửi</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>trả lời</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>đô la Mỹ</translation>
    </message>
    <message>
        <source>this turn</source>
        <translation>lượt này</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) · %1 tokens sent, %2 of them from the cache · %3 answered · the cache saved %4</source>
        <translation>
            <numerusform>%Ln yêu cầu · đã gửi %1 token, trong đó %2 từ bộ nhớ đệm · trả lời %3 · bộ nhớ đệm tiết kiệm %4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s) have no price and are not in the sum.</source>
        <translation>
            <numerusform>%Ln yêu cầu chưa có giá và không nằm trong tổng.</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved against the full history: %1 (%2)</source>
        <comment>money, share</comment>
        <translation>Tiết kiệm so với toàn bộ lịch sử: %1 (%2)</translation>
    </message>
    <message>
        <source>The full history would have cost less, by %1 (%2)</source>
        <comment>money, share</comment>
        <translation>Gửi toàn bộ lịch sử lẽ ra rẻ hơn %1 (%2)</translation>
    </message>
    <message>
        <source>Of %1 turns with a price: %2 tokens were sent instead of %3, and %4 paid instead of %5. Summaries that were made count as paid. What the turn before had sent counts as served from the provider&apos;s cache where that has a price.</source>
        <translation>Trong %1 lượt có giá: gửi %2 token thay vì %3, và trả %4 thay vì %5. Các bản tóm tắt đã làm được tính là đã trả. Phần mà lượt trước đã gửi được tính là lấy từ bộ đệm của nhà cung cấp nếu nơi đó có giá riêng.</translation>
    </message>
</context>
<context>
    <name>CostSections</name>
    <message>
        <source>Overview</source>
        <translation>Tổng quan</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Giả định</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Giới hạn</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Giá</translation>
    </message>
    <message>
        <source>Sections of the costs</source>
        <translation>Các phần của chi phí</translation>
    </message>
</context>
<context>
    <name>CostSheet</name>
    <message>
        <source>Total: %1 (%2)</source>
        <comment>money, the same exactly</comment>
        <translation>Tổng: %1 (%2)</translation>
    </message>
    <message>
        <source>Spend over time</source>
        <translation>Chi tiêu theo thời gian</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Khoảng thời gian</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Múi giờ</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Bộ lọc</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Drawn up</source>
        <translation>Lập lúc</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day, time of day</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Yêu cầu</translation>
    </message>
    <message>
        <source>Without a price</source>
        <translation>Chưa có giá</translation>
    </message>
    <message>
        <source>Priced by our own count</source>
        <translation>Tính giá theo số token tự đếm</translation>
    </message>
    <message>
        <source>Tokens sent</source>
        <translation>Token đã gửi</translation>
    </message>
    <message>
        <source>%1, of them %2 from the cache</source>
        <translation>%1, trong đó %2 từ bộ đệm</translation>
    </message>
    <message>
        <source>Tokens answered</source>
        <translation>Token trả lời</translation>
    </message>
    <message>
        <source>Saved by the cache</source>
        <translation>Bộ đệm tiết kiệm</translation>
    </message>
    <message>
        <source>Forecast to month&apos;s end</source>
        <translation>Dự báo đến cuối tháng</translation>
    </message>
    <message>
        <source>Budget of the month</source>
        <translation>Ngân sách của tháng</translation>
    </message>
    <message>
        <source>%1 · %2 · page %3 of %4</source>
        <comment>title, period, number, number</comment>
        <translation>%1 · %2 · trang %3/%4</translation>
    </message>
    <message>
        <source>Costs of language models</source>
        <translation>Chi phí mô hình ngôn ngữ</translation>
    </message>
    <message>
        <source>%1 (80% range: %2 to %3)</source>
        <translation>%1 (khoảng 80%: %2 đến %3)</translation>
    </message>
    <message>
        <source>Latency, 95th percentile</source>
        <translation>Độ trễ, phân vị 95</translation>
    </message>
</context>
<context>
    <name>CostTableModel</name>
    <message>
        <source>Total</source>
        <translation>Tổng</translation>
    </message>
    <message numerus="yes">
        <source>%Ln others</source>
        <translation>
            <numerusform>%Ln mục khác</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a price</source>
        <translation>
            <numerusform>%Ln chưa có giá</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln estimated</source>
        <translation>
            <numerusform>%Ln ước lượng</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Yêu cầu</translation>
    </message>
    <message>
        <source>Tokens sent</source>
        <translation>Token gửi</translation>
    </message>
    <message>
        <source>From cache</source>
        <translation>Từ bộ đệm</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Average</source>
        <comment>cost of a request</comment>
        <translation>Trung bình</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Chi phí</translation>
    </message>
    <message>
        <source>Share</source>
        <translation>Tỷ lệ</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Ghi chú</translation>
    </message>
</context>
<context>
    <name>CostTiles</name>
    <message>
        <source>Spend</source>
        <translation>Chi tiêu</translation>
    </message>
    <message>
        <source>%1 against %2 (%3)</source>
        <comment>change, money, time</comment>
        <translation>%1 so với %2 (%3)</translation>
    </message>
    <message>
        <source>Nothing was spent before (%1)</source>
        <translation>Trước đó chưa chi gì (%1)</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Yêu cầu</translation>
    </message>
    <message numerus="yes">
        <source>%Ln without a price</source>
        <translation>
            <numerusform>%Ln chưa có giá</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln estimated</source>
        <translation>
            <numerusform>%Ln ước lượng</numerusform>
        </translation>
    </message>
    <message>
        <source>All have a price</source>
        <translation>Tất cả đều có giá</translation>
    </message>
    <message>
        <source>Tokens sent / answered</source>
        <translation>Token gửi / trả lời</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <comment>tokens sent, answered</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 sent, %2 answered</source>
        <translation>%1 đã gửi, %2 trả lời</translation>
    </message>
    <message>
        <source>%1 of what was sent came from the cache</source>
        <translation>%1 lượng gửi lấy từ bộ đệm</translation>
    </message>
    <message>
        <source>Saved by cache</source>
        <translation>Bộ đệm tiết kiệm</translation>
    </message>
    <message>
        <source>Per conversation</source>
        <translation>Mỗi cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Against the full rate for every token</source>
        <translation>So với giá đầy đủ cho mọi token</translation>
    </message>
    <message>
        <source>Forecast to month&apos;s end</source>
        <translation>Dự báo đến cuối tháng</translation>
    </message>
    <message>
        <source>Needs three finished days</source>
        <translation>Cần ba ngày trọn vẹn</translation>
    </message>
    <message>
        <source>Budget left this month</source>
        <translation>Ngân sách còn lại tháng này</translation>
    </message>
    <message>
        <source>%1 of %2 used; the forecast passes it</source>
        <comment>share, money</comment>
        <translation>Đã dùng %1 của %2; dự báo sẽ vượt</translation>
    </message>
    <message>
        <source>%1 of %2 used</source>
        <comment>share, money</comment>
        <translation>Đã dùng %1 của %2</translation>
    </message>
    <message>
        <source>%1 to %2 (80% range)</source>
        <comment>money, money</comment>
        <translation>%1 đến %2 (khoảng 80%)</translation>
    </message>
    <message>
        <source>Latency, 95th percentile</source>
        <translation>Độ trễ, phân vị 95</translation>
    </message>
    <message>
        <source>Nineteen of twenty answers took no longer, from the request to the last word. Answers that came whole count.</source>
        <translation>Mười chín trong hai mươi câu trả lời không lâu hơn, từ lúc gửi đến từ cuối. Chỉ tính câu trả lời đến trọn vẹn.</translation>
    </message>
    <message numerus="yes">
        <source>median %1, %Ln answer(s)</source>
        <translation>
            <numerusform>trung vị %1, %Ln câu trả lời</numerusform>
        </translation>
    </message>
    <message>
        <source>No answers in this period</source>
        <translation>Không có câu trả lời trong khoảng này</translation>
    </message>
    <message>
        <source>Being added up…</source>
        <translation>Đang cộng…</translation>
    </message>
    <message>
        <source>Too little before to compare: %1 (%2)</source>
        <comment>money, time</comment>
        <translation>Trước đó quá ít để so sánh: %1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) with a price</source>
        <translation>
            <numerusform>%Ln cuộc trò chuyện có giá</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostWords</name>
    <message>
        <source>No user</source>
        <translation>Không có người dùng</translation>
    </message>
    <message>
        <source>Outside of conversations</source>
        <translation>Ngoài cuộc trò chuyện</translation>
    </message>
    <message>
        <source>No tag</source>
        <translation>Không có nhãn</translation>
    </message>
    <message>
        <source>No strategy</source>
        <translation>Không có chiến lược</translation>
    </message>
    <message>
        <source>Not named</source>
        <translation>Không nêu tên</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Câu trả lời</translation>
    </message>
    <message>
        <source>Summaries</source>
        <translation>Bản tóm tắt</translation>
    </message>
    <message>
        <source>Embeddings</source>
        <translation>Vector nhúng</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Phòng thử</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month and year</comment>
        <translation>%1 năm %2</translation>
    </message>
    <message>
        <source>%1, %2:00</source>
        <comment>day, hour</comment>
        <translation>%1, %2:00</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Tháng</translation>
    </message>
    <message>
        <source>Hour</source>
        <translation>Giờ</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Nhà cung cấp</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Chiến lược</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Loại</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Khác</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>pattern of a date without year</comment>
        <translation>dd/MM</translation>
    </message>
    <message>
        <source>MMM yyyy</source>
        <comment>pattern of a month</comment>
        <translation>MM/yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>pattern of a date with year</comment>
        <translation>dd/MM/yyyy</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first and last day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>zone, its offset</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>user: %1</source>
        <translation>người dùng: %1</translation>
    </message>
    <message>
        <source>provider: %1</source>
        <translation>nhà cung cấp: %1</translation>
    </message>
    <message>
        <source>model: %1</source>
        <translation>mô hình: %1</translation>
    </message>
    <message>
        <source>strategy: %1</source>
        <translation>chiến lược: %1</translation>
    </message>
    <message>
        <source>%1 times as much</source>
        <translation>gấp %1 lần</translation>
    </message>
    <message>
        <source>−%1</source>
        <comment>a share, less than before</comment>
        <translation>−%1</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>a share, more than before</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>many models and users</source>
        <translation>nhiều mô hình và người dùng</translation>
    </message>
    <message>
        <source>no user</source>
        <translation>không có người dùng</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>người dùng %1</translation>
    </message>
    <message>
        <source>new</source>
        <translation>mới</translation>
    </message>
    <message>
        <source>%1 cost %2; the seven days before cost %3 each. Cause: %4.</source>
        <comment>day, money, money, cause</comment>
        <translation>Ngày %1 tốn %2; bảy ngày trước đó mỗi ngày tốn %3. Nguyên nhân: %4.</translation>
    </message>
    <message numerus="yes">
        <source>The band follows from how much the last %Ln days differ; there are too few for a back-test.</source>
        <translation>
            <numerusform>Khoảng dự báo dựa trên mức chênh lệch của %Ln ngày gần nhất; còn quá ít để kiểm chứng lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tested on %Ln earlier days: four in five of those forecasts were off by no more than %1.</source>
        <translation>
            <numerusform>Kiểm chứng trên %Ln ngày trước: 4 trên 5 dự báo sai không quá %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <comment>model, provider, requests</comment>
        <translation>%1 của %2 (%3)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln mục khác</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests have no price and are in no sum: %1.</source>
        <translation>
            <numerusform>%Ln yêu cầu chưa có giá và không nằm trong tổng nào: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>as the provider says</source>
        <translation>theo nhà cung cấp</translation>
    </message>
    <message>
        <source>usage × price</source>
        <translation>lượng dùng × giá</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>ước lượng</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>chưa có giá</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Theo ngày</translation>
    </message>
    <message>
        <source>By month</source>
        <translation>Theo tháng</translation>
    </message>
    <message>
        <source>By hour</source>
        <translation>Theo giờ</translation>
    </message>
    <message>
        <source>By model</source>
        <translation>Theo mô hình</translation>
    </message>
    <message>
        <source>By provider</source>
        <translation>Theo nhà cung cấp</translation>
    </message>
    <message>
        <source>By user</source>
        <translation>Theo người dùng</translation>
    </message>
    <message>
        <source>By conversation</source>
        <translation>Theo cuộc trò chuyện</translation>
    </message>
    <message>
        <source>By strategy</source>
        <translation>Theo chiến lược</translation>
    </message>
    <message>
        <source>By tag</source>
        <translation>Theo nhãn</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Theo loại</translation>
    </message>
    <message>
        <source>tag: %1</source>
        <translation>nhãn: %1</translation>
    </message>
    <message>
        <source>more than %1 times as much</source>
        <translation>gấp hơn %1 lần</translation>
    </message>
    <message>
        <source>%1 (UTC%2)</source>
        <comment>time, offset</comment>
        <translation>%1 (UTC%2)</translation>
    </message>
</context>
<context>
    <name>CostsPage</name>
    <message>
        <source>Spend by hour</source>
        <translation>Chi tiêu theo giờ</translation>
    </message>
    <message>
        <source>Spend by day</source>
        <translation>Chi tiêu theo ngày</translation>
    </message>
    <message>
        <source>Spend by month</source>
        <translation>Chi tiêu theo tháng</translation>
    </message>
    <message>
        <source>The costs cannot be read</source>
        <translation>Không đọc được chi phí</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>day, cause</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Bảng (*.csv)</translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation>Hình ảnh (*.png)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>Tài liệu (*.pdf)</translation>
    </message>
    <message>
        <source>Export the costs</source>
        <translation>Xuất chi phí</translation>
    </message>
    <message>
        <source>Nothing spent yet</source>
        <translation>Chưa có chi phí</translation>
    </message>
    <message>
        <source>Every request is written down here with its tokens and its price. Ask a first question in Chats, or import conversations.</source>
        <translation>Mỗi yêu cầu được ghi lại ở đây cùng số token và giá. Hãy đặt câu hỏi đầu tiên trong Trò chuyện, hoặc nhập cuộc trò chuyện.</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Chi phí</translation>
    </message>
    <message>
        <source>Spend over time</source>
        <translation>Chi tiêu theo thời gian</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Bảng (CSV)</translation>
    </message>
    <message>
        <source>Picture (PNG)</source>
        <translation>Hình ảnh (PNG)</translation>
    </message>
    <message>
        <source>Document (PDF)</source>
        <translation>Tài liệu (PDF)</translation>
    </message>
    <message>
        <source>Added up</source>
        <translation>Cộng dồn</translation>
    </message>
    <message>
        <source>Spend added up</source>
        <translation>Chi tiêu cộng dồn</translation>
    </message>
    <message>
        <source>By hour and weekday</source>
        <translation>Theo giờ và thứ trong tuần</translation>
    </message>
    <message>
        <source>Spend by hour and weekday</source>
        <translation>Chi tiêu theo giờ và thứ trong tuần</translation>
    </message>
    <message>
        <source>$</source>
        <comment>before an amount of US dollars</comment>
        <translation>$</translation>
    </message>
    <message>
        <source>none</source>
        <translation>không có</translation>
    </message>
    <message>
        <source>Budget of a month</source>
        <translation>Ngân sách mỗi tháng</translation>
    </message>
    <message>
        <source>Top conversations</source>
        <translation>Cuộc trò chuyện tốn nhất</translation>
    </message>
    <message>
        <source>Top users</source>
        <translation>Người dùng tốn nhất</translation>
    </message>
    <message>
        <source>Strategies compared</source>
        <translation>So sánh chiến lược</translation>
    </message>
    <message>
        <source>The rows that sum to the spend on top</source>
        <translation>Các dòng cộng lại thành tổng chi tiêu ở trên</translation>
    </message>
    <message>
        <source>The requests behind a figure</source>
        <translation>Các yêu cầu đằng sau một con số</translation>
    </message>
    <message>
        <source>Double-click a request to open its conversation.</source>
        <translation>Nhấp đúp một yêu cầu để mở cuộc trò chuyện của nó.</translation>
    </message>
    <message>
        <source>Adding up…</source>
        <translation>Đang tính tổng…</translation>
    </message>
    <message>
        <source>The charges are being read from the store.</source>
        <translation>Đang đọc các khoản phí từ kho dữ liệu.</translation>
    </message>
    <message>
        <source>Being added up…</source>
        <translation>Đang cộng…</translation>
    </message>
    <message>
        <source>Requests · %1 · %2 for %3</source>
        <comment>day or cause, count, money</comment>
        <translation>Yêu cầu · %1 · %2 yêu cầu, tổng %3</translation>
    </message>
    <message>
        <source>Close the list of requests</source>
        <translation>Đóng danh sách yêu cầu</translation>
    </message>
</context>
<context>
    <name>DockTitle</name>
    <message>
        <source>Take off or put back</source>
        <translation>Tách ra hoặc gắn lại</translation>
    </message>
    <message>
        <source>Take the panel off or put it back</source>
        <translation>Tách bảng ra hoặc gắn lại</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ẩn</translation>
    </message>
    <message>
        <source>Hide the panel</source>
        <translation>Ẩn bảng</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>The provider</source>
        <translation>Nhà cung cấp</translation>
    </message>
    <message>
        <source>the store</source>
        <translation>kho dữ liệu</translation>
    </message>
    <message>
        <source>%1 (It said: %2)</source>
        <comment>a sentence, and what the other side answered</comment>
        <translation>%1 (Phản hồi: %2)</translation>
    </message>
    <message>
        <source>This cannot be understood; check it and try again.</source>
        <translation>Không hiểu được nội dung này; hãy kiểm tra rồi thử lại.</translation>
    </message>
    <message>
        <source>%1 cannot be understood; check it and try again.</source>
        <translation>Không hiểu được %1; hãy kiểm tra rồi thử lại.</translation>
    </message>
    <message>
        <source>The provider refused the request: it has %1 tokens and the model takes %2; choose a strategy that sends less or a smaller budget.</source>
        <translation>Nhà cung cấp từ chối yêu cầu: yêu cầu có %1 token mà mô hình chỉ nhận %2; hãy chọn chiến lược gửi ít hơn hoặc ngân sách nhỏ hơn.</translation>
    </message>
    <message>
        <source>The provider refused the request because it is longer than the model&apos;s window; choose a strategy that sends less or a smaller budget.</source>
        <translation>Nhà cung cấp từ chối yêu cầu vì nó dài hơn cửa sổ của mô hình; hãy chọn chiến lược gửi ít hơn hoặc ngân sách nhỏ hơn.</translation>
    </message>
    <message>
        <source>Nothing was sent: the request needs %1 tokens and the budget allows %2; shorten the message, choose another strategy or raise the budget.</source>
        <translation>Chưa gửi gì: yêu cầu cần %1 token mà ngân sách cho phép %2; hãy rút ngắn tin nhắn, chọn chiến lược khác hoặc tăng ngân sách.</translation>
    </message>
    <message>
        <source>Nothing was sent because the request does not fit the budget; shorten the message, choose another strategy or raise the budget.</source>
        <translation>Chưa gửi gì vì yêu cầu vượt ngân sách; hãy rút ngắn tin nhắn, chọn chiến lược khác hoặc tăng ngân sách.</translation>
    </message>
    <message>
        <source>%1 takes no more requests for now; try again in %2.</source>
        <translation>%1 tạm thời không nhận thêm yêu cầu; hãy thử lại sau %2.</translation>
    </message>
    <message>
        <source>%1 takes no more requests for now; try again in a minute or spread the requests over more keys.</source>
        <translation>%1 tạm thời không nhận thêm yêu cầu; hãy thử lại sau một phút hoặc chia yêu cầu cho nhiều khóa API hơn.</translation>
    </message>
    <message>
        <source>There is no space left where %1 lies, so nothing was saved; make room and try again.</source>
        <translation>Nơi chứa %1 đã hết chỗ nên chưa lưu được gì; hãy dọn chỗ rồi thử lại.</translation>
    </message>
    <message>
        <source>There is no space left where %1 lies, so nothing was saved; make room for %2 and try again.</source>
        <translation>Nơi chứa %1 đã hết chỗ nên chưa lưu được gì; hãy dọn %2 rồi thử lại.</translation>
    </message>
    <message>
        <source>%1 failed on its side (HTTP %2); try again or choose another provider.</source>
        <translation>%1 gặp lỗi phía máy chủ (HTTP %2); hãy thử lại hoặc chọn nhà cung cấp khác.</translation>
    </message>
    <message>
        <source>%1 failed on its side; try again or choose another provider.</source>
        <translation>%1 gặp lỗi phía máy chủ; hãy thử lại hoặc chọn nhà cung cấp khác.</translation>
    </message>
    <message>
        <source>%1 refused the request (HTTP %2); check the model and the provider&apos;s settings.</source>
        <translation>%1 từ chối yêu cầu (HTTP %2); hãy kiểm tra mô hình và cài đặt của nhà cung cấp.</translation>
    </message>
    <message>
        <source>%1 refused the request; check the model and the provider&apos;s settings.</source>
        <translation>%1 từ chối yêu cầu; hãy kiểm tra mô hình và cài đặt của nhà cung cấp.</translation>
    </message>
    <message>
        <source>What was asked for is not there any more; reload the list.</source>
        <translation>Mục này không còn nữa; hãy tải lại danh sách.</translation>
    </message>
    <message>
        <source>%1 is not there; check the name or reload the list.</source>
        <translation>Không có %1; hãy kiểm tra tên hoặc tải lại danh sách.</translation>
    </message>
    <message>
        <source>%1 answered with something that cannot be understood; try again or check its address.</source>
        <translation>%1 trả về nội dung không hiểu được; hãy thử lại hoặc kiểm tra địa chỉ.</translation>
    </message>
    <message>
        <source>Stopped; what had arrived is kept.</source>
        <translation>Đã dừng; phần đã nhận được giữ lại.</translation>
    </message>
    <message>
        <source>%1 refused the content; put the message in other words or leave the part out that it objects to.</source>
        <translation>%1 từ chối nội dung; hãy diễn đạt lại tin nhắn hoặc bỏ phần không được chấp nhận.</translation>
    </message>
    <message>
        <source>%1 cannot be read or written; check that it is there and that you may use it.</source>
        <translation>%1 không thể đọc hoặc ghi được; hãy kiểm tra xem nó có đó và bạn có quyền dùng không.</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Tệp</translation>
    </message>
    <message>
        <source>Something went wrong inside this program and was stopped; your conversations are safe. Please report it.</source>
        <translation>Chương trình gặp lỗi bên trong và đã dừng thao tác; các cuộc trò chuyện của bạn vẫn an toàn. Vui lòng báo lỗi.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked, so no key can be read; unlock it and try again.</source>
        <translation>Chuỗi khóa của hệ thống đang khóa nên không đọc được khóa API; hãy mở khóa rồi thử lại.</translation>
    </message>
    <message>
        <source>There is no keychain on this system; the key is kept in memory until the program ends and has to be entered again next time.</source>
        <translation>Hệ thống này không có chuỗi khóa; khóa API chỉ được giữ trong bộ nhớ đến khi thoát chương trình và lần sau phải nhập lại.</translation>
    </message>
    <message>
        <source>%1 cannot be reached; check the connection and the address, then try again.</source>
        <translation>%1 không kết nối được; hãy kiểm tra đường truyền và địa chỉ rồi thử lại.</translation>
    </message>
    <message>
        <source>The account at %1 has no money left, and waiting does not help; top it up there or choose another provider.</source>
        <translation>Tài khoản tại %1 đã hết tiền, chờ đợi cũng không có ích; hãy nạp thêm hoặc chọn nhà cung cấp khác.</translation>
    </message>
    <message>
        <source>the provider</source>
        <translation>nhà cung cấp</translation>
    </message>
    <message>
        <source>Nothing was sent: with this call up to %1 would be spent, and the spending limit &quot;%2&quot; allows %3; raise it under Costs or wait for the next period.</source>
        <translation>Chưa gửi gì: với lần gọi này có thể chi đến %1, mà hạn mức chi tiêu &quot;%2&quot; cho phép %3; hãy tăng hạn mức trong Chi phí hoặc chờ kỳ tiếp theo.</translation>
    </message>
    <message>
        <source>Nothing was sent: the spending limit &quot;%1&quot; is used up; raise it under Costs or wait for the next period.</source>
        <translation>Chưa gửi gì: hạn mức chi tiêu &quot;%1&quot; đã dùng hết; hãy tăng hạn mức trong Chi phí hoặc chờ kỳ tiếp theo.</translation>
    </message>
    <message>
        <source>%1 is in use by another program, so nothing was saved; close the other one and try again.</source>
        <translation>%1 đang được chương trình khác sử dụng nên chưa lưu được gì; hãy đóng chương trình đó rồi thử lại.</translation>
    </message>
    <message>
        <source>The store</source>
        <translation>Kho dữ liệu</translation>
    </message>
    <message>
        <source>%1 is damaged and was left as it is; open a backup or run &quot;skein doctor&quot;.</source>
        <translation>%1 bị hỏng và được để nguyên; hãy mở một bản sao lưu hoặc chạy &quot;skein doctor&quot;.</translation>
    </message>
    <message>
        <source>Saving in %1 or reading from it failed; try again, and check the disk or the server.</source>
        <translation>Không lưu vào hay đọc từ %1 được; hãy thử lại và kiểm tra ổ đĩa hoặc máy chủ.</translation>
    </message>
    <message>
        <source>%1 was written by a newer version of this program and is open for reading only; update the program to write to it.</source>
        <translation>%1 do phiên bản mới hơn của chương trình ghi và chỉ được mở để đọc; hãy cập nhật chương trình để ghi vào.</translation>
    </message>
    <message>
        <source>%1 can only be read, so nothing was saved; check who may write to it.</source>
        <translation>%1 chỉ đọc được nên chưa lưu gì; hãy kiểm tra quyền ghi.</translation>
    </message>
    <message>
        <source>%1 did not answer in time; try again or choose another provider.</source>
        <translation>%1 không trả lời kịp; hãy thử lại hoặc chọn nhà cung cấp khác.</translation>
    </message>
    <message>
        <source>The connection to %1 is not secure, so nothing was sent; check the address, its certificate and this machine&apos;s clock.</source>
        <translation>Kết nối tới %1 không an toàn nên chưa gửi gì; hãy kiểm tra địa chỉ, chứng chỉ và đồng hồ của máy này.</translation>
    </message>
    <message>
        <source>The answer broke off before it was complete; what had arrived is kept. Ask again to get all of it.</source>
        <translation>Câu trả lời bị đứt trước khi hoàn tất; phần đã nhận được giữ lại. Hãy hỏi lại để có toàn bộ.</translation>
    </message>
    <message>
        <source>%1 does not accept the key; check it under Providers.</source>
        <translation>%1 không chấp nhận khóa API; hãy kiểm tra trong Nhà cung cấp.</translation>
    </message>
    <message>
        <source>%1 read only %2 of the %3 tokens it was sent and did not say so; choose a smaller budget or a model with a larger window.</source>
        <translation>%1 chỉ đọc %2 trong %3 token được gửi mà không báo; hãy chọn ngân sách nhỏ hơn hoặc mô hình có cửa sổ lớn hơn.</translation>
    </message>
    <message>
        <source>%1 does not have what was asked for; check the model&apos;s name.</source>
        <translation>%1 không có thứ được yêu cầu; hãy kiểm tra tên mô hình.</translation>
    </message>
    <message>
        <source>There is no %1; choose one of: %2.</source>
        <comment>a name, and the names there are</comment>
        <translation>Không có %1; hãy chọn một trong: %2.</translation>
    </message>
    <message>
        <source>%1 does not let you in or do this; check the user, the password and the rights.</source>
        <translation>%1 không cho bạn vào hoặc làm việc này; hãy kiểm tra tên người dùng, mật khẩu và quyền.</translation>
    </message>
    <message>
        <source>%1 cannot hold a store; ask whoever runs the server. Nothing was changed there.</source>
        <translation>%1 không thể chứa kho; hãy hỏi người quản trị máy chủ. Ở đó không có gì bị thay đổi.</translation>
    </message>
    <message>
        <source>%1 cannot be reached, so nothing was saved there; check the connection and the address, then try again.</source>
        <translation>Không kết nối được tới %1 nên chưa lưu gì ở đó; hãy kiểm tra kết nối và địa chỉ rồi thử lại.</translation>
    </message>
    <message>
        <source>Somebody else has changed the same meanwhile, so yours was not saved; look at it and change it again.</source>
        <translation>Trong lúc đó người khác đã sửa cùng chỗ, nên thay đổi của bạn chưa được lưu; hãy xem lại rồi sửa lần nữa.</translation>
    </message>
    <message>
        <source>What this was decided on has changed meanwhile, so nothing was done; look at it again and repeat it.</source>
        <translation>Dữ liệu làm căn cứ đã thay đổi nên chưa làm gì; hãy xem lại rồi thực hiện lại.</translation>
    </message>
    <message>
        <source>No model is set for %1, so nothing was sent; choose one under Providers.</source>
        <translation>Chưa đặt mô hình nào cho %1 nên chưa gửi gì; hãy chọn một mô hình ở mục Nhà cung cấp.</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Import conversations</source>
        <translation>Nhập cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Exports of chat programs (*.json *.jsonl *.zip *.csv)</source>
        <translation>Tệp xuất của chương trình trò chuyện (*.json *.jsonl *.zip *.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Mọi tệp (*)</translation>
    </message>
    <message>
        <source>Export the conversation</source>
        <translation>Xuất cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Trang web (*.html)</translation>
    </message>
    <message>
        <source>Skein, lossless (*.json)</source>
        <translation>Skein, không mất dữ liệu (*.json)</translation>
    </message>
    <message>
        <source>OpenAI chat lines (*.jsonl)</source>
        <translation>Dòng hội thoại OpenAI (*.jsonl)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Bảng (*.csv)</translation>
    </message>
    <message>
        <source>Conversation</source>
        <comment>as the name of a file</comment>
        <translation>Cuộc trò chuyện</translation>
    </message>
    <message numerus="yes">
        <source>Importing: %n conversation(s) so far.</source>
        <translation>
            <numerusform>Đang nhập: đã có %n cuộc trò chuyện.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>What was left out</source>
        <translation>Những gì bị lược bỏ</translation>
    </message>
    <message numerus="yes">
        <source>%n conversation(s) were there already.</source>
        <translation>
            <numerusform>%n cuộc trò chuyện đã có sẵn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) could not be read and were left out.</source>
        <translation>
            <numerusform>%n mục không đọc được và bị lược bỏ.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>và %n mục khác</numerusform>
        </translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translation>Đã xuất ra %1</translation>
    </message>
    <message numerus="yes">
        <source>Imported %Ln conversation(s), %1.</source>
        <translation>
            <numerusform>Đã nhập %Ln cuộc trò chuyện, %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln tin nhắn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExperimentExport</name>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The same from a command line</source>
        <translation>Làm lại bằng dòng lệnh</translation>
    </message>
</context>
<context>
    <name>ExperimentTable</name>
    <message>
        <source>%1 (%2)</source>
        <comment>strategy, options</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>whole window</source>
        <translation>toàn cửa sổ</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>messages sent, all</comment>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>below the best</source>
        <translation>thấp hơn thẻ tốt nhất</translation>
    </message>
    <message>
        <source>no difference from the best</source>
        <translation>không khác thẻ tốt nhất</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Chiến lược</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>Ngân sách</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Tokens sent</source>
        <translation>Token gửi</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Tin nhắn</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Đã lưu đệm</translation>
    </message>
    <message>
        <source>Per call</source>
        <translation>Mỗi lần gọi</translation>
    </message>
    <message>
        <source>Per month</source>
        <translation>Mỗi tháng</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Thu hồi</translation>
    </message>
    <message>
        <source>Against the best</source>
        <translation>So với thẻ tốt nhất</translation>
    </message>
    <message>
        <source>Preferred</source>
        <translation>Được chọn</translation>
    </message>
    <message>
        <source>Untitled conversation</source>
        <translation>Cuộc trò chuyện chưa đặt tên</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>the conversation&apos;s last one</source>
        <translation>câu cuối của cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Calls per day</source>
        <translation>Lần gọi mỗi ngày</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Đã lưu lúc</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>Phép thử</translation>
    </message>
    <message>
        <source>%1; the recall has its 95% interval in brackets (1,000 drawings, seed %2)</source>
        <translation>%1; độ thu hồi kèm khoảng 95% trong ngoặc (1.000 lần rút, hạt giống %2)</translation>
    </message>
</context>
<context>
    <name>ExperimentsPane</name>
    <message>
        <source>Name of the experiment</source>
        <translation>Tên thí nghiệm</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Keeps the cards, the question, the probes and the figures as they are in the lab now</source>
        <translation>Lưu các thẻ, câu hỏi, phép thử và số liệu như đang có trong phòng thử</translation>
    </message>
    <message>
        <source>Saved experiments</source>
        <translation>Các thí nghiệm đã lưu</translation>
    </message>
    <message>
        <source>An experiment keeps cards, conversation, question, probes and figures under a name. Set up the cards under “Compare”, and save them here.</source>
        <translation>Một thí nghiệm lưu các thẻ, cuộc trò chuyện, câu hỏi, phép thử và số liệu dưới một tên. Hãy đặt các thẻ ở “So sánh” rồi lưu tại đây.</translation>
    </message>
    <message>
        <source>Name of this experiment</source>
        <translation>Tên của thí nghiệm này</translation>
    </message>
    <message>
        <source>Figures of every card</source>
        <translation>Số liệu của từng thẻ</translation>
    </message>
    <message>
        <source>The same from a command line</source>
        <translation>Làm lại bằng dòng lệnh</translation>
    </message>
    <message>
        <source>Open in the lab</source>
        <translation>Mở trong phòng thử</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Nhân đôi</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Copy the command lines</source>
        <translation>Sao chép các dòng lệnh</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>CSV…</source>
        <translation>CSV…</translation>
    </message>
    <message>
        <source>Markdown…</source>
        <translation>Markdown…</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>Hình ảnh (PNG)…</translation>
    </message>
    <message>
        <source>PDF…</source>
        <translation>PDF…</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Thí nghiệm</translation>
    </message>
    <message>
        <source>“%1” is removed.</source>
        <translation>Đã xoá “%1”.</translation>
    </message>
    <message numerus="yes">
        <source>%1
%2 · %Ln card(s)</source>
        <comment>name, time</comment>
        <translation>
            <numerusform>%1
%2 · %Ln thẻ</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>name, value</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Export the experiment</source>
        <translation>Xuất thí nghiệm</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>thi-nghiem</translation>
    </message>
    <message>
        <source>No experiments yet</source>
        <translation>Chưa có thí nghiệm</translation>
    </message>
</context>
<context>
    <name>FateBar</name>
    <message>
        <source>Not said yet</source>
        <translation>Chưa được nói</translation>
    </message>
    <message>
        <source>Never lost</source>
        <translation>Không bao giờ mất</translation>
    </message>
    <message>
        <source>Lost at turn %1</source>
        <translation>Mất ở lượt %1</translation>
    </message>
    <message>
        <source>Lost at turn %1, back at turn %2</source>
        <translation>Mất ở lượt %1, trở lại ở lượt %2</translation>
    </message>
    <message>
        <source>Turn %1: %2</source>
        <comment>number, what becomes of the message</comment>
        <translation>Lượt %1: %2</translation>
    </message>
    <message>
        <source>Sent, or in the summary</source>
        <translation>Được gửi, hoặc trong tóm tắt</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Mine</source>
        <translation>Của tôi</translation>
    </message>
    <message>
        <source>Only conversations that you began</source>
        <translation>Chỉ các cuộc trò chuyện do bạn bắt đầu</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Nhãn</translation>
    </message>
    <message>
        <source>Only conversations with a tag</source>
        <translation>Chỉ các cuộc trò chuyện có một nhãn</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Nhà cung cấp</translation>
    </message>
    <message>
        <source>Only conversations with a provider</source>
        <translation>Chỉ các cuộc trò chuyện với một nhà cung cấp</translation>
    </message>
    <message>
        <source>Has error</source>
        <translation>Có lỗi</translation>
    </message>
    <message>
        <source>Only conversations whose last answer is incomplete</source>
        <translation>Chỉ các cuộc trò chuyện có câu trả lời cuối chưa trọn vẹn</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tất cả</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Kết quả trước (Shift+Enter)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Kết quả sau (Enter)</translation>
    </message>
    <message>
        <source>Close the search (Esc)</source>
        <translation>Đóng tìm kiếm (Esc)</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>Tìm trong cuộc trò chuyện này</translation>
    </message>
    <message>
        <source>%1 of %2, searching…</source>
        <translation>%1/%2, đang tìm…</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Không tìm thấy</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
</context>
<context>
    <name>Formats</name>
    <message>
        <source>%1k</source>
        <comment>thousands of tokens</comment>
        <translation>%1k</translation>
    </message>
    <message>
        <source>%1M</source>
        <comment>millions of tokens</comment>
        <translation>%1M</translation>
    </message>
    <message>
        <source>%1B</source>
        <comment>billions of tokens</comment>
        <translation>%1B</translation>
    </message>
    <message>
        <source>1 token</source>
        <translation>1 token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 token</translation>
    </message>
    <message>
        <source>-$%1</source>
        <comment>a negative amount of US dollars</comment>
        <translation>-$%1</translation>
    </message>
    <message>
        <source>$%1</source>
        <comment>an amount of US dollars</comment>
        <translation>$%1</translation>
    </message>
    <message>
        <source>no price</source>
        <translation>chưa có giá</translation>
    </message>
    <message>
        <source>%1 USD</source>
        <translation>%1 USD</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 giây</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 phút %2 giây</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 giờ %2 phút</translation>
    </message>
    <message>
        <source>d MMM yyyy HH:mm</source>
        <comment>pattern of a date with time</comment>
        <translation>dd/MM/yyyy HH:mm</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hôm nay</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hôm qua</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>pattern of a date without year</comment>
        <translation>dd/MM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>pattern of a date with year</comment>
        <translation>dd/MM/yyyy</translation>
    </message>
    <message>
        <source>Previous 7 days</source>
        <translation>7 ngày trước</translation>
    </message>
    <message>
        <source>Previous 30 days</source>
        <translation>30 ngày trước</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>month and year</comment>
        <translation>%1 năm %2</translation>
    </message>
    <message>
        <source>&lt;1%</source>
        <translation>&lt;1%</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>per cent</comment>
        <translation>%1%</translation>
    </message>
</context>
<context>
    <name>FoundServers</name>
    <message numerus="yes">
        <source>%1 answers at %2 and has %Ln model(s).</source>
        <translation>
            <numerusform>%1 trả lời tại %2 và có %Ln mô hình.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>Thêm %1</translation>
    </message>
    <message>
        <source>Looking at the usual ports of this machine…</source>
        <translation>Đang xem các cổng thường dùng của máy này…</translation>
    </message>
    <message>
        <source>No server answers on the usual ports of this machine: Ollama 11434, llama.cpp 8080, LM Studio 1234, vLLM 8000.</source>
        <translation>Không có máy chủ nào trả lời ở các cổng thường dùng của máy này: Ollama 11434, llama.cpp 8080, LM Studio 1234, vLLM 8000.</translation>
    </message>
</context>
<context>
    <name>FrameShaper</name>
    <message>
        <source>Summarised up to here</source>
        <translation>Đã tóm tắt đến đây</translation>
    </message>
    <message>
        <source>Show the summary that is sent in place of the messages above</source>
        <translation>Xem bản tóm tắt được gửi thay cho các tin nhắn bên trên</translation>
    </message>
    <message numerus="yes">
        <source>The model&apos;s reasoning, %n characters</source>
        <translation>
            <numerusform>Suy luận của mô hình, %n ký tự</numerusform>
        </translation>
    </message>
    <message>
        <source>Show or hide what the model thought aloud</source>
        <translation>Hiện hoặc ẩn suy luận của mô hình</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Phiên bản trước</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Phiên bản sau</translation>
    </message>
</context>
<context>
    <name>HealthText</name>
    <message>
        <source>no errors</source>
        <translation>không có lỗi</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>how often, and which class of error</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>Chưa có câu trả lời.</translation>
    </message>
    <message>
        <source>p50 %1, p95 %2, p99 %3 (n = %4)</source>
        <translation>p50 %1, p95 %2, p99 %3 (n = %4)</translation>
    </message>
    <message>
        <source>No requests yet.</source>
        <translation>Chưa có yêu cầu.</translation>
    </message>
    <message>
        <source>First token after %1.</source>
        <translation>Token đầu sau %1.</translation>
    </message>
    <message>
        <source>no new conversations</source>
        <translation>không nhận cuộc trò chuyện mới</translation>
    </message>
    <message>
        <source>%1 of new conversations</source>
        <translation>%1 cuộc trò chuyện mới</translation>
    </message>
    <message>
        <source>%1 errors (%2)</source>
        <comment>a share in per cent, and the classes</comment>
        <translation>%1 lỗi (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln request(s), %1. %2</source>
        <translation>
            <numerusform>%Ln yêu cầu, %1. %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them stood in for another provider.</source>
        <translation>
            <numerusform>%Ln trong số đó đã thay cho nhà cung cấp khác.</numerusform>
        </translation>
    </message>
    <message>
        <source>not understood</source>
        <translation>không hiểu được</translation>
    </message>
    <message>
        <source>cut off</source>
        <translation>bị cắt ngang</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>khóa bị từ chối</translation>
    </message>
    <message>
        <source>network</source>
        <translation>mạng</translation>
    </message>
    <message>
        <source>quota used up</source>
        <translation>hết hạn mức</translation>
    </message>
    <message>
        <source>rate limit</source>
        <translation>vượt giới hạn tần suất</translation>
    </message>
    <message>
        <source>server failed</source>
        <translation>máy chủ lỗi</translation>
    </message>
    <message>
        <source>timeout</source>
        <translation>quá thời gian</translation>
    </message>
    <message>
        <source>encryption</source>
        <translation>mã hóa</translation>
    </message>
    <message>
        <source>%1, still rough.</source>
        <translation>%1, còn sơ bộ.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <translation>%1.</translation>
    </message>
</context>
<context>
    <name>HeatMap</name>
    <message>
        <source>The dearest hour: %1</source>
        <translation>Giờ tốn kém nhất: %1</translation>
    </message>
    <message>
        <source>%1 from %2 to %3: %4 for %5 requests</source>
        <comment>weekday, time, time, money, number</comment>
        <translation>%1 từ %2 đến %3: %4 cho %5 yêu cầu</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Which request to look at</source>
        <translation>Chọn yêu cầu để xem</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Ngữ cảnh</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Yêu cầu</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Chi phí</translation>
    </message>
    <message>
        <source>Next request</source>
        <translation>Yêu cầu tiếp theo</translation>
    </message>
    <message>
        <source>Answer of %1 · %2</source>
        <comment>time, model</comment>
        <translation>Câu trả lời lúc %1 · %2</translation>
    </message>
</context>
<context>
    <name>KeyField</name>
    <message>
        <source>Paste the key here</source>
        <translation>Dán khóa API vào đây</translation>
    </message>
    <message>
        <source>Paste another key to replace it</source>
        <translation>Dán khóa API khác để thay thế</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Khóa API</translation>
    </message>
    <message>
        <source>Save key</source>
        <translation>Lưu khóa</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Remove the key</source>
        <translation>Xóa khóa API</translation>
    </message>
    <message>
        <source>No key yet.</source>
        <translation>Chưa có khóa API.</translation>
    </message>
    <message>
        <source>The key comes from the environment (%1).</source>
        <translation>Khóa API lấy từ biến môi trường (%1).</translation>
    </message>
    <message>
        <source>The key is in this system&apos;s keychain.</source>
        <translation>Khóa API nằm trong chuỗi khóa của hệ thống.</translation>
    </message>
    <message>
        <source>There is no keychain here: the key is kept until the program ends.</source>
        <translation>Ở đây không có chuỗi khóa: khóa API chỉ được giữ đến khi thoát chương trình.</translation>
    </message>
    <message>
        <source>No password yet.</source>
        <translation>Chưa có mật khẩu.</translation>
    </message>
    <message>
        <source>The password comes from the environment (%1).</source>
        <translation>Mật khẩu lấy từ biến môi trường (%1).</translation>
    </message>
    <message>
        <source>The password is in this system&apos;s keychain.</source>
        <translation>Mật khẩu nằm trong kho khóa của hệ thống.</translation>
    </message>
    <message>
        <source>There is no keychain here: the password is kept until the program ends.</source>
        <translation>Máy này không có kho khóa: mật khẩu chỉ được giữ đến khi chương trình kết thúc.</translation>
    </message>
    <message>
        <source>Type the password here</source>
        <translation>Nhập mật khẩu vào đây</translation>
    </message>
    <message>
        <source>Type another password to replace it</source>
        <translation>Nhập mật khẩu khác để thay</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mật khẩu</translation>
    </message>
    <message>
        <source>Save password</source>
        <translation>Lưu mật khẩu</translation>
    </message>
    <message>
        <source>Remove the password</source>
        <translation>Xóa mật khẩu</translation>
    </message>
</context>
<context>
    <name>LabBar</name>
    <message>
        <source>Lab</source>
        <translation>Phòng thử</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Cuộc trò chuyện</translation>
    </message>
    <message>
        <source>The conversation that is looked at</source>
        <translation>Cuộc trò chuyện đang xem</translation>
    </message>
    <message>
        <source>What if…</source>
        <translation>Giả định…</translation>
    </message>
    <message>
        <source>What the whole stored past would have cost</source>
        <translation>Toàn bộ lịch sử đã lưu lẽ ra tốn bao nhiêu</translation>
    </message>
    <message>
        <source>Add card</source>
        <translation>Thêm thẻ</translation>
    </message>
    <message>
        <source>Ask all</source>
        <translation>Hỏi tất cả</translation>
    </message>
    <message>
        <source>Sends the request of every card and shows the replies side by side. The conversation stays as it is; what it costs is booked as lab.</source>
        <translation>Gửi yêu cầu của mọi thẻ và hiện các câu trả lời cạnh nhau. Cuộc trò chuyện vẫn giữ nguyên; chi phí được ghi cho Phòng thử.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>Another question than the conversation&apos;s last one; it goes behind the whole conversation</source>
        <translation>Câu hỏi khác với câu hỏi cuối của cuộc trò chuyện; được đặt sau toàn bộ cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Calls per day</source>
        <translation>Lần gọi mỗi ngày</translation>
    </message>
    <message>
        <source>The traffic that the cost per month is projected from</source>
        <translation>Lưu lượng dùng để ước tính chi phí mỗi tháng</translation>
    </message>
    <message>
        <source>Untitled conversation</source>
        <translation>Cuộc trò chuyện chưa đặt tên</translation>
    </message>
    <message>
        <source>This conversation has no question yet</source>
        <translation>Cuộc trò chuyện này chưa có câu hỏi</translation>
    </message>
    <message>
        <source>Its last question: %1</source>
        <translation>Câu hỏi cuối: %1</translation>
    </message>
</context>
<context>
    <name>LabCard</name>
    <message>
        <source>Whole window</source>
        <translation>Toàn cửa sổ</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Chiến lược</translation>
    </message>
    <message>
        <source>Largest request in tokens</source>
        <translation>Yêu cầu lớn nhất, tính bằng token</translation>
    </message>
    <message>
        <source>Largest request in tokens; the whole window of the model at 0</source>
        <translation>Yêu cầu lớn nhất, tính bằng token; 0 là toàn cửa sổ của mô hình</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Remove this card</source>
        <translation>Xóa thẻ này</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>model, provider</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Planning…</source>
        <translation>Đang lập kế hoạch…</translation>
    </message>
    <message>
        <source>Over by %1</source>
        <translation>Vượt %1</translation>
    </message>
    <message>
        <source> tokens</source>
        <comment>behind a number, with the blank before it</comment>
        <translation> token</translation>
    </message>
    <message>
        <source>What to do with this card</source>
        <translation>Việc làm với thẻ này</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Nhân đôi</translation>
    </message>
    <message>
        <source>Move to the left</source>
        <translation>Chuyển sang trái</translation>
    </message>
    <message>
        <source>Move to the right</source>
        <translation>Chuyển sang phải</translation>
    </message>
    <message>
        <source>All options as usual</source>
        <translation>Đặt lại mọi tuỳ chọn</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Tuỳ chọn</translation>
    </message>
    <message>
        <source>All options are as usual</source>
        <translation>Mọi tuỳ chọn như thường lệ</translation>
    </message>
</context>
<context>
    <name>LabColumn</name>
    <message>
        <source>whole window</source>
        <translation>toàn cửa sổ</translation>
    </message>
    <message>
        <source>%1 · %2 · %3</source>
        <comment>strategy, budget, model</comment>
        <translation>%1 · %2 · %3</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>card, options</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Over its budget for %1 of the questions, which are not sent</source>
        <translation>Vượt ngân sách ở %1 số câu hỏi, nên không được gửi</translation>
    </message>
    <message>
        <source>Best recall</source>
        <translation>Độ thu hồi tốt nhất</translation>
    </message>
    <message>
        <source>Recall: no difference from the best</source>
        <translation>Thu hồi: không khác thẻ tốt nhất</translation>
    </message>
    <message>
        <source>%1 (%2–%3)</source>
        <comment>share, ends of its interval</comment>
        <translation>%1 (%2–%3)</translation>
    </message>
    <message numerus="yes">
        <source>Recall: %Ln point(s) below the best</source>
        <translation>
            <numerusform>Thu hồi: kém thẻ tốt nhất %Ln điểm</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LabDelegate</name>
    <message>
        <source>%1 of %2</source>
        <comment>tokens sent, tokens of the whole message</comment>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>LabMatrix</name>
    <message>
        <source>What becomes of each message under each card</source>
        <translation>Mỗi tin nhắn được xử lý ra sao ở từng thẻ</translation>
    </message>
    <message>
        <source>Go to the message</source>
        <translation>Đi tới tin nhắn</translation>
    </message>
    <message>
        <source>Needed for the answer</source>
        <translation>Cần cho câu trả lời</translation>
    </message>
</context>
<context>
    <name>LabMatrixModel</name>
    <message>
        <source>Calls %1</source>
        <translation>Gọi %1</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
    <message>
        <source>Message %1 of %2, %3</source>
        <comment>number, count, writer</comment>
        <translation>Tin nhắn %1/%2, %3</translation>
    </message>
    <message>
        <source>Of these, %1 are sent</source>
        <translation>Trong đó gửi %1</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Điểm %1</translation>
    </message>
    <message>
        <source>Message %1, %2: %3</source>
        <comment>number, writer, text</comment>
        <translation>Tin nhắn %1, %2: %3</translation>
    </message>
    <message>
        <source>Proposed as needed for the answer; not confirmed yet</source>
        <translation>Được gợi ý là cần cho câu trả lời; chưa xác nhận</translation>
    </message>
    <message>
        <source>Needed for the answer</source>
        <translation>Cần cho câu trả lời</translation>
    </message>
</context>
<context>
    <name>LabPage</name>
    <message>
        <source>Lab</source>
        <translation>Phòng thử</translation>
    </message>
    <message>
        <source>Compare strategies on a conversation</source>
        <translation>So sánh chiến lược trên một cuộc trò chuyện</translation>
    </message>
    <message>
        <source>The lab lays context strategies side by side: which messages each one sends, what a call costs, and what the model answers. Begin or import a conversation in Chats first.</source>
        <translation>Phòng thử đặt các chiến lược ngữ cảnh cạnh nhau: mỗi chiến lược gửi tin nhắn nào, một lần gọi tốn bao nhiêu và mô hình trả lời gì. Trước hết, hãy bắt đầu hoặc nhập một cuộc trò chuyện trong Trò chuyện.</translation>
    </message>
    <message>
        <source>Go to Chats</source>
        <translation>Đi tới Trò chuyện</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Chỉ phần khác nhau</translation>
    </message>
    <message>
        <source>Only messages of which the cards send different parts</source>
        <translation>Chỉ các tin nhắn mà các thẻ gửi khác nhau</translation>
    </message>
    <message>
        <source>No messages yet. Ask something above, and see what goes out.</source>
        <translation>Chưa có tin nhắn. Hãy đặt câu hỏi ở trên để xem những gì được gửi.</translation>
    </message>
    <message>
        <source>%1 of %2 messages differ between the cards.</source>
        <translation>%1 trên %2 tin nhắn khác nhau giữa các thẻ.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>So sánh</translation>
    </message>
    <message>
        <source>Time travel</source>
        <translation>Đi theo thời gian</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Thí nghiệm</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>Phép thử</translation>
    </message>
    <message>
        <source>Mark which messages a question needs, and measure how much of them each card sends</source>
        <translation>Đánh dấu các tin nhắn mà câu hỏi cần, và đo xem mỗi thẻ gửi được bao nhiêu</translation>
    </message>
</context>
<context>
    <name>LimitForm</name>
    <message>
        <source>Soft: only warns</source>
        <translation>Mềm: chỉ cảnh báo</translation>
    </message>
    <message>
        <source>Hard: calls are not made</source>
        <translation>Cứng: không gửi yêu cầu</translation>
    </message>
    <message>
        <source>New limit</source>
        <translation>Giới hạn mới</translation>
    </message>
    <message>
        <source>$</source>
        <comment>before an amount of US dollars</comment>
        <translation>$</translation>
    </message>
    <message>
        <source>What is limited</source>
        <translation>Giới hạn cái gì</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>Cụ thể là</translation>
    </message>
    <message>
        <source>How often it begins anew</source>
        <translation>Bắt đầu lại theo</translation>
    </message>
    <message>
        <source>How much may be spent</source>
        <translation>Được chi bao nhiêu</translation>
    </message>
    <message>
        <source>What happens when it is reached</source>
        <translation>Khi chạm giới hạn</translation>
    </message>
    <message>
        <source>Time zone of its days</source>
        <translation>Múi giờ tính ngày</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>LimitWords</name>
    <message>
        <source>All spending</source>
        <translation>Mọi chi tiêu</translation>
    </message>
    <message>
        <source>No user</source>
        <translation>Không có người dùng</translation>
    </message>
    <message>
        <source>User %1</source>
        <translation>Người dùng %1</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>Nhãn %1</translation>
    </message>
    <message>
        <source>Provider %1</source>
        <translation>Nhà cung cấp %1</translation>
    </message>
    <message>
        <source>Model %1</source>
        <translation>Mô hình %1</translation>
    </message>
    <message>
        <source>One user</source>
        <translation>Một người dùng</translation>
    </message>
    <message>
        <source>One tag</source>
        <translation>Một nhãn</translation>
    </message>
    <message>
        <source>One provider</source>
        <translation>Một nhà cung cấp</translation>
    </message>
    <message>
        <source>One model</source>
        <translation>Một mô hình</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>mỗi ngày</translation>
    </message>
    <message>
        <source>a week</source>
        <translation>mỗi tuần</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>mỗi tháng</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what is limited, &quot;a month&quot;</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of %2 (%3)</source>
        <comment>money spent, limit, share</comment>
        <translation>%1 / %2 (%3)</translation>
    </message>
    <message>
        <source>Hard: a call that would pass it is not made. Days of %1.</source>
        <translation>Cứng: không gửi yêu cầu làm vượt giới hạn. Ngày theo %1.</translation>
    </message>
    <message>
        <source>Soft: it only warns. Days of %1.</source>
        <translation>Mềm: chỉ cảnh báo. Ngày theo %1.</translation>
    </message>
    <message>
        <source>This request can cost up to %1 and would pass the limit &quot;%2&quot; of %3: it will not be sent.</source>
        <translation>Yêu cầu này có thể tốn tới %1 và sẽ vượt giới hạn &quot;%2&quot; là %3: sẽ không được gửi.</translation>
    </message>
    <message>
        <source>This request can cost up to %1 and would pass the limit &quot;%2&quot; of %3.</source>
        <translation>Yêu cầu này có thể tốn tới %1 và sẽ vượt giới hạn &quot;%2&quot; là %3.</translation>
    </message>
    <message>
        <source>This request can take the limit &quot;%1&quot; to %2 of %3.</source>
        <comment>limit, share, money</comment>
        <translation>Yêu cầu này có thể đưa giới hạn &quot;%1&quot; lên %2 của %3.</translation>
    </message>
    <message>
        <source>%1, %2 set aside for calls on their way</source>
        <comment>&quot;$1 of $5 (20%)&quot;, money</comment>
        <translation>%1, giữ trước %2 cho yêu cầu đang gửi</translation>
    </message>
</context>
<context>
    <name>LimitsPage</name>
    <message>
        <source>Change</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Change the limit %1</source>
        <translation>Sửa giới hạn %1</translation>
    </message>
    <message>
        <source>Remove the limit %1</source>
        <translation>Xóa giới hạn %1</translation>
    </message>
    <message>
        <source>The limit was removed.</source>
        <translation>Đã xóa giới hạn.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Giới hạn</translation>
    </message>
    <message>
        <source>Add a limit</source>
        <translation>Thêm giới hạn</translation>
    </message>
    <message>
        <source>How much may be spent in a day, a week or a month. A limit warns at 70, 90 and 100%. A hard one also stops calls that would pass it, several at once included; models without a price go through.</source>
        <translation>Được chi bao nhiêu trong một ngày, tuần hay tháng. Giới hạn cảnh báo ở mức 70, 90 và 100%. Giới hạn cứng còn chặn các yêu cầu làm vượt mức, kể cả khi gửi cùng lúc; mô hình chưa có giá thì được qua.</translation>
    </message>
    <message>
        <source>No limit yet</source>
        <translation>Chưa có giới hạn</translation>
    </message>
    <message>
        <source>Add one to be warned in time.</source>
        <translation>Thêm giới hạn để được cảnh báo kịp thời.</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Not opened: only web and mail addresses are. Target: %1</source>
        <translation>Không mở được: chỉ mở địa chỉ web và thư. Đích: %1</translation>
    </message>
    <message>
        <source>Writes a mail: %1</source>
        <translation>Soạn thư: %1</translation>
    </message>
    <message>
        <source>Opens %1 in the browser
Host: %2</source>
        <translation>Mở %1 trong trình duyệt
Máy chủ: %2</translation>
    </message>
    <message numerus="yes">
        <source>Opens %1 in the browser
Host: %2
Sends %n characters along with the address</source>
        <translation>
            <numerusform>Mở %1 trong trình duyệt
Máy chủ: %2
Gửi kèm %n ký tự trong địa chỉ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MessageActions</name>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Copy the message as it was written (Ctrl+C)</source>
        <translation>Sao chép tin nhắn đúng như đã viết (Ctrl+C)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Edit the message and ask again; this version is kept (E)</source>
        <translation>Sửa tin nhắn rồi hỏi lại; phiên bản này vẫn được giữ (E)</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>Tạo lại</translation>
    </message>
    <message>
        <source>Ask again; this version is kept (R)</source>
        <translation>Hỏi lại; phiên bản này vẫn được giữ (R)</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Bỏ ghim</translation>
    </message>
    <message>
        <source>Let the strategy decide about the message again (P)</source>
        <translation>Để chiến lược quyết định lại về tin nhắn (P)</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Ghim</translation>
    </message>
    <message>
        <source>Always send the message (P)</source>
        <translation>Luôn gửi tin nhắn này (P)</translation>
    </message>
    <message>
        <source>Include again</source>
        <translation>Đưa lại vào</translation>
    </message>
    <message>
        <source>Let the strategy decide about the message again (X)</source>
        <translation>Để chiến lược quyết định lại về tin nhắn (X)</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Lược bỏ</translation>
    </message>
    <message>
        <source>Never send the message (X)</source>
        <translation>Không bao giờ gửi tin nhắn này (X)</translation>
    </message>
    <message>
        <source>Regenerate with</source>
        <translation>Tạo lại với</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Chiến lược</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Show what was sent for this answer and what it cost (I)</source>
        <translation>Xem những gì đã gửi cho câu trả lời này và chi phí (I)</translation>
    </message>
</context>
<context>
    <name>MessageCommands</name>
    <message>
        <source>Open %1</source>
        <translation>Mở %1</translation>
    </message>
    <message>
        <source>Copy the code “%1”</source>
        <translation>Sao chép mã “%1”</translation>
    </message>
    <message>
        <source>Show the summary of what stands above</source>
        <translation>Xem bản tóm tắt của phần bên trên</translation>
    </message>
    <message>
        <source>Show or hide the model&apos;s reasoning</source>
        <translation>Hiện hoặc ẩn suy luận của mô hình</translation>
    </message>
    <message>
        <source>Previous version</source>
        <translation>Phiên bản trước</translation>
    </message>
    <message>
        <source>Next version</source>
        <translation>Phiên bản sau</translation>
    </message>
</context>
<context>
    <name>MessageHeader</name>
    <message>
        <source>Messages</source>
        <translation>Tin nhắn</translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message>
        <source>You</source>
        <translation>Bạn</translation>
    </message>
    <message>
        <source>Not sent with the last request. %1.</source>
        <translation>Không được gửi trong yêu cầu gần nhất. %1.</translation>
    </message>
    <message>
        <source>Answering…</source>
        <translation>Đang trả lời…</translation>
    </message>
    <message>
        <source>Interrupted: the connection or the program ended in the middle</source>
        <translation>Bị gián đoạn: mất kết nối hoặc chương trình dừng giữa chừng</translation>
    </message>
    <message>
        <source>Stopped by you</source>
        <translation>Bạn đã dừng</translation>
    </message>
    <message>
        <source>Cut off: the provider ended the answer before it was complete</source>
        <translation>Bị cắt: nhà cung cấp kết thúc câu trả lời trước khi hoàn tất</translation>
    </message>
    <message>
        <source>Failed: no usable answer came</source>
        <translation>Thất bại: không nhận được câu trả lời dùng được</translation>
    </message>
    <message>
        <source>first token after %1</source>
        <translation>token đầu sau %1</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Phiên bản %1/%2</translation>
    </message>
</context>
<context>
    <name>MeterBar</name>
    <message>
        <source>Free</source>
        <comment>part of the window</comment>
        <translation>Còn trống</translation>
    </message>
    <message>
        <source>Answer so far</source>
        <comment>part of the window</comment>
        <translation>Câu trả lời đến nay</translation>
    </message>
    <message>
        <source>Kept for the answer</source>
        <comment>part of the window</comment>
        <translation>Dành cho câu trả lời</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>part of the window: tokens</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Put this message away</source>
        <translation>Đóng thông báo này</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Bỏ qua</translation>
    </message>
</context>
<context>
    <name>OptionText</name>
    <message>
        <source>Newest messages</source>
        <translation>Tin nhắn mới nhất</translation>
    </message>
    <message>
        <source>Tokens at most</source>
        <translation>Nhiều nhất (token)</translation>
    </message>
    <message>
        <source>Newest messages in full</source>
        <translation>Tin mới nhất nguyên vẹn</translation>
    </message>
    <message>
        <source>Summarise on this machine</source>
        <translation>Tóm tắt trên máy này</translation>
    </message>
    <message>
        <source>Newest turns</source>
        <translation>Lượt mới nhất</translation>
    </message>
    <message>
        <source>Similarity</source>
        <translation>Độ giống nhau</translation>
    </message>
    <message>
        <source>Messages in a chunk</source>
        <translation>Tin nhắn mỗi khối</translation>
    </message>
    <message>
        <source>Last chunks in full</source>
        <translation>Khối cuối nguyên vẹn</translation>
    </message>
    <message>
        <source>Tokens of quotes</source>
        <translation>Token trích dẫn</translation>
    </message>
    <message>
        <source>Tokens retrieved</source>
        <translation>Token truy xuất</translation>
    </message>
    <message>
        <source>Mark what is left out</source>
        <translation>Ghi rõ chỗ bị lược</translation>
    </message>
    <message>
        <source>How many of the newest messages are sent.</source>
        <translation>Bao nhiêu tin nhắn mới nhất được gửi.</translation>
    </message>
    <message>
        <source>How many tokens the strategy may choose, below what the budget allows.</source>
        <translation>Chiến lược được chọn bao nhiêu token, trong mức ngân sách cho phép.</translation>
    </message>
    <message>
        <source>How many of the newest messages are sent as they are; the older ones go into the summary.</source>
        <translation>Bao nhiêu tin nhắn mới nhất được gửi nguyên vẹn; các tin cũ hơn đi vào bản tóm tắt.</translation>
    </message>
    <message>
        <source>Makes a summary of extracts on this machine where no model has made one.</source>
        <translation>Tóm tắt bằng các trích đoạn ngay trên máy này khi chưa có bản tóm tắt của mô hình.</translation>
    </message>
    <message>
        <source>How many of the newest turns always go, whatever they are about.</source>
        <translation>Bao nhiêu lượt mới nhất luôn được gửi, dù nói về điều gì.</translation>
    </message>
    <message>
        <source>How much neighbouring messages must have in common to be one chunk, from 0 to 1.</source>
        <translation>Các tin nhắn cạnh nhau phải giống nhau đến đâu để thành một khối, từ 0 đến 1.</translation>
    </message>
    <message>
        <source>How many messages a chunk holds at most.</source>
        <translation>Một khối chứa tối đa bao nhiêu tin nhắn.</translation>
    </message>
    <message>
        <source>How many chunks at the end are sent as they are.</source>
        <translation>Bao nhiêu khối ở cuối được gửi nguyên vẹn.</translation>
    </message>
    <message>
        <source>How many tokens quotes from the older chunks may have.</source>
        <translation>Các trích dẫn từ khối cũ được có bao nhiêu token.</translation>
    </message>
    <message>
        <source>How many tokens what bears on the question may have.</source>
        <translation>Phần liên quan đến câu hỏi được có bao nhiêu token.</translation>
    </message>
    <message>
        <source>Marks in the request where messages were left out, so that the model knows of the gap.</source>
        <translation>Ghi trong yêu cầu chỗ có tin nhắn bị lược, để mô hình biết có khoảng trống.</translation>
    </message>
    <message>
        <source>as many as fit</source>
        <translation>vừa bao nhiêu lấy bấy nhiêu</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>option, its value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: yes</source>
        <comment>option</comment>
        <translation>%1: có</translation>
    </message>
    <message>
        <source>%1: no</source>
        <comment>option</comment>
        <translation>%1: không</translation>
    </message>
    <message>
        <source>Share kept when cut</source>
        <translation>Phần giữ khi cắt</translation>
    </message>
    <message>
        <source>Weight of words</source>
        <translation>Trọng số từ ngữ</translation>
    </message>
    <message>
        <source>Summarised by</source>
        <translation>Tóm tắt bởi</translation>
    </message>
    <message>
        <source>Down to which share of the budget the history is cut when it is full, from 0.1 to 1.</source>
        <translation>Khi đầy, lịch sử được cắt xuống còn phần nào của ngân sách, từ 0,1 đến 1.</translation>
    </message>
    <message>
        <source>How much words count beside meanings when messages are chosen, from 0 to 1; without meanings words alone count.</source>
        <translation>Từ ngữ nặng bao nhiêu so với ý nghĩa khi chọn tin nhắn, từ 0 đến 1; không có ý nghĩa thì chỉ tính từ ngữ.</translation>
    </message>
    <message>
        <source>The model that summarises; empty: none, the summary is made of extracts on this machine.</source>
        <translation>Mô hình làm bản tóm tắt; để trống: không có, bản tóm tắt gồm các trích đoạn trên máy này.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>option, its text</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>PlanDelegate</name>
    <message>
        <source>score %1</source>
        <translation>điểm %1</translation>
    </message>
</context>
<context>
    <name>PlanModel</name>
    <message>
        <source>(the text is not here any more)</source>
        <translation>(nội dung không còn ở đây)</translation>
    </message>
    <message>
        <source>Calls %1</source>
        <translation>Gọi %1</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(trống)</translation>
    </message>
    <message>
        <source>Message %1 of %2, %3</source>
        <comment>number, count, writer</comment>
        <translation>Tin nhắn %1/%2, %3</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Điểm %1</translation>
    </message>
    <message>
        <source>In the prefix that the provider has cached</source>
        <translation>Thuộc phần đầu mà nhà cung cấp đã lưu đệm</translation>
    </message>
    <message>
        <source>Sent of these: %1</source>
        <translation>Đã gửi trong số này: %1</translation>
    </message>
</context>
<context>
    <name>PlanStrip</name>
    <message>
        <source>Context strip</source>
        <translation>Dải ngữ cảnh</translation>
    </message>
    <message>
        <source>Message %1, %2
%3
%4</source>
        <comment>number, writer, verdict, tokens</comment>
        <translation>Tin nhắn %1, %2
%3
%4</translation>
    </message>
</context>
<context>
    <name>PriceForm</name>
    <message>
        <source>Provider</source>
        <translation>Nhà cung cấp</translation>
    </message>
    <message>
        <source>Model, or its beginning and *</source>
        <translation>Mô hình, hoặc phần đầu và *</translation>
    </message>
    <message>
        <source>Input, $ a million tokens</source>
        <translation>Đầu vào, $ mỗi triệu token</translation>
    </message>
    <message>
        <source>Read from the cache</source>
        <translation>Đọc từ bộ đệm</translation>
    </message>
    <message>
        <source>Written to the cache</source>
        <translation>Ghi vào bộ đệm</translation>
    </message>
    <message>
        <source>Output, $ a million tokens</source>
        <translation>Đầu ra, $ mỗi triệu token</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Suy luận</translation>
    </message>
    <message>
        <source>From (2026-03-01)</source>
        <translation>Từ (2026-03-01)</translation>
    </message>
    <message>
        <source>To, without this day</source>
        <translation>Đến, không gồm ngày này</translation>
    </message>
    <message>
        <source>Only above so many tokens</source>
        <translation>Chỉ khi trên số token này</translation>
    </message>
    <message>
        <source>Only at (22:00-06:00 UTC)</source>
        <translation>Chỉ lúc (22:00-06:00 UTC)</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
    <message>
        <source>New price</source>
        <translation>Giá mới</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Only for a tier (flex, batch)</source>
        <translation>Chỉ cho một hạng (flex, batch)</translation>
    </message>
</context>
<context>
    <name>PriceTableModel</name>
    <message>
        <source>%1, looked at on %2</source>
        <comment>source, date</comment>
        <translation>%1, xem ngày %2</translation>
    </message>
    <message>
        <source>any</source>
        <translation>bất kỳ</translation>
    </message>
    <message>
        <source>own: %1</source>
        <comment>source of a price</comment>
        <translation>riêng: %1</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Nhà cung cấp</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Đầu vào</translation>
    </message>
    <message>
        <source>Cache read</source>
        <translation>Đọc đệm</translation>
    </message>
    <message>
        <source>Cache write</source>
        <translation>Ghi đệm</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Đầu ra</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>Suy luận</translation>
    </message>
    <message>
        <source>Only</source>
        <translation>Điều kiện</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Khoảng thời gian</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Nguồn</translation>
    </message>
</context>
<context>
    <name>PriceWords</name>
    <message>
        <source>above %1 tokens</source>
        <translation>trên %1 token</translation>
    </message>
    <message>
        <source>%1–%2 UTC</source>
        <comment>hours of the day</comment>
        <translation>%1–%2 UTC</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first day, last day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>từ %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>đến %1</translation>
    </message>
    <message>
        <source>always</source>
        <translation>luôn luôn</translation>
    </message>
</context>
<context>
    <name>PricesPage</name>
    <message>
        <source>own agreement</source>
        <translation>thỏa thuận riêng</translation>
    </message>
    <message>
        <source>Saved. It holds for calls from now on; what was charged stays as it was.</source>
        <translation>Đã lưu. Giá áp dụng cho các yêu cầu từ nay; những gì đã tính phí giữ nguyên.</translation>
    </message>
    <message>
        <source>The price was removed.</source>
        <translation>Đã xóa giá.</translation>
    </message>
    <message>
        <source>Import prices</source>
        <translation>Nhập giá</translation>
    </message>
    <message>
        <source>Export prices</source>
        <translation>Xuất giá</translation>
    </message>
    <message>
        <source>Price list (*.json)</source>
        <translation>Bảng giá (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln prices imported.</source>
        <translation>
            <numerusform>Đã nhập %Ln giá.</numerusform>
        </translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Giá</translation>
    </message>
    <message>
        <source>US dollars for a million tokens. Your own rows are bold and win over those of the program. Every charge keeps the price that it was made with.</source>
        <translation>Đô la Mỹ cho một triệu token. Các dòng của bạn in đậm và được ưu tiên hơn dòng của chương trình. Mỗi khoản phí giữ nguyên giá lúc tính.</translation>
    </message>
    <message>
        <source>Look for a provider or a model</source>
        <translation>Tìm nhà cung cấp hoặc mô hình</translation>
    </message>
    <message>
        <source>Add a price</source>
        <translation>Thêm giá</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Nhập</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Xuất</translation>
    </message>
    <message>
        <source>Remove this price</source>
        <translation>Xóa giá này</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Bảng giá</translation>
    </message>
    <message>
        <source>Click a row to change it.</source>
        <translation>Nhấp vào một dòng để sửa.</translation>
    </message>
    <message>
        <source>Price the past anew</source>
        <translation>Tính lại giá cũ</translation>
    </message>
    <message numerus="yes">
        <source>%Ln prices exported.</source>
        <translation>
            <numerusform>Đã xuất %Ln giá.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProbesPane</name>
    <message>
        <source>Probes</source>
        <translation>Phép thử</translation>
    </message>
    <message>
        <source>Measure this question</source>
        <translation>Đo câu hỏi này</translation>
    </message>
    <message>
        <source>Keeps the question as a probe. Then mark the messages above that its answer needs: with a click on the diamond, or with E.</source>
        <translation>Lưu câu hỏi thành phép thử. Sau đó đánh dấu ở trên các tin nhắn mà câu trả lời cần: nhấp vào hình thoi, hoặc nhấn E.</translation>
    </message>
    <message>
        <source>Propose messages</source>
        <translation>Gợi ý tin nhắn</translation>
    </message>
    <message>
        <source>Looks for the messages that the answer may need, for you to confirm</source>
        <translation>Tìm các tin nhắn mà câu trả lời có thể cần, để bạn xác nhận</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Xuất…</translation>
    </message>
    <message>
        <source>As JSON lines, which skein evaluate reads</source>
        <translation>Dạng các dòng JSON mà lệnh skein evaluate đọc được</translation>
    </message>
    <message>
        <source>Hide the probes</source>
        <translation>Ẩn các phép thử</translation>
    </message>
    <message>
        <source>Questions by which the cards are measured</source>
        <translation>Các câu hỏi dùng để đo các thẻ</translation>
    </message>
    <message>
        <source>Remove the probe</source>
        <translation>Xoá phép thử</translation>
    </message>
    <message>
        <source>Recall by budget</source>
        <translation>Độ thu hồi theo ngân sách</translation>
    </message>
    <message>
        <source>The budget is for what is selected: without the system messages and the question</source>
        <translation>Ngân sách dành cho phần được chọn: không kể tin nhắn hệ thống và câu hỏi</translation>
    </message>
    <message>
        <source>Recall of every card under growing budgets</source>
        <translation>Độ thu hồi của từng thẻ khi ngân sách tăng</translation>
    </message>
    <message numerus="yes">
        <source>needs %Ln message(s)</source>
        <translation>
            <numerusform>cần %Ln tin nhắn</numerusform>
        </translation>
    </message>
    <message>
        <source>mark above which messages the answer needs</source>
        <translation>hãy đánh dấu ở trên tin nhắn mà câu trả lời cần</translation>
    </message>
    <message>
        <source>%1
%2</source>
        <comment>question, what it needs</comment>
        <translation>%1
%2</translation>
    </message>
    <message numerus="yes">
        <source>Confirm %Ln message(s)</source>
        <translation>
            <numerusform>Xác nhận %Ln tin nhắn</numerusform>
        </translation>
    </message>
    <message>
        <source>By words, on this machine</source>
        <translation>Theo từ ngữ, trên máy này</translation>
    </message>
    <message>
        <source>Ask %1 · %2</source>
        <comment>model, provider</comment>
        <translation>Hỏi %1 · %2</translation>
    </message>
    <message>
        <source>A probe is a question and the messages that its answer needs. Add some, and see here how much of what they need each card sends, and from which budget on it is enough.</source>
        <translation>Một phép thử là một câu hỏi và các tin nhắn mà câu trả lời cần. Hãy thêm vài phép thử để thấy mỗi thẻ gửi được bao nhiêu phần cần thiết, và từ ngân sách nào thì đủ.</translation>
    </message>
    <message>
        <source>%1 looks for the messages…</source>
        <translation>%1 đang tìm các tin nhắn…</translation>
    </message>
    <message>
        <source>The model says that no message is needed.</source>
        <translation>Mô hình nói không cần tin nhắn nào.</translation>
    </message>
    <message>
        <source>The model did not name messages by their numbers.</source>
        <translation>Mô hình không nêu số thứ tự của tin nhắn.</translation>
    </message>
    <message>
        <source>The probe is removed.</source>
        <translation>Đã xoá phép thử.</translation>
    </message>
    <message>
        <source>Export the probes</source>
        <translation>Xuất các phép thử</translation>
    </message>
    <message>
        <source>probes.jsonl</source>
        <translation>probes.jsonl</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>Các dòng JSON (*.jsonl)</translation>
    </message>
    <message>
        <source>The experiment&apos;s probes took the place of the conversation&apos;s own.</source>
        <translation>Phép thử của thí nghiệm đã thay cho phép thử của cuộc trò chuyện.</translation>
    </message>
    <message>
        <source>The cards are being measured…</source>
        <translation>Đang đo các thẻ…</translation>
    </message>
</context>
<context>
    <name>ProviderCard</name>
    <message>
        <source>Practice</source>
        <translation>Luyện tập</translation>
    </message>
    <message>
        <source>Runs inside this program; nothing leaves this machine.</source>
        <translation>Chạy ngay trong chương trình; không gì rời khỏi máy này.</translation>
    </message>
    <message>
        <source>No model set</source>
        <translation>Chưa đặt mô hình</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Mô hình: %1</translation>
    </message>
    <message>
        <source>Needs no key.</source>
        <translation>Không cần khóa API.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Kiểm tra</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Sửa…</translation>
    </message>
    <message>
        <source>Ask by default</source>
        <translation>Đặt mặc định</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a button does, and to which provider</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Trọng số</translation>
    </message>
    <message>
        <source>Weight of %1</source>
        <translation>Trọng số của %1</translation>
    </message>
    <message>
        <source>default</source>
        <translation>mặc định</translation>
    </message>
</context>
<context>
    <name>ProviderCheck</name>
    <message>
        <source>It answers (%1), but names no models.</source>
        <translation>Có phản hồi (%1), nhưng không nêu mô hình nào.</translation>
    </message>
    <message>
        <source>It answers (%1), but has no model “%2”. It offers: %3.</source>
        <translation>Có phản hồi (%1), nhưng không có mô hình “%2”. Hiện có: %3.</translation>
    </message>
    <message>
        <source>Not tested yet.</source>
        <translation>Chưa kiểm tra.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Đang kiểm tra…</translation>
    </message>
    <message>
        <source>Give it a name.</source>
        <translation>Hãy đặt tên.</translation>
    </message>
    <message>
        <source>There is a provider of that name already.</source>
        <translation>Đã có nhà cung cấp mang tên này.</translation>
    </message>
    <message>
        <source>The address must be a web address, such as https://api.example.com/v1.</source>
        <translation>Địa chỉ phải là địa chỉ web, ví dụ https://api.example.com/v1.</translation>
    </message>
    <message>
        <source>The address must not hold a key or a question mark; keys go into their own field.</source>
        <translation>Địa chỉ không được chứa khóa API hay dấu hỏi; khóa API có ô riêng.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>A call of one token</source>
        <translation>Lệnh gọi một token</translation>
    </message>
    <message>
        <source>Streaming</source>
        <translation>Truyền dần</translation>
    </message>
    <message>
        <source>Reported usage</source>
        <translation>Báo lượng dùng</translation>
    </message>
    <message>
        <source>Cache of repeated beginnings</source>
        <translation>Lưu đệm phần đầu lặp lại</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>✗ %1: failed</source>
        <translation>✗ %1: thất bại</translation>
    </message>
    <message>
        <source>? %1: not seen</source>
        <translation>? %1: chưa thấy</translation>
    </message>
    <message numerus="yes">
        <source>It works: %Ln model(s), answered in %1.</source>
        <translation>
            <numerusform>Hoạt động tốt: %Ln mô hình, trả lời sau %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Conversations and keys would travel over http for all to read; use https.</source>
        <translation>Qua http, hội thoại và khóa API sẽ truyền đi mà ai cũng đọc được; hãy dùng https.</translation>
    </message>
    <message>
        <source>The key holds a space or a character that no key has; copy it once more, without anything around it.</source>
        <translation>Khóa API có khoảng trắng hoặc ký tự không hợp lệ; hãy sao chép lại, đừng lấy gì xung quanh.</translation>
    </message>
    <message>
        <source>Answers well.</source>
        <translation>Trả lời tốt.</translation>
    </message>
    <message>
        <source>Answers slowly.</source>
        <translation>Trả lời chậm.</translation>
    </message>
    <message>
        <source>Many requests fail.</source>
        <translation>Nhiều yêu cầu bị lỗi.</translation>
    </message>
    <message>
        <source>Cannot be reached.</source>
        <translation>Không kết nối được.</translation>
    </message>
</context>
<context>
    <name>ProviderForm</name>
    <message>
        <source>New provider</source>
        <translation>Nhà cung cấp mới</translation>
    </message>
    <message>
        <source>Change provider “%1”</source>
        <translation>Sửa nhà cung cấp “%1”</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Mẫu có sẵn</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>Loại khác</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Địa chỉ</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>The test shows which there are</source>
        <translation>Kiểm tra để xem có mô hình nào</translation>
    </message>
    <message>
        <source>It wants a key</source>
        <translation>Cần khóa API</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Khóa API</translation>
    </message>
    <message>
        <source>Save and test</source>
        <translation>Lưu và kiểm tra</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
</context>
<context>
    <name>ProvidersPage</name>
    <message>
        <source>Providers</source>
        <translation>Nhà cung cấp</translation>
    </message>
    <message>
        <source>Where requests are sent. Any server that speaks the chat-completions protocol will do, on this machine or elsewhere.</source>
        <translation>Nơi nhận các yêu cầu. Dùng được mọi máy chủ hỗ trợ giao thức chat-completions, trên máy này hay ở nơi khác.</translation>
    </message>
    <message>
        <source>Add a provider</source>
        <translation>Thêm nhà cung cấp</translation>
    </message>
    <message>
        <source>“%1” was removed. Its key stays in the keychain.</source>
        <translation>Đã xóa “%1”. Khóa API vẫn nằm trong chuỗi khóa.</translation>
    </message>
    <message>
        <source>Look for servers on this machine</source>
        <translation>Tìm máy chủ trên máy này</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Chats</source>
        <translation>Trò chuyện</translation>
    </message>
    <message>
        <source>Lab</source>
        <translation>Phòng thử</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Chi phí</translation>
    </message>
    <message>
        <source>Providers</source>
        <translation>Cung cấp</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>%1 (Ctrl+%2)</source>
        <translation>%1 (Ctrl+%2)</translation>
    </message>
</context>
<context>
    <name>ReasonText</name>
    <message>
        <source>its content is in the summary</source>
        <translation>nội dung đã có trong bản tóm tắt</translation>
    </message>
    <message numerus="yes">
        <source>older than the last %n messages</source>
        <translation>
            <numerusform>cũ hơn %n tin nhắn cuối</numerusform>
        </translation>
    </message>
    <message>
        <source>does not fit into the budget</source>
        <translation>không vừa ngân sách</translation>
    </message>
    <message>
        <source>left out by hand</source>
        <translation>lược bỏ thủ công</translation>
    </message>
    <message>
        <source>a request begins with a question, and this stands before the first</source>
        <translation>yêu cầu bắt đầu bằng câu hỏi, mà tin này đứng trước câu hỏi đầu tiên</translation>
    </message>
    <message>
        <source>the tool call or a result that belongs to it is missing</source>
        <translation>thiếu lệnh gọi công cụ hoặc kết quả đi kèm</translation>
    </message>
    <message>
        <source>there is nothing in it to send</source>
        <translation>không có gì để gửi</translation>
    </message>
    <message>
        <source>an answer that failed is not sent</source>
        <translation>câu trả lời thất bại không được gửi</translation>
    </message>
    <message>
        <source>system messages always go first</source>
        <translation>tin nhắn hệ thống luôn đi đầu</translation>
    </message>
    <message>
        <source>the newest question always goes</source>
        <translation>câu hỏi mới nhất luôn được gửi</translation>
    </message>
    <message>
        <source>belongs to the newest question</source>
        <translation>thuộc câu hỏi mới nhất</translation>
    </message>
    <message>
        <source>the whole history is sent</source>
        <translation>gửi toàn bộ lịch sử</translation>
    </message>
    <message numerus="yes">
        <source>among the last %n messages</source>
        <translation>
            <numerusform>thuộc %n tin nhắn cuối</numerusform>
        </translation>
    </message>
    <message>
        <source>among the newest messages that fit</source>
        <translation>thuộc các tin nhắn mới nhất còn vừa</translation>
    </message>
    <message>
        <source>in the part that stays the same, so that the provider&apos;s cache serves it</source>
        <translation>thuộc phần giữ nguyên để bộ đệm của nhà cung cấp phục vụ</translation>
    </message>
    <message>
        <source>every second message is kept</source>
        <translation>cứ hai tin nhắn giữ lại một</translation>
    </message>
    <message>
        <source>pinned by hand</source>
        <translation>ghim thủ công</translation>
    </message>
    <message>
        <source>goes with its tool call or result</source>
        <translation>đi cùng lệnh gọi công cụ hoặc kết quả</translation>
    </message>
    <message>
        <source>Kept</source>
        <comment>verdict on a message</comment>
        <translation>Giữ lại</translation>
    </message>
    <message>
        <source>Pinned</source>
        <comment>verdict on a message</comment>
        <translation>Đã ghim</translation>
    </message>
    <message>
        <source>Retrieved</source>
        <comment>verdict on a message</comment>
        <translation>Truy xuất</translation>
    </message>
    <message>
        <source>Shortened</source>
        <comment>verdict on a message</comment>
        <translation>Rút gọn</translation>
    </message>
    <message>
        <source>Summarised</source>
        <comment>verdict on a message</comment>
        <translation>Tóm tắt</translation>
    </message>
    <message>
        <source>Left out</source>
        <comment>verdict on a message</comment>
        <translation>Bị lược bỏ</translation>
    </message>
    <message>
        <source>Excluded</source>
        <comment>verdict on a message</comment>
        <translation>Đã loại</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>verdict on a message: reason</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>There is no summary yet, so the older messages are left out.</source>
        <translation>Chưa có bản tóm tắt nên các tin nhắn cũ bị lược bỏ.</translation>
    </message>
    <message>
        <source>No message bears on the question.</source>
        <translation>Không có tin nhắn nào liên quan đến câu hỏi.</translation>
    </message>
    <message>
        <source>The question is too long and was shortened by %1.</source>
        <translation>Câu hỏi quá dài và đã được rút bớt %1.</translation>
    </message>
    <message>
        <source>Tokens are estimated: the model&apos;s vocabulary is not public.</source>
        <translation>Số token là ước lượng: bộ từ vựng của mô hình không công khai.</translation>
    </message>
    <message>
        <source>The system messages alone are over the budget.</source>
        <translation>Riêng các tin nhắn hệ thống đã vượt ngân sách.</translation>
    </message>
    <message numerus="yes">
        <source>%n pinned messages do not fit into the budget.</source>
        <translation>
            <numerusform>%n tin nhắn đã ghim không vừa ngân sách.</numerusform>
        </translation>
    </message>
    <message>
        <source>System</source>
        <comment>part of a request</comment>
        <translation>Hệ thống</translation>
    </message>
    <message>
        <source>Pinned</source>
        <comment>part of a request</comment>
        <translation>Đã ghim</translation>
    </message>
    <message>
        <source>Summary</source>
        <comment>part of a request</comment>
        <translation>Bản tóm tắt</translation>
    </message>
    <message>
        <source>History</source>
        <comment>part of a request</comment>
        <translation>Lịch sử</translation>
    </message>
    <message>
        <source>Retrieved</source>
        <comment>part of a request</comment>
        <translation>Truy xuất</translation>
    </message>
    <message>
        <source>Question</source>
        <comment>part of a request</comment>
        <translation>Câu hỏi</translation>
    </message>
    <message>
        <source>System</source>
        <comment>writer of a message</comment>
        <translation>Hệ thống</translation>
    </message>
    <message>
        <source>User</source>
        <comment>writer of a message</comment>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Assistant</source>
        <comment>writer of a message</comment>
        <translation>Trợ lý</translation>
    </message>
    <message>
        <source>Tool</source>
        <comment>writer of a message</comment>
        <translation>Công cụ</translation>
    </message>
    <message>
        <source>estimated, calibrated with the usage that the provider reported</source>
        <translation>ước lượng, hiệu chỉnh theo số liệu nhà cung cấp báo</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>ước lượng</translation>
    </message>
    <message>
        <source>Full history</source>
        <translation>Toàn bộ lịch sử</translation>
    </message>
    <message>
        <source>Sliding window</source>
        <translation>Cửa sổ trượt</translation>
    </message>
    <message>
        <source>Sliding in blocks</source>
        <translation>Trượt theo khối</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>Phân đoạn</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Tóm tắt</translation>
    </message>
    <message>
        <source>Semantic</source>
        <translation>Ngữ nghĩa</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>Bậc thang</translation>
    </message>
    <message>
        <source>Hybrid</source>
        <translation>Kết hợp</translation>
    </message>
    <message>
        <source>Sends every message, and refuses before sending when that does not fit.</source>
        <translation>Gửi mọi tin nhắn, và từ chối trước khi gửi nếu không vừa.</translation>
    </message>
    <message>
        <source>Sends the newest messages and never splits a turn.</source>
        <translation>Gửi các tin nhắn mới nhất và không bao giờ tách một lượt.</translation>
    </message>
    <message>
        <source>Sends the newest messages, and cuts rarely and in large blocks, so that the provider&apos;s cache serves the rest.</source>
        <translation>Gửi các tin nhắn mới nhất, hiếm khi cắt và cắt theo khối lớn, để bộ đệm của nhà cung cấp phục vụ phần còn lại.</translation>
    </message>
    <message>
        <source>Sends extracts of the older chunks of the conversation, those that bear on the question, and the last ones in full.</source>
        <translation>Gửi trích đoạn của các đoạn cũ có liên quan đến câu hỏi, và nguyên văn các đoạn cuối của cuộc trò chuyện.</translation>
    </message>
    <message>
        <source>Sends a summary of the older messages and the newest as they are.</source>
        <translation>Gửi bản tóm tắt của các tin nhắn cũ và nguyên văn các tin nhắn mới nhất.</translation>
    </message>
    <message>
        <source>Sends the messages that bear most on the question.</source>
        <translation>Gửi các tin nhắn liên quan nhất đến câu hỏi.</translation>
    </message>
    <message>
        <source>Reduces step by step until the request fits.</source>
        <translation>Rút gọn từng bước đến khi yêu cầu vừa.</translation>
    </message>
    <message>
        <source>Sends a stable block of the newest messages, and behind it what bears on the question.</source>
        <translation>Gửi một khối ổn định gồm các tin nhắn mới nhất, rồi đến phần liên quan đến câu hỏi.</translation>
    </message>
    <message>
        <source>a short extract of its part of the conversation is sent</source>
        <translation>gửi một trích đoạn ngắn của phần hội thoại này</translation>
    </message>
    <message>
        <source>The stored summary cannot be used, so the plan does without it.</source>
        <translation>Không dùng được bản tóm tắt đã lưu, nên kế hoạch bỏ qua nó.</translation>
    </message>
    <message numerus="yes">
        <source>in the last %Ln part(s) of the conversation</source>
        <translation>
            <numerusform>trong %Ln phần cuối của cuộc trò chuyện</numerusform>
        </translation>
    </message>
    <message>
        <source>shortened to fit; left out: %1</source>
        <translation>rút ngắn cho vừa; bỏ lại: %1</translation>
    </message>
    <message>
        <source>The model&apos;s window is not known; assumed: %1.</source>
        <translation>Không rõ cửa sổ của mô hình; tạm tính: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln older message(s) are summarised by extracts made on this machine.</source>
        <translation>
            <numerusform>%Ln tin nhắn cũ hơn được tóm tắt bằng các trích đoạn tạo trên máy này.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model&apos;s summary was empty; this machine made one.</source>
        <translation>Bản tóm tắt của mô hình trống; máy này đã tự tóm tắt.</translation>
    </message>
    <message>
        <source>The model&apos;s summary was cut off; this machine made one.</source>
        <translation>Bản tóm tắt của mô hình bị cắt ngang; máy này đã tự tóm tắt.</translation>
    </message>
    <message>
        <source>The model only thought about a summary; this machine made one.</source>
        <translation>Mô hình chỉ suy nghĩ mà không viết bản tóm tắt; máy này đã tự tóm tắt.</translation>
    </message>
    <message>
        <source>The model called a tool instead of summarising; this machine made a summary.</source>
        <translation>Mô hình gọi công cụ thay vì tóm tắt; máy này đã tự tóm tắt.</translation>
    </message>
    <message>
        <source>The model refused to summarise; this machine made a summary.</source>
        <translation>Mô hình từ chối tóm tắt; máy này đã tự tóm tắt.</translation>
    </message>
    <message>
        <source>No summary came from the model; this machine made one.</source>
        <translation>Không nhận được bản tóm tắt từ mô hình; máy này đã tự tóm tắt.</translation>
    </message>
    <message numerus="yes">
        <source>%n older messages are summarised by a model before this is sent.</source>
        <translation>
            <numerusform>%Ln tin nhắn cũ hơn sẽ được một mô hình tóm tắt trước khi gửi.</numerusform>
        </translation>
    </message>
    <message>
        <source>older than the block of messages that is sent</source>
        <translation>cũ hơn khối tin nhắn được gửi</translation>
    </message>
    <message>
        <source>others bear more on the question (rank %1)</source>
        <translation>các tin khác liên quan đến câu hỏi hơn (hạng %1)</translation>
    </message>
    <message>
        <source>goes with the question or the answer it belongs to</source>
        <translation>đi cùng câu hỏi hoặc câu trả lời của nó</translation>
    </message>
    <message>
        <source>bears on the question (rank %1)</source>
        <translation>liên quan đến câu hỏi (hạng %1)</translation>
    </message>
    <message>
        <source>Not everything fits, so only the last messages are kept.</source>
        <translation>Không đủ chỗ cho tất cả, nên chỉ giữ các tin nhắn cuối.</translation>
    </message>
    <message>
        <source>Not even the last messages fit, so every second turn is kept.</source>
        <translation>Các tin nhắn cuối cũng không đủ chỗ, nên cứ hai lượt giữ một.</translation>
    </message>
    <message>
        <source>Every second turn is still too much, so the oldest messages are left out.</source>
        <translation>Giữ cách lượt vẫn quá nhiều, nên bỏ các tin nhắn cũ nhất.</translation>
    </message>
    <message>
        <source>Nothing is asked: there is no message of a user in it.</source>
        <translation>Không có gì được hỏi: trong đó không có tin nhắn nào của người dùng.</translation>
    </message>
</context>
<context>
    <name>RecallChart</name>
    <message>
        <source>%1 (%2)</source>
        <comment>strategy, options</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 for what is selected</source>
        <translation>%1 cho phần được chọn</translation>
    </message>
    <message>
        <source>%1: does not fit</source>
        <translation>%1: không vừa</translation>
    </message>
    <message>
        <source>%1: %2, all of it for %3 of the questions</source>
        <translation>%1: %2, đủ cả với %3 số câu hỏi</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>độ thu hồi</translation>
    </message>
    <message>
        <source>%1: fits none of these budgets</source>
        <translation>%1: không vừa ngân sách nào ở đây</translation>
    </message>
</context>
<context>
    <name>ReplayCharts</name>
    <message>
        <source>%1. %2</source>
        <comment>number, strategy and model</comment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>US dollars</source>
        <translation>đô la Mỹ</translation>
    </message>
    <message>
        <source>would have cost</source>
        <translation>lẽ ra tốn</translation>
    </message>
    <message>
        <source>Not every request has a price</source>
        <translation>Không phải yêu cầu nào cũng có giá</translation>
    </message>
    <message>
        <source>billed</source>
        <translation>đã tính phí</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>token</translation>
    </message>
    <message>
        <source>from the cache</source>
        <translation>từ bộ đệm</translation>
    </message>
    <message>
        <source>sent anew</source>
        <translation>gửi mới</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>câu trả lời</translation>
    </message>
    <message>
        <source>%1
From the cache: %2
Sent anew: %3
Answers: %4</source>
        <translation>%1
Từ bộ đệm: %2
Gửi mới: %3
Câu trả lời: %4</translation>
    </message>
    <message>
        <source>%1
Billed: %2
Would have cost: %3</source>
        <translation>%1
Đã tính phí: %2
Lẽ ra tốn: %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests would not have fitted</source>
        <translation>
            <numerusform>%Ln yêu cầu sẽ không vừa</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayForm</name>
    <message>
        <source>Strategies</source>
        <translation>Chiến lược</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Under</source>
        <translation>Điều kiện</translation>
    </message>
    <message>
        <source>Add a model…</source>
        <translation>Thêm mô hình…</translation>
    </message>
    <message>
        <source>Add a model</source>
        <translation>Thêm mô hình</translation>
    </message>
    <message>
        <source>the model&apos;s window</source>
        <translation>cửa sổ của mô hình</translation>
    </message>
    <message>
        <source> tokens</source>
        <comment>behind a number, with the space</comment>
        <translation> token</translation>
    </message>
    <message>
        <source>Tokens that a request may have</source>
        <translation>Số token tối đa của một yêu cầu</translation>
    </message>
    <message>
        <source>All of the past</source>
        <translation>Toàn bộ lịch sử</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Tháng này</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Tháng trước</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>30 ngày qua</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Năm nay</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Khoảng thời gian</translation>
    </message>
    <message>
        <source>At the prices of then</source>
        <translation>Theo giá lúc đó</translation>
    </message>
    <message>
        <source>At the prices of now</source>
        <translation>Theo giá hiện tại</translation>
    </message>
    <message>
        <source>Prices</source>
        <translation>Giá</translation>
    </message>
    <message>
        <source>Ask the past again</source>
        <translation>Hỏi lại lịch sử</translation>
    </message>
    <message>
        <source>What a request may have. The full history is always sent whole.</source>
        <translation>Giới hạn của một yêu cầu. Toàn bộ lịch sử luôn được gửi đầy đủ.</translation>
    </message>
</context>
<context>
    <name>ReplayPage</name>
    <message>
        <source>%1 of %2 conversations</source>
        <translation>%1 / %2 cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Cancelled. A part is not shown for the whole, so nothing is kept.</source>
        <translation>Đã hủy. Một phần không được coi là toàn bộ nên không lưu gì.</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Đã tính phí</translation>
    </message>
    <message>
        <source>for the same requests</source>
        <translation>cho cùng các yêu cầu</translation>
    </message>
    <message>
        <source>Cheapest</source>
        <translation>Rẻ nhất</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Tiết kiệm</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Yêu cầu</translation>
    </message>
    <message numerus="yes">
        <source>of %Ln conversations, in %1</source>
        <translation>
            <numerusform>của %Ln cuộc trò chuyện, trong %1</numerusform>
        </translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Giả định</translation>
    </message>
    <message>
        <source>What would it have cost?</source>
        <translation>Lẽ ra tốn bao nhiêu?</translation>
    </message>
    <message>
        <source>Asks the whole stored past once more: every request under other strategies, models and prices, counted token by token, beside what was billed. Nothing is sent.</source>
        <translation>Hỏi lại toàn bộ lịch sử đã lưu: mọi yêu cầu theo chiến lược, mô hình và giá khác, đếm từng token, bên cạnh số đã tính phí. Không gửi gì đi.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>How far the look back is</source>
        <translation>Tiến độ nhìn lại</translation>
    </message>
    <message>
        <source>Earlier looks back</source>
        <translation>Các lần nhìn lại trước</translation>
    </message>
    <message>
        <source>Cost of each row</source>
        <translation>Chi phí từng dòng</translation>
    </message>
    <message>
        <source>Tokens of each row</source>
        <translation>Token từng dòng</translation>
    </message>
    <message>
        <source>Strategies and models</source>
        <translation>Chiến lược và mô hình</translation>
    </message>
    <message>
        <source>Click a row to see its days, users and models below.</source>
        <translation>Nhấp vào một dòng để xem ngày, người dùng và mô hình ở dưới.</translation>
    </message>
    <message>
        <source>Cost by day</source>
        <translation>Chi phí theo ngày</translation>
    </message>
    <message>
        <source>The row in parts</source>
        <translation>Dòng chia theo phần</translation>
    </message>
    <message>
        <source>What the parts are by</source>
        <translation>Chia phần theo</translation>
    </message>
    <message>
        <source>By day</source>
        <translation>Theo ngày</translation>
    </message>
    <message>
        <source>By user</source>
        <translation>Theo người dùng</translation>
    </message>
    <message>
        <source>By model that was asked</source>
        <translation>Theo mô hình đã hỏi</translation>
    </message>
    <message>
        <source>no bill is known</source>
        <translation>không rõ đã tính phí bao nhiêu</translation>
    </message>
    <message>
        <source>No conversations yet</source>
        <translation>Chưa có cuộc trò chuyện nào</translation>
    </message>
    <message>
        <source>Once there are some, this page tells what their answers would have cost under other strategies, models and prices.</source>
        <translation>Khi có cuộc trò chuyện, trang này cho biết các câu trả lời của chúng sẽ tốn bao nhiêu với chiến lược, mô hình và giá khác.</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Chưa có gì để so sánh</translation>
    </message>
    <message>
        <source>Choose at least one strategy and one model.</source>
        <translation>Hãy chọn ít nhất một chiến lược và một mô hình.</translation>
    </message>
    <message>
        <source>Ready to look back</source>
        <translation>Sẵn sàng hỏi lại lịch sử</translation>
    </message>
    <message>
        <source>Every request of the chosen time is built once more for %1 and %2: %3 to compare by cost, tokens and share of the cache, beside what was billed; each of them also by day, by user and by model.</source>
        <comment>strategies, models, rows</comment>
        <translation>Mỗi yêu cầu trong thời gian đã chọn được dựng lại với %1 và %2: %3 để so sánh theo chi phí, số token và tỷ lệ từ bộ đệm, bên cạnh số đã tính phí; mỗi hàng còn được chia theo ngày, theo người dùng và theo mô hình.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln strategies</source>
        <translation>
            <numerusform>%Ln chiến lược</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln models</source>
        <translation>
            <numerusform>%Ln mô hình</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows</source>
        <translation>
            <numerusform>%Ln hàng</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 with %2 are stored.</source>
        <comment>conversations, messages</comment>
        <translation>Đang lưu %1 với %2.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <translation>
            <numerusform>%Ln cuộc trò chuyện</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln tin nhắn</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReplayPartsModel</name>
    <message>
        <source>day not known</source>
        <translation>không rõ ngày</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Ngày</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Người dùng</translation>
    </message>
    <message>
        <source>Model then</source>
        <translation>Mô hình lúc đó</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Yêu cầu</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Đầu vào</translation>
    </message>
    <message>
        <source>Billed</source>
        <translation>Đã tính phí</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Chi phí</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Tiết kiệm</translation>
    </message>
</context>
<context>
    <name>ReplayTableModel</name>
    <message>
        <source>%1. %2</source>
        <comment>number, strategy and model</comment>
        <translation>%1. %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests have no price</source>
        <translation>
            <numerusform>%Ln yêu cầu chưa có giá</numerusform>
        </translation>
    </message>
    <message>
        <source>Requests that would not have fitted and were not sent</source>
        <translation>Yêu cầu không vừa nên không được gửi</translation>
    </message>
    <message>
        <source>Strategy and model</source>
        <translation>Chiến lược và mô hình</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Yêu cầu</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Từ chối</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Đầu vào</translation>
    </message>
    <message>
        <source>Cached</source>
        <translation>Từ đệm</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Đầu ra</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Chi phí</translation>
    </message>
    <message>
        <source>Saved against the bill</source>
        <translation>So với đã tính phí</translation>
    </message>
    <message>
        <source>Saved against everything</source>
        <translation>So với gửi tất cả</translation>
    </message>
    <message>
        <source>%1 with the requests whose bill is not known</source>
        <translation>%1 nếu tính cả các yêu cầu không rõ đã tính phí bao nhiêu</translation>
    </message>
    <message>
        <source>A request that is refused is not saved.</source>
        <translation>Yêu cầu bị từ chối không phải là tiết kiệm.</translation>
    </message>
</context>
<context>
    <name>ReplayWords</name>
    <message>
        <source>as asked</source>
        <comment>the model that was asked at the time</comment>
        <translation>như đã hỏi</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>model, provider</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>strategy, model</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>money saved, share</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>No row has a price for every request.</source>
        <translation>Không dòng nào có giá cho mọi yêu cầu.</translation>
    </message>
    <message>
        <source>No row would have cost less than the %1 that were billed.</source>
        <translation>Không dòng nào rẻ hơn %1 đã tính phí.</translation>
    </message>
    <message>
        <source>%1 would have cost %2, less than all others.</source>
        <comment>row, money</comment>
        <translation>%1 lẽ ra tốn %2, rẻ hơn mọi dòng khác.</translation>
    </message>
    <message>
        <source>Every stored answer is asked for once more: the request is what the strategy would have sent, counted token by token; the answer is taken to be the same one; the provider&apos;s prefix cache is simulated (from %1 tokens on, in steps of %2, for %3).</source>
        <translation>Mỗi câu trả lời đã lưu được hỏi lại: yêu cầu là những gì chiến lược lẽ ra gửi, đếm từng token; câu trả lời coi như giữ nguyên; bộ đệm tiền tố của nhà cung cấp được mô phỏng (từ %1 token, theo bước %2, trong %3).</translation>
    </message>
    <message>
        <source>%1 were billed aside, for summaries and the like; they are not in these figures.</source>
        <translation>%1 đã tính phí riêng cho tóm tắt và tương tự; không nằm trong các con số này.</translation>
    </message>
    <message>
        <source>%1 · %2 × %3</source>
        <comment>time, strategies, models</comment>
        <translation>%1 · %2 × %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln strategies</source>
        <translation>
            <numerusform>%Ln chiến lược</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln models</source>
        <translation>
            <numerusform>%Ln mô hình</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of the bill</source>
        <comment>a share</comment>
        <translation>%1 số đã tính phí</translation>
    </message>
    <message>
        <source>%1 would have cost %2 instead of %3 (%4).</source>
        <comment>row, money, money, −85%</comment>
        <translation>%1 lẽ ra tốn %2 thay vì %3 (%4).</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first and last day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <comment>a day</comment>
        <translation>từ %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>a day</comment>
        <translation>đến hết %1</translation>
    </message>
    <message>
        <source>all of the past</source>
        <translation>toàn bộ quá khứ</translation>
    </message>
    <message>
        <source>budget: the model&apos;s window</source>
        <translation>ngân sách: cửa sổ của mô hình</translation>
    </message>
    <message>
        <source>budget: %1</source>
        <translation>ngân sách: %1</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <comment>at least that much</comment>
        <translation>≥ %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests have no bill that is known; costs and savings are told without them.</source>
        <translation>
            <numerusform>%Ln yêu cầu không rõ đã tính phí bao nhiêu; chi phí và phần tiết kiệm không tính chúng.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests have no bill that is known.</source>
        <translation>
            <numerusform>%Ln yêu cầu không rõ đã tính phí bao nhiêu.</numerusform>
        </translation>
    </message>
    <message>
        <source>all users</source>
        <translation>mọi người dùng</translation>
    </message>
    <message>
        <source>no user</source>
        <translation>không có người dùng</translation>
    </message>
    <message>
        <source>user %1</source>
        <translation>người dùng %1</translation>
    </message>
    <message>
        <source>at the prices of that day</source>
        <translation>theo giá của ngày chạy</translation>
    </message>
    <message>
        <source>at the prices of then</source>
        <translation>theo giá lúc đó</translation>
    </message>
</context>
<context>
    <name>RepliesPane</name>
    <message>
        <source>Replies</source>
        <translation>Câu trả lời</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Khác biệt</translation>
    </message>
    <message>
        <source>Compare two replies word by word</source>
        <translation>So sánh hai câu trả lời từng từ một</translation>
    </message>
    <message>
        <source>First reply to compare</source>
        <translation>Câu trả lời thứ nhất để so sánh</translation>
    </message>
    <message>
        <source>Second reply to compare</source>
        <translation>Câu trả lời thứ hai để so sánh</translation>
    </message>
    <message>
        <source>Hide the replies</source>
        <translation>Ẩn câu trả lời</translation>
    </message>
    <message>
        <source>Differences between two replies</source>
        <translation>Khác biệt giữa hai câu trả lời</translation>
    </message>
    <message>
        <source>%1 of the words are the same. Only the first has what is struck through, only the second what is underlined.</source>
        <translation>%1 số từ giống nhau. Phần gạch ngang chỉ có ở câu thứ nhất, phần gạch chân chỉ có ở câu thứ hai.</translation>
    </message>
    <message>
        <source>Blind</source>
        <translation>Ẩn tên</translation>
    </message>
    <message>
        <source>Shows the next replies in any order and without names, until you have marked the better one</source>
        <translation>Hiện các câu trả lời tiếp theo theo thứ tự bất kỳ và không có tên, cho đến khi bạn chọn câu tốt hơn</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>Như nhau</translation>
    </message>
    <message>
        <source>Let a model judge</source>
        <translation>Cho mô hình chấm</translation>
    </message>
    <message>
        <source>Asks a model whether each reply is right. It also gets replies that are wrong on purpose; how many of those it lets pass is shown.</source>
        <translation>Hỏi một mô hình xem từng câu trả lời có đúng không. Nó cũng nhận những câu cố ý sai; số câu sai mà nó cho qua được hiển thị.</translation>
    </message>
    <message>
        <source>Which one is better?</source>
        <translation>Câu nào tốt hơn?</translation>
    </message>
    <message>
        <source>Reply %1</source>
        <comment>a letter</comment>
        <translation>Trả lời %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>model, provider</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>The judge said neither yes nor no.</source>
        <translation>Người chấm không nói đúng hay sai.</translation>
    </message>
    <message>
        <source>The judge takes it for right.</source>
        <translation>Người chấm cho là đúng.</translation>
    </message>
    <message>
        <source>The judge takes it for wrong.</source>
        <translation>Người chấm cho là sai.</translation>
    </message>
    <message>
        <source>The judge reads…</source>
        <translation>Người chấm đang đọc…</translation>
    </message>
    <message>
        <source>No reply that is known to be wrong could be judged, so nobody knows what the judge is worth.</source>
        <translation>Không có câu trả lời cố ý sai nào chấm được, nên không biết người chấm đáng tin đến đâu.</translation>
    </message>
    <message>
        <source>Of %1 replies that are wrong on purpose, the judge let %2 pass (%3).</source>
        <translation>Trong %1 câu trả lời cố ý sai, người chấm cho qua %2 (%3).</translation>
    </message>
</context>
<context>
    <name>ReplyView</name>
    <message>
        <source>%1 tokens sent (%2 cached), %3 received</source>
        <translation>%1 token đã gửi (%2 đã lưu đệm), %3 đã nhận</translation>
    </message>
    <message>
        <source>%1 tokens sent, %2 received</source>
        <translation>%1 token đã gửi, %2 đã nhận</translation>
    </message>
    <message>
        <source>Waiting for the first words…</source>
        <translation>Đang chờ những từ đầu tiên…</translation>
    </message>
    <message>
        <source>Reply of %1</source>
        <translation>Câu trả lời của %1</translation>
    </message>
    <message>
        <source>Answering…</source>
        <translation>Đang trả lời…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Đã dừng</translation>
    </message>
    <message>
        <source>This one is better</source>
        <translation>Câu này tốt hơn</translation>
    </message>
    <message>
        <source>%1 · better</source>
        <comment>card or reply</comment>
        <translation>%1 · tốt hơn</translation>
    </message>
    <message>
        <source>%1 is better</source>
        <translation>%1 tốt hơn</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Trả lời</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Thất bại</translation>
    </message>
</context>
<context>
    <name>RepriceCard</name>
    <message>
        <source>Reading the charges …</source>
        <translation>Đang đọc các khoản phí …</translation>
    </message>
    <message numerus="yes">
        <source>Done: %Ln charge(s), %1.</source>
        <translation>
            <numerusform>Xong: %Ln khoản phí, %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Price the past anew</source>
        <translation>Tính lại giá cũ</translation>
    </message>
    <message>
        <source>A new price leaves old charges as they are. Where the price was wrong or came late, charges can be made worth what the list says for their day. The charges themselves stay, and what was done is kept with its reason.</source>
        <translation>Giá mới không đổi khoản phí cũ. Nếu giá đã sai hoặc đến muộn, có thể tính lại khoản phí theo bảng giá của đúng ngày đó. Bản ghi phí vẫn giữ nguyên, và việc đã làm được lưu kèm lý do.</translation>
    </message>
    <message>
        <source>First day, in UTC</source>
        <translation>Ngày đầu, theo UTC</translation>
    </message>
    <message>
        <source>Last day, in UTC</source>
        <translation>Ngày cuối, theo UTC</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Nhà cung cấp</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>All providers</source>
        <translation>Mọi nhà cung cấp</translation>
    </message>
    <message>
        <source>All models</source>
        <translation>Mọi mô hình</translation>
    </message>
    <message>
        <source>Only charges without a price</source>
        <translation>Chỉ khoản phí chưa có giá</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Xem trước</translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Những gì sẽ thay đổi</translation>
    </message>
    <message>
        <source>Reason, as it will stand in the log</source>
        <translation>Lý do, sẽ ghi trong nhật ký</translation>
    </message>
    <message numerus="yes">
        <source>Re-price %Ln charge(s)</source>
        <translation>
            <numerusform>Tính lại %Ln khoản phí</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Done so far</source>
        <translation>Đã làm</translation>
    </message>
    <message>
        <source>Nothing was priced anew.</source>
        <translation>Chưa tính lại khoản nào.</translation>
    </message>
    <message>
        <source>Re-pricings done so far</source>
        <translation>Những lần đã tính lại giá</translation>
    </message>
</context>
<context>
    <name>RepriceTableModel</name>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Nhà cung cấp</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Khoản phí</translation>
    </message>
    <message>
        <source>Without a price so far</source>
        <translation>Chưa có giá</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Đến nay</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Sẽ là</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Chênh lệch</translation>
    </message>
</context>
<context>
    <name>RepriceWords</name>
    <message>
        <source>Total</source>
        <translation>Tổng</translation>
    </message>
    <message>
        <source>not named</source>
        <comment>who re-priced</comment>
        <translation>không ghi tên</translation>
    </message>
    <message>
        <source>+%1</source>
        <comment>money, more than before</comment>
        <translation>+%1</translation>
    </message>
    <message>
        <source>−%1</source>
        <comment>money, less than before</comment>
        <translation>−%1</translation>
    </message>
    <message>
        <source>There are no charges in this time.</source>
        <translation>Không có khoản phí nào trong khoảng này.</translation>
    </message>
    <message>
        <source>Every charge is worth that already.</source>
        <translation>Mọi khoản phí đã đúng giá đó.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln charge(s) would be worth %1 instead of %2.</source>
        <translation>
            <numerusform>%Ln khoản phí sẽ là %1 thay vì %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with the provider&apos;s own figure stay as they are.</source>
        <translation>
            <numerusform>%Ln khoản theo số của nhà cung cấp giữ nguyên.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no price in the list and stay as they are.</source>
        <translation>
            <numerusform>%Ln khoản không có giá trong bảng, giữ nguyên.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>first day, last day</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>từ %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>đến %1</translation>
    </message>
    <message>
        <source>whenever</source>
        <translation>mọi lúc</translation>
    </message>
</context>
<context>
    <name>RepricingLogModel</name>
    <message>
        <source>When</source>
        <translation>Khi nào</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Ai</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Gì</translation>
    </message>
    <message>
        <source>Charges</source>
        <translation>Khoản phí</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Trước</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Từ đó</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Chênh lệch</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Lý do</translation>
    </message>
</context>
<context>
    <name>RequestDiff</name>
    <message numerus="yes">
        <source>%n equal lines</source>
        <translation>
            <numerusform>%n dòng giống nhau</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RequestPage</name>
    <message>
        <source>being answered</source>
        <translation>đang trả lời</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>hoàn tất</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>bị gián đoạn</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>đã dừng</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>thất bại</translation>
    </message>
    <message>
        <source>Text of the request</source>
        <translation>Nội dung yêu cầu</translation>
    </message>
    <message>
        <source>Part of the request</source>
        <translation>Phần của yêu cầu</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Yêu cầu</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Thay đổi</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Câu trả lời</translation>
    </message>
    <message>
        <source>Headers</source>
        <translation>Tiêu đề HTTP</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Sao chép</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Sao chép curl</translation>
    </message>
    <message>
        <source>As a shell command; the key is taken from $SKEIN_KEY</source>
        <translation>Dạng lệnh shell; khóa API lấy từ $SKEIN_KEY</translation>
    </message>
    <message>
        <source>The request, word for word</source>
        <translation>Nguyên văn yêu cầu</translation>
    </message>
    <message>
        <source>Type a question, or choose an answer of the conversation, to see exactly what is sent to the provider.</source>
        <translation>Hãy gõ câu hỏi, hoặc chọn một câu trả lời trong cuộc trò chuyện, để xem chính xác những gì gửi tới nhà cung cấp.</translation>
    </message>
    <message>
        <source>Reading the request</source>
        <translation>Đang đọc yêu cầu</translation>
    </message>
    <message>
        <source>It is being read from the store.</source>
        <translation>Đang đọc từ kho dữ liệu.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>provider, model</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>POST %1</source>
        <comment>HTTP method and address</comment>
        <translation>POST %1</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>chưa gửi</translation>
    </message>
    <message>
        <source>HTTP %1</source>
        <translation>HTTP %1</translation>
    </message>
    <message>
        <source>%1 sent</source>
        <translation>%1 đã gửi</translation>
    </message>
    <message>
        <source>%1 of them from the cache</source>
        <translation>trong đó %1 từ bộ đệm</translation>
    </message>
    <message>
        <source>%1 written to the cache</source>
        <translation>%1 ghi vào bộ đệm</translation>
    </message>
    <message>
        <source>%1 answered</source>
        <translation>%1 trả lời</translation>
    </message>
    <message>
        <source>%1 of them reasoning</source>
        <translation>trong đó %1 suy luận</translation>
    </message>
    <message>
        <source>reported by the provider</source>
        <translation>theo nhà cung cấp</translation>
    </message>
    <message>
        <source>counted here</source>
        <translation>đếm tại đây</translation>
    </message>
    <message>
        <source>Try %1 failed: %2; waited %3</source>
        <comment>number, reason, time</comment>
        <translation>Lần thử %1 thất bại: %2; đã chờ %3</translation>
    </message>
    <message>
        <source>Sent (the key is never kept):</source>
        <translation>Đã gửi (khóa API không bao giờ được lưu):</translation>
    </message>
    <message>
        <source>Received: HTTP %1</source>
        <translation>Đã nhận: HTTP %1</translation>
    </message>
    <message>
        <source>No request is kept</source>
        <translation>Không lưu yêu cầu nào</translation>
    </message>
    <message>
        <source>This answer was imported, or its request was not stored with it.</source>
        <translation>Câu trả lời này được nhập vào, hoặc yêu cầu của nó không được lưu kèm.</translation>
    </message>
    <message>
        <source>Which request the changes are counted from</source>
        <translation>So với yêu cầu nào</translation>
    </message>
    <message>
        <source>This is the first request of the conversation; there is none before to compare it with.</source>
        <translation>Đây là yêu cầu đầu tiên của cuộc trò chuyện; không có yêu cầu nào trước đó để so sánh.</translation>
    </message>
    <message>
        <source>Reading the other request</source>
        <translation>Đang đọc yêu cầu kia</translation>
    </message>
    <message>
        <source>Comparing the two requests</source>
        <translation>Đang so sánh hai yêu cầu</translation>
    </message>
    <message>
        <source>Nothing is different from that request.</source>
        <translation>Không khác gì yêu cầu đó.</translation>
    </message>
    <message>
        <source>Against that request: lines added: %1, removed: %2</source>
        <translation>So với yêu cầu đó: thêm %1 dòng, bớt %2 dòng</translation>
    </message>
    <message>
        <source>the report contradicts itself and was clipped</source>
        <translation>báo cáo tự mâu thuẫn và đã được cắt gọn</translation>
    </message>
    <message>
        <source>the provider&apos;s report cannot be</source>
        <translation>báo cáo của nhà cung cấp không thể đúng</translation>
    </message>
</context>
<context>
    <name>RowWords</name>
    <message>
        <source>Untitled conversation</source>
        <translation>Cuộc trò chuyện chưa đặt tên</translation>
    </message>
    <message>
        <source>≥ %1</source>
        <comment>at least that much</comment>
        <translation>≥ %1</translation>
    </message>
    <message>
        <source>unread answer</source>
        <translation>câu trả lời chưa đọc</translation>
    </message>
    <message>
        <source>an answer is arriving</source>
        <translation>đang nhận câu trả lời</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>đã ghim</translation>
    </message>
    <message>
        <source>the last answer is incomplete</source>
        <translation>câu trả lời cuối chưa trọn vẹn</translation>
    </message>
    <message>
        <source>draft: %1</source>
        <translation>bản nháp: %1</translation>
    </message>
    <message>
        <source>tags: %1</source>
        <translation>nhãn: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n tin nhắn</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost: %1</source>
        <translation>Chi phí: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n request(s) without a known price are not in it</source>
        <translation>
            <numerusform>Chưa tính %n yêu cầu chưa rõ giá</numerusform>
        </translation>
    </message>
    <message>
        <source>The last answer is incomplete.</source>
        <translation>Câu trả lời cuối chưa trọn vẹn.</translation>
    </message>
    <message>
        <source>User: %1</source>
        <translation>Người dùng: %1</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Nhãn: %1</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>As on this system</source>
        <translation>Theo hệ thống</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Sáng</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Tối</translation>
    </message>
    <message>
        <source>Practice (no key needed)</source>
        <translation>Luyện tập (không cần khóa)</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Cài đặt</translation>
    </message>
    <message>
        <source>Changes hold at once and are saved on this machine.</source>
        <translation>Thay đổi có hiệu lực ngay và được lưu trên máy này.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Cửa sổ</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Ngôn ngữ</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Giao diện</translation>
    </message>
    <message>
        <source>Enter sends the message</source>
        <translation>Enter để gửi tin nhắn</translation>
    </message>
    <message>
        <source>Shift+Enter begins a new line. Switched off, Enter begins a new line and Ctrl+Enter sends.</source>
        <translation>Shift+Enter để xuống dòng. Khi tắt, Enter để xuống dòng và Ctrl+Enter để gửi.</translation>
    </message>
    <message>
        <source>Show costs in the list</source>
        <translation>Hiện chi phí trong danh sách</translation>
    </message>
    <message>
        <source>What each conversation has cost so far.</source>
        <translation>Chi phí của mỗi cuộc trò chuyện cho đến nay.</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Giảm chuyển động</translation>
    </message>
    <message>
        <source>Nothing on the screen moves that need not.</source>
        <translation>Không có chuyển động không cần thiết trên màn hình.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Câu trả lời</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Bạn</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tên của bạn</translation>
    </message>
    <message>
        <source>Whose the conversations are that you begin. The filter “Mine” shows them.</source>
        <translation>Gắn với các cuộc trò chuyện bạn bắt đầu. Bộ lọc “Của tôi” hiển thị chúng.</translation>
    </message>
    <message>
        <source>Nobody in particular</source>
        <translation>Không ghi tên ai</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Khóa API</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Nhà cung cấp</translation>
    </message>
    <message>
        <source>Asked in new conversations. Each conversation can have another one.</source>
        <translation>Dùng cho cuộc trò chuyện mới. Mỗi cuộc trò chuyện có thể dùng nhà cung cấp khác.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Mô hình</translation>
    </message>
    <message>
        <source>Empty: the one set for the provider.</source>
        <translation>Để trống: dùng mô hình đã đặt cho nhà cung cấp.</translation>
    </message>
    <message>
        <source>The provider&apos;s</source>
        <translation>Theo nhà cung cấp</translation>
    </message>
    <message>
        <source>Context strategy</source>
        <translation>Chiến lược ngữ cảnh</translation>
    </message>
    <message>
        <source>Which messages of a conversation are sent along.</source>
        <translation>Những tin nhắn nào của cuộc trò chuyện được gửi kèm.</translation>
    </message>
    <message>
        <source>Budget for a request</source>
        <translation>Ngân sách cho một yêu cầu</translation>
    </message>
    <message>
        <source>The most tokens that one request may have.</source>
        <translation>Số token tối đa của một yêu cầu.</translation>
    </message>
    <message>
        <source>The model&apos;s window</source>
        <translation>Cửa sổ của mô hình</translation>
    </message>
    <message>
        <source>Kept free for the answer</source>
        <translation>Dành cho câu trả lời</translation>
    </message>
    <message>
        <source>Tokens of the window that no request uses.</source>
        <translation>Số token của cửa sổ mà không yêu cầu nào dùng đến.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Nhiệt độ</translation>
    </message>
    <message>
        <source>0 answers most alike each time, 2 most freely.</source>
        <translation>0: mỗi lần trả lời giống nhau nhất; 2: tự do nhất.</translation>
    </message>
    <message>
        <source>Longest answer</source>
        <translation>Độ dài câu trả lời tối đa</translation>
    </message>
    <message>
        <source>In tokens.</source>
        <translation>Tính bằng token.</translation>
    </message>
    <message>
        <source>Model for summaries</source>
        <translation>Mô hình để tóm tắt</translation>
    </message>
    <message>
        <source>Asked by the strategy “Summary”, at the provider above. Its calls are charged. Empty: this machine summarises by extracts.</source>
        <translation>Được chiến lược “Tóm tắt” hỏi, tại nhà cung cấp ở trên. Mỗi lần gọi đều tính phí. Để trống: máy này tóm tắt bằng các trích đoạn.</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>Máy này</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n request(s) on the way</source>
        <translation>
            <numerusform>%n yêu cầu đang xử lý</numerusform>
        </translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Trạng thái</translation>
    </message>
    <message>
        <source>No provider yet</source>
        <translation>Chưa có nhà cung cấp</translation>
    </message>
    <message>
        <source>%1: answers well</source>
        <translation>%1: phản hồi tốt</translation>
    </message>
    <message>
        <source>%1: answers slowly</source>
        <translation>%1: phản hồi chậm</translation>
    </message>
    <message>
        <source>%1: many requests fail</source>
        <translation>%1: nhiều yêu cầu thất bại</translation>
    </message>
    <message>
        <source>%1: cannot be reached</source>
        <translation>%1: không kết nối được</translation>
    </message>
    <message>
        <source>Today %1 of %2</source>
        <translation>Hôm nay %1 / %2</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Hôm nay %1</translation>
    </message>
    <message>
        <source>Today %1, over the budget of %2</source>
        <translation>Hôm nay %1, vượt ngân sách %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n request(s) without a price</source>
        <translation>
            <numerusform>%1 và %n yêu cầu chưa có giá</numerusform>
        </translation>
    </message>
    <message>
        <source>No store open</source>
        <translation>Chưa mở kho dữ liệu</translation>
    </message>
    <message>
        <source>Store on this machine</source>
        <translation>Kho dữ liệu trên máy này</translation>
    </message>
    <message>
        <source>Team store</source>
        <translation>Kho dữ liệu của nhóm</translation>
    </message>
    <message>
        <source>Store open for reading only</source>
        <translation>Kho dữ liệu chỉ đọc</translation>
    </message>
    <message>
        <source>Practice</source>
        <translation>Luyện tập</translation>
    </message>
    <message>
        <source>%1: no requests yet</source>
        <translation>%1: chưa có yêu cầu nào</translation>
    </message>
    <message>
        <source>Team store: offline since %1</source>
        <translation>Kho dữ liệu của nhóm: mất kết nối từ %1</translation>
    </message>
    <message>
        <source>Team store: for reading only since %1</source>
        <translation>Kho dữ liệu của nhóm: chỉ đọc từ %1</translation>
    </message>
    <message numerus="yes">
        <source>Team store: offline since %1, %Ln change(s) wait</source>
        <translation>
            <numerusform>Kho dữ liệu của nhóm: mất kết nối từ %1, %Ln thay đổi đang chờ</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Team store: for reading only since %1, %Ln change(s) wait</source>
        <translation>
            <numerusform>Kho dữ liệu của nhóm: chỉ đọc từ %1, %Ln thay đổi đang chờ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>This login owns the store: it sees everything, and no rule binds it.</source>
        <translation>Tài khoản này sở hữu kho: nó thấy mọi thứ và không bị quy tắc nào ràng buộc.</translation>
    </message>
    <message>
        <source>You are %1 there, an agent: you see your own conversations.</source>
        <translation>Ở đó bạn là %1, nhân viên: bạn thấy các cuộc trò chuyện của mình.</translation>
    </message>
    <message>
        <source>You are %1 there, a lead: you see the conversations of your team.</source>
        <translation>Ở đó bạn là %1, trưởng nhóm: bạn thấy các cuộc trò chuyện của nhóm mình.</translation>
    </message>
    <message>
        <source>You are %1 there, a manager: you see the costs of all, and conversations where that was granted.</source>
        <translation>Ở đó bạn là %1, quản lý: bạn thấy chi phí của mọi người, và các cuộc trò chuyện nếu được cấp quyền.</translation>
    </message>
    <message>
        <source>You are %1 there, an admin: you see and change everything.</source>
        <translation>Ở đó bạn là %1, quản trị viên: bạn thấy và thay đổi được mọi thứ.</translation>
    </message>
    <message>
        <source>This login is no member there and sees nothing. Whoever runs the server can add it.</source>
        <translation>Tài khoản này không phải thành viên ở đó nên không thấy gì. Người quản trị máy chủ có thể thêm nó.</translation>
    </message>
    <message>
        <source>The database answers. There is no store in it yet; moving makes one.</source>
        <translation>Cơ sở dữ liệu có trả lời. Trong đó chưa có kho; chuyển sang sẽ tạo kho.</translation>
    </message>
    <message>
        <source>There is no such file yet; moving makes it.</source>
        <translation>Chưa có tệp này; chuyển sang sẽ tạo tệp.</translation>
    </message>
    <message>
        <source>There is a store of a newer version of Skein (%1, this one knows %2). It can only be read.</source>
        <translation>Ở đó có kho của phiên bản Skein mới hơn (%1, bản này biết %2). Chỉ có thể đọc.</translation>
    </message>
    <message>
        <source>There is a store of an older version (%1 of %2). It is brought up when its owner opens it.</source>
        <translation>Ở đó có kho của phiên bản cũ hơn (%1 trên %2). Kho được nâng cấp khi chủ của nó mở.</translation>
    </message>
    <message numerus="yes">
        <source>There is a store with %Ln conversation(s).</source>
        <translation>
            <numerusform>Ở đó có kho với %Ln cuộc trò chuyện.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of about %2 conversations are there and compared.</source>
        <translation>%1 trên khoảng %2 cuộc trò chuyện đã sang và được so lại.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s) are the same in both stores, with their messages, charges and summaries.</source>
        <translation>
            <numerusform>%Ln cuộc trò chuyện giống nhau ở cả hai kho, cùng tin nhắn, khoản phí và bản tóm tắt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln thing(s) are different there or were left out, the first being: %1</source>
        <translation>
            <numerusform>%Ln mục khác ở đó hoặc bị bỏ lại, mục đầu tiên là: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped. What is there already stays there; begun again, it goes on from here.</source>
        <translation>Đã dừng. Những gì đã sang vẫn ở đó; bắt đầu lại sẽ tiếp tục từ đây.</translation>
    </message>
    <message>
        <source>That is where your conversations are already.</source>
        <translation>Các cuộc trò chuyện của bạn đang ở chính nơi đó.</translation>
    </message>
    <message>
        <source>It is kept in the settings, but this run was started with --store or SKEIN_STORE, which come first.</source>
        <translation>Đã lưu trong cài đặt, nhưng lần chạy này khởi động với --store hoặc SKEIN_STORE, vốn được ưu tiên.</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Đang hỏi…</translation>
    </message>
    <message>
        <source>It answers, in %1.</source>
        <translation>Có trả lời, sau %1.</translation>
    </message>
    <message>
        <source>It is left alone for half a minute; until then every plan is made here.</source>
        <translation>Nó được để yên nửa phút; trong lúc đó mọi kế hoạch đều tính ở đây.</translation>
    </message>
    <message numerus="yes">
        <source>The copy of %1 is of an older version of Skein and is brought up. What is open now, with %Ln conversation(s), is kept beside it under another name. The window closes and opens anew.</source>
        <translation>
            <numerusform>Bản sao lúc %1 thuộc phiên bản Skein cũ hơn và sẽ được nâng cấp. Kho đang mở, với %Ln cuộc trò chuyện, được giữ bên cạnh dưới tên khác. Cửa sổ đóng rồi mở lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The copy of %1 holds %2. What is open now, with %Ln conversation(s), is kept beside it under another name. The window closes and opens anew.</source>
        <translation>
            <numerusform>Bản sao lúc %1 có %2. Kho đang mở, với %Ln cuộc trò chuyện, được giữ bên cạnh dưới tên khác. Cửa sổ đóng rồi mở lại.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln conversation(s)</source>
        <comment>held by a copy</comment>
        <translation>
            <numerusform>%Ln cuộc trò chuyện</numerusform>
        </translation>
    </message>
    <message>
        <source>The copy is in its place.</source>
        <translation>Bản sao đã vào chỗ.</translation>
    </message>
    <message>
        <source>The copy is in its place. What was there before is kept as %1.</source>
        <translation>Bản sao đã vào chỗ. Những gì có trước đó được giữ ở %1.</translation>
    </message>
</context>
<context>
    <name>StoreCard</name>
    <message>
        <source>Where your conversations are</source>
        <translation>Nơi chứa các cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Named with --store or SKEIN_STORE when the program was started.</source>
        <translation>Được nêu bằng --store hoặc SKEIN_STORE khi khởi động chương trình.</translation>
    </message>
    <message>
        <source>No store is open</source>
        <translation>Chưa mở kho nào</translation>
    </message>
    <message>
        <source>On a server</source>
        <translation>Trên máy chủ</translation>
    </message>
    <message>
        <source>In a file on this machine</source>
        <translation>Trong một tệp trên máy này</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Mở thư mục</translation>
    </message>
    <message>
        <source>Open the folder of the store</source>
        <translation>Mở thư mục của kho dữ liệu</translation>
    </message>
    <message>
        <source>Another place, or back to a file</source>
        <translation>Nơi khác, hoặc về lại một tệp</translation>
    </message>
    <message>
        <source>Another place, such as a team&apos;s server</source>
        <translation>Nơi khác, chẳng hạn máy chủ của nhóm</translation>
    </message>
    <message>
        <source>The path of a file, or the address of a PostgreSQL database. Moving copies everything and compares it; what is here stays as it is.</source>
        <translation>Đường dẫn một tệp, hoặc địa chỉ một cơ sở dữ liệu PostgreSQL. Chuyển sang sẽ sao tất cả và so lại; những gì ở đây vẫn giữ nguyên.</translation>
    </message>
    <message>
        <source>The other place</source>
        <translation>Nơi khác</translation>
    </message>
    <message>
        <source>Password, unless ~/.pgpass has it</source>
        <translation>Mật khẩu, nếu ~/.pgpass chưa có</translation>
    </message>
    <message>
        <source>Password of the server</source>
        <translation>Mật khẩu máy chủ</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Thử</translation>
    </message>
    <message>
        <source>Test the other place</source>
        <translation>Thử nơi khác</translation>
    </message>
    <message>
        <source>Move everything there</source>
        <translation>Chuyển tất cả sang đó</translation>
    </message>
    <message>
        <source>Use it from now on</source>
        <translation>Dùng từ bây giờ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Dừng</translation>
    </message>
    <message>
        <source>Stop moving</source>
        <translation>Dừng chuyển</translation>
    </message>
    <message>
        <source>How much has been moved</source>
        <translation>Đã chuyển được bao nhiêu</translation>
    </message>
</context>
<context>
    <name>SummaryCard</name>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Go back to this version</source>
        <translation>Quay lại bản này</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Version of the summary</source>
        <translation>Bản tóm tắt nào</translation>
    </message>
    <message>
        <source>Text of the summary</source>
        <translation>Nội dung bản tóm tắt</translation>
    </message>
    <message>
        <source>Write it in other words. The version before is kept.</source>
        <translation>Viết lại bằng lời khác. Bản trước vẫn được giữ.</translation>
    </message>
    <message>
        <source>The next request is sent with this version.</source>
        <translation>Yêu cầu tiếp theo được gửi với bản này.</translation>
    </message>
    <message>
        <source>Not kept yet</source>
        <translation>Chưa lưu</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>Bản %1</translation>
    </message>
    <message>
        <source>Written by hand, %1</source>
        <translation>Viết tay, %1</translation>
    </message>
    <message>
        <source>Made on this machine for the next request</source>
        <translation>Tạo trên máy này cho yêu cầu tiếp theo</translation>
    </message>
    <message>
        <source>Made by %1, %2</source>
        <comment>model, time</comment>
        <translation>Do %1 tạo, %2</translation>
    </message>
    <message>
        <source>covers messages of another branch</source>
        <translation>bao gồm tin nhắn của nhánh khác</translation>
    </message>
    <message numerus="yes">
        <source>covers the first %Ln messages</source>
        <translation>
            <numerusform>bao gồm %Ln tin nhắn đầu</numerusform>
        </translation>
    </message>
    <message>
        <source>Summary, version %1</source>
        <translation>Tóm tắt, bản %1</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Tóm tắt</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>who made it, what it covers</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · not in this request</source>
        <translation>%1 · không có trong yêu cầu này</translation>
    </message>
    <message>
        <source>%1 · an older version</source>
        <translation>%1 · một bản cũ hơn</translation>
    </message>
    <message>
        <source>Save as version %1</source>
        <translation>Lưu thành bản %1</translation>
    </message>
</context>
<context>
    <name>Team</name>
    <message>
        <source>The team store cannot be reached just now. You see what this machine has kept of it. What you write waits here and is delivered as soon as the store is back.</source>
        <translation>Hiện không kết nối được với kho dữ liệu của nhóm. Bạn đang xem những gì máy này đã giữ lại. Những gì bạn viết sẽ chờ ở đây và được gửi đi ngay khi kho hoạt động trở lại.</translation>
    </message>
    <message>
        <source>The team store can only be read just now, for instance because its server has changed over. What you write waits on this machine and is delivered as soon as it can be.</source>
        <translation>Hiện chỉ đọc được kho dữ liệu của nhóm, chẳng hạn vì máy chủ vừa chuyển sang máy dự phòng. Những gì bạn viết sẽ chờ trên máy này và được gửi đi ngay khi có thể.</translation>
    </message>
    <message>
        <source>The team store has no space left; tell whoever runs its server. What you write waits on this machine and is delivered as soon as there is space.</source>
        <translation>Kho dữ liệu của nhóm đã hết chỗ; hãy báo cho người quản trị máy chủ. Những gì bạn viết sẽ chờ trên máy này và được gửi đi ngay khi có chỗ.</translation>
    </message>
    <message>
        <source>The team store is too busy to take changes just now. What you write waits on this machine and is delivered as soon as it can be.</source>
        <translation>Kho dữ liệu của nhóm hiện quá bận nên chưa nhận thay đổi. Những gì bạn viết sẽ chờ trên máy này và được gửi đi ngay khi có thể.</translation>
    </message>
    <message>
        <source>The team store is back.</source>
        <translation>Kho dữ liệu của nhóm đã hoạt động trở lại.</translation>
    </message>
    <message numerus="yes">
        <source>The team store is back, and %Ln change(s) that had waited are there now.</source>
        <translation>
            <numerusform>Kho dữ liệu của nhóm đã hoạt động trở lại; %Ln thay đổi đang chờ đã được gửi lên.</numerusform>
        </translation>
    </message>
    <message>
        <source>A change that had waited was not taken by the team store; it is still kept on this machine. %1</source>
        <translation>Kho dữ liệu của nhóm không nhận một thay đổi đang chờ; nó vẫn được giữ trên máy này. %1</translation>
    </message>
    <message>
        <source>A change that waits on this machine was made by a newer version of Skein, and this one does not know what it means. It is kept, with what came after it in the same conversation; the newer version delivers it.</source>
        <translation>Có một thay đổi đang chờ trên máy này do phiên bản Skein mới hơn tạo ra, và phiên bản này không hiểu nó. Nó được giữ lại cùng những gì đến sau nó trong cùng cuộc trò chuyện; phiên bản mới hơn sẽ gửi nó đi.</translation>
    </message>
</context>
<context>
    <name>TemplateForm</name>
    <message>
        <source>Name</source>
        <translation>Tên</translation>
    </message>
    <message>
        <source>Name of the template</source>
        <translation>Tên của mẫu</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Nội dung</translation>
    </message>
    <message>
        <source>Text of the template</source>
        <translation>Nội dung của mẫu</translation>
    </message>
    <message>
        <source>Words in double braces, as in {{customer}}, are filled in when the template is used.</source>
        <translation>Chữ trong hai cặp ngoặc nhọn, như {{customer}}, được điền khi dùng mẫu.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Hủy</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Lưu</translation>
    </message>
    <message>
        <source>A template needs a name.</source>
        <translation>Mẫu cần có tên.</translation>
    </message>
    <message>
        <source>There is a template of this name already.</source>
        <translation>Đã có mẫu mang tên này.</translation>
    </message>
    <message>
        <source>A template needs a text.</source>
        <translation>Mẫu cần có nội dung.</translation>
    </message>
</context>
<context>
    <name>TemplatePopup</name>
    <message>
        <source>Templates</source>
        <translation>Mẫu</translation>
    </message>
    <message>
        <source>No templates yet</source>
        <translation>Chưa có mẫu nào</translation>
    </message>
    <message>
        <source>Settings, Reply templates: add one</source>
        <translation>Thêm trong Cài đặt, mục Mẫu trả lời</translation>
    </message>
</context>
<context>
    <name>TemplatesCard</name>
    <message>
        <source>Reply templates</source>
        <translation>Mẫu trả lời</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Sửa</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>Sửa “%1”</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>Xóa “%1”</translation>
    </message>
    <message>
        <source>Replies that you send again and again. In the composer, type / to use one.</source>
        <translation>Những câu trả lời hay dùng lại. Gõ / trong ô soạn tin để dùng.</translation>
    </message>
    <message>
        <source>In the composer, type / to use one.</source>
        <translation>Gõ / trong ô soạn tin để dùng.</translation>
    </message>
    <message>
        <source>Add template</source>
        <translation>Thêm mẫu</translation>
    </message>
    <message>
        <source>“%1” was removed.</source>
        <translation>Đã xóa “%1”.</translation>
    </message>
</context>
<context>
    <name>TextRowsModel</name>
    <message>
        <source>Added: %1</source>
        <translation>Thêm: %1</translation>
    </message>
    <message>
        <source>Removed: %1</source>
        <translation>Bớt: %1</translation>
    </message>
</context>
<context>
    <name>TextWriter</name>
    <message>
        <source>image:</source>
        <translation>hình ảnh:</translation>
    </message>
</context>
<context>
    <name>ThreadCanvas</name>
    <message>
        <source>Messages</source>
        <translation>Tin nhắn</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Đã sao chép</translation>
    </message>
</context>
<context>
    <name>ThreadView</name>
    <message>
        <source>Newest</source>
        <translation>Mới nhất</translation>
    </message>
    <message>
        <source>Go to the newest message (End)</source>
        <translation>Đi tới tin nhắn mới nhất (End)</translation>
    </message>
    <message>
        <source>Go to the newest message</source>
        <translation>Đi tới tin nhắn mới nhất</translation>
    </message>
    <message>
        <source>No conversation is open</source>
        <translation>Chưa mở cuộc trò chuyện nào</translation>
    </message>
    <message>
        <source>Choose one in the list, or press Ctrl+N to begin a new one.</source>
        <translation>Hãy chọn trong danh sách, hoặc nhấn Ctrl+N để bắt đầu cuộc trò chuyện mới.</translation>
    </message>
    <message>
        <source>A new conversation</source>
        <translation>Cuộc trò chuyện mới</translation>
    </message>
    <message>
        <source>Write the first message below. Before it is sent, the bar above the field shows how much of the model&apos;s window it fills and what it will cost.</source>
        <translation>Hãy viết tin nhắn đầu tiên bên dưới. Trước khi gửi, thanh phía trên ô nhập cho biết tin nhắn chiếm bao nhiêu cửa sổ của mô hình và sẽ tốn bao nhiêu.</translation>
    </message>
    <message>
        <source>Opening the conversation…</source>
        <translation>Đang mở cuộc trò chuyện…</translation>
    </message>
    <message>
        <source>Its messages are being read from the store.</source>
        <translation>Đang đọc các tin nhắn từ kho dữ liệu.</translation>
    </message>
    <message>
        <source>The conversation could not be opened</source>
        <translation>Không mở được cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Thử lại</translation>
    </message>
</context>
<context>
    <name>TimePane</name>
    <message>
        <source>A conversation with at least one question can be stepped through turn by turn here.</source>
        <translation>Ở đây có thể đi qua từng lượt của một cuộc trò chuyện có ít nhất một câu hỏi.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Tạm dừng</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Chạy</translation>
    </message>
    <message>
        <source>Goes through the conversation by itself (Space)</source>
        <translation>Tự đi qua cuộc trò chuyện (phím cách)</translation>
    </message>
    <message>
        <source>One turn back</source>
        <translation>Lùi một lượt</translation>
    </message>
    <message>
        <source>One turn on</source>
        <translation>Tiến một lượt</translation>
    </message>
    <message>
        <source>Turn of the conversation</source>
        <translation>Lượt của cuộc trò chuyện</translation>
    </message>
    <message>
        <source>The arrow keys go turn by turn</source>
        <translation>Các phím mũi tên đi từng lượt</translation>
    </message>
    <message>
        <source>Looking for the turns at which marked messages fall out</source>
        <translation>Đang tìm lượt mà tin nhắn được đánh dấu bị rơi mất</translation>
    </message>
    <message>
        <source>Turn %1 of %2</source>
        <translation>Lượt %1 / %2</translation>
    </message>
    <message>
        <source>Mark messages as needed under “Compare” (Probes), and see here when each card loses them.</source>
        <translation>Hãy đánh dấu các tin nhắn cần thiết ở “So sánh” (Phép thử) để thấy khi nào mỗi thẻ làm mất chúng.</translation>
    </message>
    <message>
        <source>Marked messages have a notch above the strips.</source>
        <translation>Tin nhắn được đánh dấu có mũi nhọn phía trên dải.</translation>
    </message>
    <message>
        <source>No turns yet</source>
        <translation>Chưa có lượt nào</translation>
    </message>
</context>
<context>
    <name>TimeRow</name>
    <message>
        <source>%1 of %2 messages · %3</source>
        <comment>sent, so far, tokens</comment>
        <translation>%1 / %2 tin nhắn · %3</translation>
    </message>
    <message>
        <source>%1 · over its budget</source>
        <comment>figures</comment>
        <translation>%1 · vượt ngân sách</translation>
    </message>
    <message>
        <source>Goes to that turn</source>
        <translation>Đến lượt đó</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <comment>number of the message, its beginning</comment>
        <translation>%1: “%2”</translation>
    </message>
    <message>
        <source>Further marked messages: %1, of them lost: %2</source>
        <translation>Tin nhắn được đánh dấu khác: %1, trong đó bị mất: %2</translation>
    </message>
</context>
<context>
    <name>TimingBar</name>
    <message>
        <source>queued %1</source>
        <translation>chờ %1</translation>
    </message>
    <message>
        <source>connecting %1</source>
        <translation>kết nối %1</translation>
    </message>
    <message>
        <source>first token after %1</source>
        <translation>token đầu sau %1</translation>
    </message>
    <message>
        <source>streaming %1</source>
        <translation>truyền %1</translation>
    </message>
    <message>
        <source>Timing</source>
        <translation>Thời gian</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>Undo</source>
        <translation>Hoàn tác</translation>
    </message>
</context>
<context>
    <name>VerdictLegend</name>
    <message>
        <source>%1 %2</source>
        <comment>verdict, number of messages</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Welcome to Skein</source>
        <translation>Chào mừng bạn đến với Skein</translation>
    </message>
    <message>
        <source>See what the model sees, and what it costs. Choose how to begin; the other ways stay open.</source>
        <translation>Thấy những gì mô hình thấy, và chi phí của nó. Hãy chọn cách bắt đầu; các cách khác vẫn dùng được sau này.</translation>
    </message>
    <message>
        <source>Try it without a key</source>
        <translation>Dùng thử không cần khóa API</translation>
    </message>
    <message>
        <source>The practice provider on this machine answers from the text it is sent. It sends nothing anywhere, and says that it is practice.</source>
        <translation>Nhà cung cấp luyện tập trên máy này trả lời dựa trên văn bản nhận được. Nó không gửi gì đi đâu và luôn nói rõ đây là luyện tập.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Bắt đầu</translation>
    </message>
    <message>
        <source>Use %1 on this machine</source>
        <translation>Dùng %1 trên máy này</translation>
    </message>
    <message>
        <source>A model server answers at %1.</source>
        <translation>Có máy chủ mô hình phản hồi tại %1.</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Dùng</translation>
    </message>
    <message>
        <source>Connect a provider</source>
        <translation>Kết nối nhà cung cấp</translation>
    </message>
    <message>
        <source>Pick one, paste its key and test the connection. The key goes into this system&apos;s keychain.</source>
        <translation>Chọn nhà cung cấp, dán khóa API và kiểm tra kết nối. Khóa API được cất trong chuỗi khóa của hệ thống.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Kết nối…</translation>
    </message>
    <message>
        <source>Bring your conversations along</source>
        <translation>Mang theo các cuộc trò chuyện của bạn</translation>
    </message>
    <message>
        <source>Exports of ChatGPT, Claude, Open WebUI, LibreChat and others are read with their branches, times and models.</source>
        <translation>Đọc được tệp xuất của ChatGPT, Claude, Open WebUI, LibreChat và các chương trình khác, kèm nhánh, thời gian và mô hình.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Nhập…</translation>
    </message>
    <message>
        <source>Look around with demo data</source>
        <translation>Xem thử với dữ liệu mẫu</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>Tải</translation>
    </message>
    <message>
        <source>A month of made-up support conversations in Vietnamese and English with their costs.</source>
        <translation>Một tháng hội thoại hỗ trợ giả lập bằng tiếng Việt và tiếng Anh, kèm chi phí.</translation>
    </message>
</context>
<context>
    <name>WindowCommands</name>
    <message>
        <source>Go to a conversation or run a command…</source>
        <translation>Mở cuộc trò chuyện hoặc chạy lệnh…</translation>
    </message>
    <message>
        <source>New conversation</source>
        <translation>Cuộc trò chuyện mới</translation>
    </message>
    <message>
        <source>Search all messages</source>
        <translation>Tìm mọi tin nhắn</translation>
    </message>
    <message>
        <source>Find in this conversation</source>
        <translation>Tìm trong cuộc trò chuyện này</translation>
    </message>
    <message>
        <source>Rename the conversation</source>
        <translation>Đổi tên cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Pin or unpin the conversation</source>
        <translation>Ghim hoặc bỏ ghim cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Remove the conversation</source>
        <translation>Xóa cuộc trò chuyện</translation>
    </message>
    <message>
        <source>Back to the previous conversation</source>
        <translation>Về cuộc trò chuyện trước đó</translation>
    </message>
    <message>
        <source>The conversation above</source>
        <translation>Cuộc trò chuyện phía trên</translation>
    </message>
    <message>
        <source>The conversation below</source>
        <translation>Cuộc trò chuyện phía dưới</translation>
    </message>
    <message>
        <source>Write a message</source>
        <translation>Viết tin nhắn</translation>
    </message>
    <message>
        <source>Stop the answer</source>
        <translation>Dừng câu trả lời</translation>
    </message>
    <message>
        <source>Go to Chats</source>
        <translation>Đi tới Trò chuyện</translation>
    </message>
    <message>
        <source>Go to the Lab</source>
        <translation>Đi tới Phòng thử</translation>
    </message>
    <message>
        <source>Go to Costs</source>
        <translation>Đi tới Chi phí</translation>
    </message>
    <message>
        <source>Go to Providers</source>
        <translation>Đi tới Nhà cung cấp</translation>
    </message>
    <message>
        <source>Go to Settings</source>
        <translation>Đi tới Cài đặt</translation>
    </message>
    <message>
        <source>Show or hide the list</source>
        <translation>Hiện hoặc ẩn danh sách</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translation>Hiện hoặc ẩn Trình kiểm tra</translation>
    </message>
    <message>
        <source>Add a provider…</source>
        <translation>Thêm nhà cung cấp…</translation>
    </message>
    <message>
        <source>Import conversations…</source>
        <translation>Nhập cuộc trò chuyện…</translation>
    </message>
    <message>
        <source>Export the conversation…</source>
        <translation>Xuất cuộc trò chuyện…</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Giao diện sáng</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>Giao diện tối</translation>
    </message>
    <message>
        <source>Theme of the system</source>
        <translation>Giao diện theo hệ thống</translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation>Ngôn ngữ: English</translation>
    </message>
    <message>
        <source>Language: Vietnamese</source>
        <translation>Ngôn ngữ: Tiếng Việt</translation>
    </message>
    <message>
        <source>Show the first page</source>
        <translation>Hiện trang chào mừng</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Thoát</translation>
    </message>
</context>
</TS>
