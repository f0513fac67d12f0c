#include "ui/conversations/hitdelegate.h"

#include "core/chat/conversation.h"
#include "ui/base/colors.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/conversations/rowlayout.h"
#include "ui/conversations/rowpainting.h"
#include "ui/conversations/rowwords.h"
#include "ui/conversations/searchmodel.h"
#include "ui/conversations/snippet.h"

#include <QPainter>
#include <QTextLayout>

namespace {

constexpr int contextBefore = 24;

QList<QTextLayout::FormatRange> marksOf(const Snippet &snippet, const QPalette &palette)
{
    QTextCharFormat marked;
    marked.setBackground(Colors::searchHit(palette));
    marked.setForeground(palette.color(QPalette::Text));
    marked.setFontWeight(QFont::DemiBold);
    QList<QTextLayout::FormatRange> ranges;
    for (const TextRange &hit : snippet.hits)
        ranges.append({int(hit.start), int(hit.length), marked});
    return ranges;
}

/// Two lines; what does not fit on them is behind a click.
void drawPassage(QPainter *painter, const QRect &rect, const Snippet &snippet,
                 const QPalette &palette)
{
    QTextLayout layout(snippet.text, Fonts::small());
    layout.setFormats(marksOf(snippet, palette));
    layout.beginLayout();
    qreal y = 0;
    for (int i = 0; i < 2; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
    painter->setPen(Colors::quietText(palette));
    layout.draw(painter, rect.topLeft());
}

} // namespace

HitDelegate::HitDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void HitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    const auto conversation = index.data(SearchModel::ConversationRole).value<Core::Conversation>();
    const QFont small = Fonts::small();
    const QString time = Formats::shortTime(conversation.updatedAt, m_now);
    const RowLayout layout = hitLayout(option.rect, QFontMetrics(small).horizontalAdvance(time) + 1,
                                       QFontMetrics(Fonts::body()), QFontMetrics(small));
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    RowPainting::ground(painter, layout.ground, option.state, option.palette);
    RowPainting::text(painter, layout.title, RowWords::title(conversation), Fonts::body(),
                      option.palette.color(QPalette::Text));
    RowPainting::text(painter, layout.time, time, small, Colors::quietText(option.palette));
    drawPassage(
        painter, layout.line,
        fromFirstHit(parsedSnippet(index.data(SearchModel::SnippetRole).toString()), contextBefore),
        option.palette);
    painter->restore();
}

QSize HitDelegate::sizeHint(const QStyleOptionViewItem & /*option*/,
                            const QModelIndex & /*index*/) const
{
    return {100, hitHeight(QFontMetrics(Fonts::body()), QFontMetrics(Fonts::small()))};
}
