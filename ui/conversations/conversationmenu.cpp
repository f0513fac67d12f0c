#include "ui/conversations/conversationmenu.h"

#include "ui/base/icons.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QWidgetAction>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A menu reads '&' as a mnemonic.
QString menuText(const QString &text)
{
    return QString(text).replace(u'&', u"&&"_s);
}

} // namespace

ConversationMenu::ConversationMenu(const Core::Conversation &conversation, const QStringList &tags,
                                   QWidget *parent)
    : QMenu(parent)
    , m_tags(conversation.tags)
{
    const bool pinned = conversation.pinned;
    connect(addAction(Icons::icon(Icons::Name::Edit), tr("Rename")), &QAction::triggered, this,
            &ConversationMenu::renameAsked);
    connect(addAction(Icons::icon(Icons::Name::Pin), pinned ? tr("Unpin") : tr("Pin")),
            &QAction::triggered, this, [this, pinned] { emit pinAsked(!pinned); });
    addTags(tags);
    connect(addAction(Icons::icon(Icons::Name::Export), tr("Export…")), &QAction::triggered, this,
            &ConversationMenu::exportAsked);
    addSeparator();
    connect(addAction(Icons::icon(Icons::Name::Remove), tr("Remove")), &QAction::triggered, this,
            &ConversationMenu::removeAsked);
}

void ConversationMenu::addTags(const QStringList &offered)
{
    QMenu *menu = addMenu(Icons::icon(Icons::Name::Tag), tr("Tags"));
    QStringList all = offered;
    for (const QString &tag : std::as_const(m_tags)) {
        if (!all.contains(tag))
            all.append(tag);
    }
    all.sort(Qt::CaseInsensitive);
    for (const QString &tag : std::as_const(all)) {
        QAction *action = menu->addAction(menuText(tag));
        action->setCheckable(true);
        action->setChecked(m_tags.contains(tag));
        connect(action, &QAction::triggered, this, [this, tag](bool on) {
            m_tags.removeAll(tag);
            if (on)
                m_tags.append(tag);
            emit tagsAsked(m_tags);
        });
    }
    if (!all.isEmpty())
        menu->addSeparator();
    addNewTag(menu);
}

void ConversationMenu::addNewTag(QMenu *menu)
{
    auto *frame = new QWidget(menu);
    auto *layout = new QHBoxLayout(frame);
    layout->setContentsMargins(8, 4, 8, 4);
    auto *field = new QLineEdit(frame);
    field->setPlaceholderText(tr("New tag"));
    field->setAccessibleName(tr("New tag"));
    field->setMaxLength(40);
    layout->addWidget(field);
    auto *action = new QWidgetAction(menu);
    action->setDefaultWidget(frame);
    menu->addAction(action);
    connect(field, &QLineEdit::returnPressed, this, [this, field] {
        const QString tag = field->text().simplified();
        if (!tag.isEmpty() && !m_tags.contains(tag)) {
            m_tags.append(tag);
            emit tagsAsked(m_tags);
        }
        close();
    });
}
