#include "core/exchange/csvexporter.h"

#include "core/base/redact.h"

#include <QStringList>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

QString timeCell(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QString row(const QStringList &cells)
{
    return cells.join(u',') + u"\r\n"_s;
}

QString messageRow(const Conversation &conversation, const Message &message)
{
    return row({csvCell(conversation.id), csvCell(conversation.title), csvCell(message.id),
                csvCell(message.parentId), roleName(message.role), statusName(message.status),
                csvCell(message.name), csvCell(message.model), timeCell(message.createdAt),
                message.tokens < 0 ? QString() : QString::number(message.tokens),
                csvCell(message.content)});
}

QString chargeRow(const Charge &charge)
{
    return row({csvCell(charge.id), csvCell(charge.conversationId), csvCell(charge.messageId),
                timeCell(charge.at), csvCell(charge.userId), csvCell(charge.provider),
                csvCell(charge.model), csvCell(charge.strategy), kindName(charge.kind),
                QString::number(charge.usage.prompt), QString::number(charge.usage.cachedRead),
                QString::number(charge.usage.cacheWrite), QString::number(charge.usage.completion),
                QString::number(charge.usage.reasoning), basisName(charge.basis),
                charge.amount ? toDecimalString(*charge.amount) : QString(),
                csvCell(charge.priceRow)});
}

} // namespace

QByteArray CsvExporter::begin()
{
    if (m_rows == Rows::Messages)
        return "conversation_id,conversation_title,message_id,parent_id,role,status,name,model,"
               "created_at,tokens,content\r\n";
    return "charge_id,conversation_id,message_id,at,user,provider,model,strategy,kind,"
           "input_tokens,cached_tokens,cache_write_tokens,output_tokens,reasoning_tokens,basis,"
           "amount_usd,price_row\r\n";
}

QByteArray CsvExporter::conversation(const Bundle &bundle)
{
    QString rows;
    if (m_rows == Rows::Messages) {
        for (const Message &message : bundle.messages)
            rows += messageRow(bundle.conversation, message);
    } else {
        for (const Charge &charge : bundle.charges)
            rows += chargeRow(charge);
    }
    return redacted(rows.toUtf8());
}

QString csvCell(const QString &text)
{
    // What spreadsheets take for the beginning of a formula, wide forms included.
    static const QString dangerous = u"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"_s;
    QString cell = text;
    if (!cell.isEmpty() && dangerous.contains(cell[0]))
        cell.prepend(u'\'');
    if (!cell.contains(u'"') && !cell.contains(u',') && !cell.contains(u'\n')
        && !cell.contains(u'\r'))
        return cell;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace Core
