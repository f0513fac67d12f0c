#include "ui/thread/sentencereader.h"

#include <QStringList>

#include <algorithm>

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype longestSentence = 400; ///< then it is told up to the last blank

bool endsSentence(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c == u'\n')
        return true;
    const bool sign = c == u'.' || c == u'!' || c == u'?' || c == u'…' || c == u':' || c == u';';
    return sign && at + 1 < text.size() && text[at + 1].isSpace();
}

} // namespace

QString SentenceReader::add(const QString &text)
{
    m_pending += text;
    qsizetype end = 0;
    for (qsizetype at = 0; at < m_pending.size(); ++at) {
        if (endsSentence(m_pending, at))
            end = at + 1;
    }
    if (end == 0 && m_pending.size() > longestSentence)
        end = std::max(m_pending.lastIndexOf(u' ') + 1, m_pending.size() / 2);
    if (end == 0)
        return {};
    const QString told = spoken(QStringView(m_pending).first(end));
    m_pending.remove(0, end);
    return told;
}

QString SentenceReader::finish()
{
    const QString told = spoken(m_pending);
    m_pending.clear();
    m_inCode = false;
    return told;
}

QString SentenceReader::spoken(QStringView text)
{
    QStringList lines;
    const QList<QStringView> parts = text.split(u'\n');
    for (const QStringView part : parts) {
        const QStringView line = part.trimmed();
        if (line.startsWith("```"_L1) || line.startsWith("~~~"_L1)) {
            m_inCode = !m_inCode;
            continue;
        }
        if (m_inCode || line.isEmpty())
            continue;
        QString words = line.toString();
        for (const QLatin1StringView sign : {"**"_L1, "`"_L1, "#"_L1, "|"_L1, "> "_L1})
            words.remove(sign);
        lines += words.simplified();
    }
    lines.removeAll(QString());
    return lines.join(u' ');
}
