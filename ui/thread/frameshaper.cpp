#include "ui/thread/frameshaper.h"

#include "ui/base/colors.h"
#include "ui/base/formats.h"
#include "ui/thread/messagetext.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace {

using namespace Qt::Literals::StringLiterals;

QTextCharFormat inColor(const QColor &color)
{
    QTextCharFormat format;
    format.setForeground(color);
    return format;
}

} // namespace

FrameShaper::FrameShaper(const ThreadRow &row, const ThreadLook &look, int width)
    : m_row(row)
    , m_look(look)
    , m_width(width)
{
}

ShapedPiece FrameShaper::shape(const Piece &piece) const
{
    ShapedPiece shaped;
    if (piece.kind == Piece::Kind::Day) {
        shapeDivider(shaped, Formats::day(m_row.message.createdAt, QDateTime::currentDateTime()));
    } else if (piece.kind == Piece::Kind::SummaryEnd) {
        shapeDivider(shaped, tr("Summarised up to here"));
        shaped.zones = {{{0, 0, qreal(m_width), qreal(shaped.height)},
                         ZoneAction::OpenSummary,
                         tr("Show the summary that is sent in place of the messages above")}};
    } else if (piece.kind == Piece::Kind::Head) {
        shapeHead(shaped, piece);
    } else {
        shapeFoot(shaped);
    }
    return shaped;
}

void FrameShaper::shapeDivider(ShapedPiece &shaped, const QString &words) const
{
    ShapedText text{.at = {0, 8}, .ofMessage = false, .quiet = true};
    text.layout = shapeWords(words,
                             {.font = m_look.small,
                              .width = m_width,
                              .lineHeight = m_look.smallLineHeight,
                              .align = Markdown::Align::Center});
    shaped.height = 16 + heightOf(*text.layout, m_look.smallLineHeight);
    shaped.texts.push_back(std::move(text));
}

void FrameShaper::shapeHead(ShapedPiece &shaped, const Piece &piece) const
{
    const QString name = MessageText::speaker(m_row);
    QStringList parts{name};
    if (m_row.message.createdAt.isValid())
        parts += Formats::clockTime(m_row.message.createdAt);
    if (const QString mark = MessageText::planMark(m_row); !mark.isEmpty())
        parts += mark;
    QTextCharFormat speaker = inColor(m_look.palette.color(QPalette::Text));
    speaker.setFontWeight(QFont::DemiBold);

    const int top = piece.gap + ThreadLook::messageGap + ThreadLook::padding - 4;
    ShapedText text{.at = {0, qreal(top)}, .ofMessage = false, .quiet = true};
    text.layout =
        shapeWords(parts.join(u" · "_s), smallShape(m_width), {{0, int(name.size()), speaker}});
    shaped.height = top + heightOf(*text.layout, m_look.smallLineHeight) + 4;
    shaped.texts.push_back(std::move(text));
    if (!m_row.message.reasoning.isEmpty())
        addReasoningToggle(shaped);
}

void FrameShaper::addReasoningToggle(ShapedPiece &shaped) const
{
    const QString words =
        tr("The model's reasoning, %n characters", nullptr, int(m_row.message.reasoning.size()));
    ShapedText toggle{.at = {0, qreal(shaped.height)}, .ofMessage = false, .quiet = true};
    toggle.layout =
        shapeWords(words, smallShape(m_width),
                   {{0, int(words.size()), inColor(m_look.palette.color(QPalette::Link))}});
    const qreal width = toggle.layout->lineAt(0).naturalTextWidth();
    const int height = heightOf(*toggle.layout, m_look.smallLineHeight);
    shaped.zones.append({{0, qreal(shaped.height), width, qreal(height)},
                         ZoneAction::ToggleReasoning,
                         tr("Show or hide what the model thought aloud")});
    shaped.height += height + 4;
    shaped.texts.push_back(std::move(toggle));
}

TextShape FrameShaper::smallShape(int width) const
{
    return {.font = m_look.small, .width = width, .lineHeight = m_look.smallLineHeight};
}

void FrameShaper::shapeFoot(ShapedPiece &shaped) const
{
    addSiblings(shaped);
    const qreal left = shaped.zones.isEmpty() ? 0 : shaped.zones.last().rect.right() + 12;
    const QString status = MessageText::status(m_row.message.status);
    const QString facts = MessageText::foot(m_row);
    const bool quiet = m_row.message.status == Core::MessageStatus::Streaming
        || m_row.message.status == Core::MessageStatus::Stopped;
    const QString both =
        status.isEmpty() || facts.isEmpty() ? status + facts : status + u" · "_s + facts;
    int height = shaped.zones.isEmpty() ? 0 : m_look.smallLineHeight;
    if (!both.isEmpty()) {
        ShapedText text{.at = {left, 6}, .ofMessage = false, .quiet = true};
        QTextCharFormat told =
            inColor(quiet ? Colors::quietText(m_look.palette) : Colors::warning(m_look.palette));
        told.setFontWeight(QFont::DemiBold);
        text.layout =
            shapeWords(both, smallShape(m_width - int(left)), {{0, int(status.size()), told}});
        height = std::max(height, heightOf(*text.layout, m_look.smallLineHeight));
        shaped.texts.push_back(std::move(text));
    }
    shaped.height =
        (height > 0 ? height + 6 : 0) + ThreadLook::padding - 2 + ThreadLook::messageGap;
}

void FrameShaper::addSiblings(ShapedPiece &shaped) const
{
    const QString place = MessageText::siblings(m_row.siblings);
    if (place.isEmpty())
        return;
    const QFontMetricsF metrics(m_look.small);
    const qreal height = m_look.smallLineHeight;
    const qreal side = std::max<qreal>(height, 20);
    const qreal middle = std::ceil(metrics.horizontalAdvance(place)) + 8;
    const auto add = [&](const QString &words, qreal x, qreal width) {
        ShapedText text{.at = {x, 6}, .ofMessage = false, .quiet = true};
        text.layout = shapeWords(words,
                                 {.font = m_look.small,
                                  .width = int(width),
                                  .lineHeight = m_look.smallLineHeight,
                                  .align = Markdown::Align::Center});
        shaped.texts.push_back(std::move(text));
    };
    add(u"‹"_s, 0, side);
    add(place, side, middle);
    add(u"›"_s, side + middle, side);
    shaped.zones = {
        {{0, 6, side, height}, ZoneAction::PreviousSibling, tr("Previous version")},
        {{side + middle, 6, side, height}, ZoneAction::NextSibling, tr("Next version")}};
}
