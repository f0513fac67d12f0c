#include "ui/conversations/conversationdelegate.h"

#include "ui/base/colors.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/icons.h"
#include "ui/conversations/conversationlistmodel.h"
#include "ui/conversations/rowpainting.h"
#include "ui/conversations/rowwords.h"

#include <QLineEdit>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

/// One row, measured and ready to be painted.
struct ConversationDelegate::Look
{
    Core::Conversation conversation;
    RowLayout layout;
    QPalette palette;
    QFont titleFont;
    QFont smallFont;
    bool streaming = false;
    bool unread = false;
    QStyle::State state;
};

ConversationDelegate::ConversationDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

RowContent ConversationDelegate::contentOf(const Core::Conversation &conversation,
                                           bool startsGroup) const
{
    const QFontMetrics small(Fonts::small());
    return {
        .startsGroup = startsGroup,
        .pinned = conversation.pinned,
        .warns = conversation.hasError,
        .tagged = !conversation.tags.isEmpty(),
        .timeWidth = small.horizontalAdvance(Formats::shortTime(conversation.updatedAt, m_now)) + 1,
        .costWidth = m_showsCost ? small.horizontalAdvance(RowWords::cost(conversation)) + 1 : 0};
}

ConversationDelegate::Look ConversationDelegate::lookOf(const QStyleOptionViewItem &option,
                                                        const QModelIndex &index) const
{
    Look look;
    look.conversation =
        index.data(ConversationListModel::ConversationRole).value<Core::Conversation>();
    look.streaming = index.data(ConversationListModel::StreamingRole).toBool();
    look.unread = index.data(ConversationListModel::UnreadRole).toBool();
    look.palette = option.palette;
    look.state = option.state;
    look.smallFont = Fonts::small();
    look.titleFont = look.unread ? Fonts::semibold(Fonts::body()) : Fonts::body();
    const bool startsGroup = index.data(ConversationListModel::StartsGroupRole).toBool();
    look.layout = rowLayout(option.rect, contentOf(look.conversation, startsGroup),
                            QFontMetrics(look.titleFont), QFontMetrics(look.smallFont));
    return look;
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const Look look = lookOf(option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (!look.layout.group.isEmpty())
        paintGroup(painter, look);
    RowPainting::ground(painter, look.layout.ground, look.state, look.palette);
    paintTitle(painter, look);
    paintLine(painter, look);
    if (!look.layout.tags.isEmpty())
        paintTags(painter, look);
    painter->restore();
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem & /*option*/,
                                     const QModelIndex &index) const
{
    // Called for every row that is loaded, so it asks for what changes the height only.
    const auto conversation =
        index.data(ConversationListModel::ConversationRole).value<Core::Conversation>();
    const RowContent content{.startsGroup =
                                 index.data(ConversationListModel::StartsGroupRole).toBool(),
                             .tagged = !conversation.tags.isEmpty()};
    return {100, rowHeight(content, QFontMetrics(Fonts::body()), QFontMetrics(Fonts::small()))};
}

QWidget *ConversationDelegate::createEditor(QWidget *parent,
                                            const QStyleOptionViewItem & /*option*/,
                                            const QModelIndex & /*index*/) const
{
    auto *editor = new QLineEdit(parent);
    editor->setAccessibleName(tr("Title"));
    return editor;
}

void ConversationDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                                const QModelIndex &index) const
{
    const RowLayout layout = lookOf(option, index).layout;
    // Over both lines: it is higher than one, and half of the other would show below it.
    const int top = layout.title.top() - 4;
    editor->setGeometry(layout.ground.left() + 8, top, layout.ground.width() - 16,
                        qMax(32, layout.line.bottom() + 4 - top));
}

void ConversationDelegate::paintGroup(QPainter *painter, const Look &look) const
{
    const QString heading = look.conversation.pinned
        ? tr("Pinned", "heading of a group of conversations")
        : Formats::dateGroup(look.conversation.updatedAt, m_now);
    painter->setFont(Fonts::semibold(look.smallFont));
    painter->setPen(Colors::quietText(look.palette));
    painter->drawText(look.layout.group.adjusted(0, 0, 0, -4), Qt::AlignLeft | Qt::AlignBottom,
                      heading);
}

void ConversationDelegate::paintTitle(QPainter *painter, const Look &look) const
{
    if (look.unread) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(Colors::accent(look.palette));
        painter->drawEllipse(look.layout.unread);
    }
    if (!look.layout.pin.isEmpty())
        Icons::icon(Icons::Name::Pin).paint(painter, look.layout.pin);
    RowPainting::text(painter, look.layout.title, RowWords::title(look.conversation),
                      look.titleFont, look.palette.color(QPalette::Text));
    RowPainting::text(painter, look.layout.time,
                      Formats::shortTime(look.conversation.updatedAt, m_now), look.smallFont,
                      Colors::quietText(look.palette));
}

void ConversationDelegate::paintLine(QPainter *painter, const Look &look) const
{
    const Core::Conversation &conversation = look.conversation;
    QColor colour = Colors::quietText(look.palette);
    QString words = conversation.lastLine;
    if (look.streaming) {
        colour = Colors::accent(look.palette);
        words = tr("Answering…");
    } else if (!conversation.draft.isEmpty()) {
        colour = Colors::accent(look.palette);
        words = tr("Draft: %1").arg(conversation.draft.simplified());
    } else if (conversation.hasError) {
        words = tr("Incomplete: %1", "the last answer of a conversation").arg(words);
    } else if (words.isEmpty()) {
        words = tr("No messages yet");
    }
    if (!look.layout.warning.isEmpty())
        RowPainting::tinted(painter, Icons::Name::Warning, look.layout.warning,
                            Colors::bad(look.palette));
    RowPainting::text(painter, look.layout.line, words, look.smallFont, colour);
    if (!look.layout.cost.isEmpty())
        RowPainting::text(painter, look.layout.cost, RowWords::cost(conversation), look.smallFont,
                          Colors::quietText(look.palette));
}

void ConversationDelegate::paintTags(QPainter *painter, const Look &look) const
{
    const QFontMetrics metrics(look.smallFont);
    QRect room = look.layout.tags;
    for (qsizetype i = 0; i < look.conversation.tags.size(); ++i) {
        const qsizetype rest = look.conversation.tags.size() - i;
        const QString tag = look.conversation.tags[i];
        const int width = metrics.horizontalAdvance(tag) + 14;
        const bool fits = width <= room.width() - (rest > 1 ? 34 : 0);
        const QString words = fits ? tag
            : i == 0               ? metrics.elidedText(tag, Qt::ElideRight, room.width() - 48)
                                   : u"+%1"_s.arg(rest);
        QRect pill = room;
        pill.setWidth(metrics.horizontalAdvance(words) + 14);
        RowPainting::pill(painter, pill, words, look.smallFont, look.palette);
        if (!fits && i > 0)
            return;
        room.setLeft(pill.right() + 5);
    }
}
