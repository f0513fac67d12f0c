#include "app/teamdesk.h"

#include "core/base/async.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/mainwindow/chatspage.h"
#include "ui/mainwindow/statusline.h"
#include "ui/mainwindow/teamtexts.h"

#include <algorithm>

namespace {

constexpr int gatheringMs = 150; // a turn changes its conversation several times
constexpr int settlingMs = 700;
constexpr int mostRows = 50; // beyond them the list is read anew

} // namespace

TeamDesk::TeamDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    m_gathering.setSingleShot(true);
    m_gathering.setInterval(gatheringMs);
    connect(&m_gathering, &QTimer::timeout, this, &TeamDesk::readChanged);
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingMs);
    connect(&m_settling, &QTimer::timeout, this, &TeamDesk::sayState);
    connect(&parts.store, &Core::ConversationStore::changedByOthers, this, &TeamDesk::take);
    connect(&parts.store, &Core::ConversationStore::changesMissed, this, &TeamDesk::takeAll);
    connect(&parts.store, &Core::ConversationStore::stateChanged, this, &TeamDesk::takeState);
    connect(&parts.store, &Core::ConversationStore::refused, this, &TeamDesk::takeRefusal);
}

void TeamDesk::take(const Core::StoreChange &change)
{
    m_changed.insert(change.conversationId);
    if (change.kind != Core::StoreChange::Kind::Row)
        m_written.insert(change.conversationId);
    if (!m_gathering.isActive())
        m_gathering.start();
}

void TeamDesk::takeAll()
{
    m_changed.clear();
    m_written.clear();
    m_parts.window.chats().list().model().refresh();
    m_parts.chats.refresh();
    emit countChanged();
}

void TeamDesk::takeState(const Core::StoreState &state)
{
    m_state = state;
    m_waited = std::max(m_waited, state.waiting);
    m_parts.window.status().setStoreState(state, m_parts.clock.now());
    if (state.kind != m_said)
        m_settling.start();
}

void TeamDesk::sayState()
{
    using Kind = Core::StoreState::Kind;
    if (std::exchange(m_said, m_state.kind) == m_state.kind)
        return;
    NoticeBar &notice = m_parts.window.notice();
    if (m_state.kind == Kind::Offline)
        notice.say(NoticeBar::Tone::Warning, TeamTexts::offline());
    else if (m_state.kind == Kind::WritesWait)
        notice.say(NoticeBar::Tone::Warning, TeamTexts::writesWait(*m_state.why));
    else
        notice.say(NoticeBar::Tone::Good, TeamTexts::back(std::exchange(m_waited, 0)));
}

/// Where somebody else was first, one chooses; else it is said.
void TeamDesk::takeRefusal(const Core::Deed &deed, const Core::Error &error)
{
    if (error.kind == Core::Error::Kind::StoreConflict)
        return m_parts.chats.takeConflict(deed.conversationId, deed.change);
    if (deed.kind == Core::Deed::Kind::Unknown)
        return m_parts.window.notice().say(NoticeBar::Tone::Warning, TeamTexts::ofNewerProgram());
    m_parts.window.notice().say(NoticeBar::Tone::Bad, TeamTexts::refused(error));
}

void TeamDesk::readChanged()
{
    const QSet<QString> ids = std::exchange(m_changed, {});
    const QSet<QString> written = std::exchange(m_written, {});
    if (written.contains(m_parts.chats.currentId()))
        m_parts.chats.refresh();
    if (ids.size() > mostRows)
        return m_parts.window.chats().list().model().refresh();
    ConversationListModel &list = m_parts.window.chats().list().model();
    for (const QString &id : written) {
        if (id != m_parts.chats.currentId())
            list.setUnread(id, true);
    }
    Core::whenDone(m_parts.store.conversationsById({ids.cbegin(), ids.cend()}), this,
                   [this, ids](const Core::Result<QList<Core::Conversation>> &rows) {
                       if (rows)
                           showRows(ids, *rows);
                   });
}

/// What is not there was erased, or is no longer to be seen by this login.
void TeamDesk::showRows(const QSet<QString> &ids, const QList<Core::Conversation> &rows)
{
    ConversationListModel &list = m_parts.window.chats().list().model();
    QSet<QString> gone = ids;
    bool areNew = false;
    for (const Core::Conversation &row : rows) {
        gone.remove(row.id);
        areNew = areNew || !list.indexOf(row.id).isValid();
        m_parts.chats.takeRow(row);
    }
    for (const QString &id : std::as_const(gone))
        list.take(id);
    if (areNew || !gone.isEmpty())
        emit countChanged();
}
