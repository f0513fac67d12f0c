#include "ui/thread/markdowntext.h"

#include "ui/thread/entities.h"

#include <QUrl>

namespace Markdown {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype longestLink = 8 * 1024;

/// Where an image would have come from: its host, or its scheme where there is none.
QString originOf(const QString &source)
{
    const QUrl url(source, QUrl::TolerantMode);
    return url.host().isEmpty() ? url.scheme() : url.host(QUrl::FullyEncoded);
}

QString shownText(QByteArrayView bytes)
{
    QString text = QString::fromUtf8(bytes);
    for (QChar &character : text)
        character = visible(character);
    return text;
}

/// Joins the run with the one before it where both are one stretch of the source.
void appendRun(QList<SourceRun> &runs, const SourceRun &run)
{
    if (!runs.isEmpty() && run.length == run.sourceLength) {
        SourceRun &last = runs.last();
        if (last.length == last.sourceLength && last.start + last.length == run.start
            && last.source + last.length == run.source) {
            last.length += run.length;
            last.sourceLength += run.length;
            return;
        }
    }
    runs.append(run);
}

} // namespace

QString attributeText(const MD_ATTRIBUTE &attribute)
{
    QString text;
    for (int i = 0; attribute.size > 0 && attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET begin = attribute.substr_offsets[i];
        const QByteArrayView part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
        if (attribute.substr_types[i] == MD_TEXT_ENTITY)
            text += entityText(part);
        else
            text += QString::fromUtf8(part);
    }
    return text;
}

Utf16Positions::Utf16Positions(const QByteArray &bytes, int offset)
    : m_bytes(bytes)
    , m_position(offset)
{
}

int Utf16Positions::at(qsizetype byte)
{
    for (; m_byte < byte; ++m_byte)
        m_position += unitsAt(m_byte);
    while (m_byte > byte)
        m_position -= unitsAt(--m_byte);
    return m_position;
}

int Utf16Positions::unitsAt(qsizetype byte) const
{
    const auto code = uchar(m_bytes[byte]);
    if ((code & 0xc0) == 0x80)
        return 0;
    return code >= 0xf0 ? 2 : 1;
}

TextWriter::TextWriter(const QByteArray &source, int offset)
    : m_bytes(source)
    , m_positions(m_bytes, offset)
    , m_linkBudget(64 * 1024 + 4 * source.size())
{
}

void TextWriter::enter(Text &target, MD_SPANTYPE type, void *detail)
{
    if (int *counter = counterOf(type)) {
        ++*counter;
    } else if (type == MD_SPAN_A) {
        enterLink(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
    } else if (type == MD_SPAN_IMG) {
        const MD_ATTRIBUTE &source = static_cast<MD_SPAN_IMG_DETAIL *>(detail)->src;
        m_images.append(source.size <= longestLink ? attributeText(source) : QString());
        if (m_images.size() == 1)
            append(target, u'[' + tr("image:") + u' ', -1, 0);
    }
}

void TextWriter::leave(Text &target, MD_SPANTYPE type)
{
    if (int *counter = counterOf(type)) {
        --*counter;
    } else if (type == MD_SPAN_A) {
        m_links.removeLast();
    } else if (type == MD_SPAN_IMG) {
        const QString origin = originOf(m_images.last());
        if (m_images.size() == 1)
            append(target, origin.isEmpty() ? u"]"_s : u" — "_s + origin + u']', -1, 0);
        m_images.removeLast();
    }
}

void TextWriter::enterLink(const MD_ATTRIBUTE &target)
{
    const bool affordable = target.size <= longestLink && target.size <= m_linkBudget;
    m_links.append(affordable ? attributeText(target) : QString());
    m_linkBudget -= affordable ? target.size : 0;
}

int *TextWriter::counterOf(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_EM:
        return &m_italic;
    case MD_SPAN_STRONG:
        return &m_bold;
    case MD_SPAN_DEL:
        return &m_strike;
    case MD_SPAN_CODE:
        return &m_code;
    default:
        return nullptr;
    }
}

void TextWriter::write(Text &target, MD_TEXTTYPE type, QByteArrayView bytes)
{
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR)
        return appendMade(target, QChar(QChar::LineSeparator));
    if (type == MD_TEXT_NULLCHAR)
        return appendMade(target, QChar(QChar::ReplacementCharacter));

    const qsizetype begin = bytes.data() - m_bytes.constData();
    if (begin < 0 || begin >= m_bytes.size()) { // the parser's own: line ends and blanks
        for (const char made : bytes)
            appendMade(target, QLatin1Char(made));
        return;
    }
    const int source = m_positions.at(begin);
    const int length = m_positions.at(begin + bytes.size()) - source;
    append(target, type == MD_TEXT_ENTITY ? entityText(bytes) : shownText(bytes), source, length);
}

Styles TextWriter::styles() const
{
    Styles styles;
    styles.setFlag(Style::Bold, m_bold > 0);
    styles.setFlag(Style::Italic, m_italic > 0);
    styles.setFlag(Style::Strike, m_strike > 0);
    styles.setFlag(Style::Code, m_code > 0);
    styles.setFlag(Style::Image, !m_images.isEmpty());
    styles.setFlag(Style::Link, !m_links.isEmpty() && !m_links.last().isEmpty());
    return styles;
}

/// A character that the parser made of one in the source, which it does not point at. It
/// stands right behind what came before.
void TextWriter::appendMade(Text &target, QChar character) const
{
    const int source = target.sourceEnd();
    append(target, QString(character), source, source < 0 ? 0 : 1);
}

void TextWriter::append(Text &target, const QString &shown, int source, int sourceLength) const
{
    if (shown.isEmpty())
        return;
    const int start = int(target.shown.size());
    const int length = int(shown.size());
    target.shown += shown;
    appendSpan(target, start, length);
    if (source >= 0)
        appendRun(target.runs, {start, length, source, sourceLength});
}

void TextWriter::appendSpan(Text &target, int start, int length) const
{
    const Styles now = styles();
    if (!now)
        return;
    int link = -1;
    if (now.testFlag(Style::Link)) {
        if (target.links.isEmpty() || target.links.last() != m_links.last())
            target.links.append(m_links.last());
        link = int(target.links.size()) - 1;
    }
    if (!target.spans.isEmpty()) {
        Span &last = target.spans.last();
        if (last.styles == now && last.link == link && last.start + last.length == start) {
            last.length += length;
            return;
        }
    }
    target.spans.append({start, length, now, link});
}

} // namespace Markdown
