#include "core/exchange/detailsblocks.h"

#include <array>
#include <utility>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto opening = "<details type=\""_L1;
constexpr auto closing = "</details>"_L1;

QString unescaped(QString html)
{
    static constexpr std::array entities{
        std::pair{"&lt;"_L1, "<"_L1},
        std::pair{"&gt;"_L1, ">"_L1},
        std::pair{"&quot;"_L1, "\""_L1},
        std::pair{"&#x27;"_L1, "'"_L1},
        std::pair{"&#39;"_L1, "'"_L1},
        std::pair{"&amp;"_L1, "&"_L1}, // the last, or it unescapes twice
    };
    for (const auto &[entity, character] : entities)
        html.replace(entity, character);
    return html;
}

QString attribute(QStringView tag, QStringView name)
{
    const QString start = u" %1=\""_s.arg(name);
    const qsizetype at = tag.indexOf(start);
    if (at < 0)
        return {};
    const qsizetype from = at + start.size();
    return unescaped(
        tag.sliced(from, std::max<qsizetype>(tag.indexOf(u'"', from) - from, 0)).toString());
}

/// Without the summary line and the quote marks in front of each line.
QString bodyText(QStringView body)
{
    const qsizetype summary = body.indexOf("</summary>"_L1);
    if (summary >= 0)
        body = body.sliced(summary + 10);
    QStringList lines = unescaped(body.trimmed().toString()).split(u'\n');
    for (QString &line : lines) {
        if (line.startsWith("> "_L1))
            line.remove(0, 2);
        else if (line.startsWith(u'>'))
            line.remove(0, 1);
    }
    return lines.join(u'\n');
}

void addBlock(QStringView tag, QStringView body, ContentText &result)
{
    const QString type = attribute(tag, u"type");
    if (type == "reasoning"_L1)
        result.reasoning = joined({result.reasoning, bodyText(body)});
    else if (type == "tool_calls"_L1)
        result.text += chip(u"tool"_s, attribute(tag, u"name"));
    else
        result.text += bodyText(body);
}

} // namespace

ContentText withoutDetails(const QString &text)
{
    ContentText result;
    qsizetype at = 0;
    while (true) {
        const qsizetype start = text.indexOf(opening, at);
        const qsizetype tagEnd = start < 0 ? -1 : text.indexOf(u'>', start);
        const qsizetype end = tagEnd < 0 ? -1 : text.indexOf(closing, tagEnd);
        if (end < 0)
            break;
        result.isPlain = false;
        result.text += QStringView(text).sliced(at, start - at);
        addBlock(QStringView(text).sliced(start, tagEnd - start),
                 QStringView(text).sliced(tagEnd + 1, end - tagEnd - 1), result);
        at = end + closing.size();
    }
    result.text += QStringView(text).sliced(at);
    if (!result.isPlain)
        result.text = result.text.trimmed();
    return result;
}

} // namespace Core
