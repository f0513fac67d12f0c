#include "ui/composer/templatefields.h"

#include "core/base/text.h"

#include <algorithm>

namespace Templates {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype longestName = 60;

} // namespace

QList<Field> fieldsIn(const QString &text)
{
    QList<Field> fields;
    for (qsizetype open = text.indexOf("{{"_L1); open >= 0; open = text.indexOf("{{"_L1, open)) {
        const QStringView rest = QStringView(text).sliced(open + 2).left(longestName + 2);
        const qsizetype close = rest.indexOf("}}"_L1);
        const QStringView name = rest.left(std::max<qsizetype>(close, 0)).trimmed();
        if (name.isEmpty() || name.contains(u'\n') || name.contains(u'{')) {
            ++open;
            continue;
        }
        fields.append({int(open), int(close) + 4});
        open += close + 4;
    }
    return fields;
}

std::optional<Field> fieldFrom(const QString &text, int position, int step)
{
    const QList<Field> fields = fieldsIn(text);
    if (fields.isEmpty())
        return std::nullopt;
    if (step < 0) {
        for (auto field = fields.crbegin(); field != fields.crend(); ++field) {
            if (field->start + field->length <= position)
                return *field;
        }
        return fields.last();
    }
    for (const Field &field : fields) {
        if (field.start >= position)
            return field;
    }
    return fields.first();
}

QList<Field> namesakes(const QString &text, const Field &field)
{
    const auto name = [&text](const Field &each) {
        return QStringView(text).sliced(each.start + 2, each.length - 4).trimmed();
    };
    QList<Field> others = fieldsIn(text);
    others.removeIf([&](const Field &each) { return each == field || name(each) != name(field); });
    return others;
}

QList<Core::ReplyTemplate> matching(const QList<Core::ReplyTemplate> &templates,
                                    const QString &query)
{
    const QString wanted = Core::foldedText(query);
    QList<Core::ReplyTemplate> first;
    QList<Core::ReplyTemplate> others;
    for (const Core::ReplyTemplate &each : templates) {
        const QString name = Core::foldedText(each.name);
        if (name.startsWith(wanted))
            first += each;
        else if (name.contains(wanted) || Core::foldedText(each.text).contains(wanted))
            others += each;
    }
    return first + others;
}

} // namespace Templates
