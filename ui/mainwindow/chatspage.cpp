#include "ui/mainwindow/chatspage.h"

#include "ui/base/noticebar.h"
#include "ui/base/tonelabel.h"
#include "ui/budget/budgetmeter.h"
#include "ui/composer/composer.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/mainwindow/conversationheader.h"
#include "ui/mainwindow/docktitle.h"
#include "ui/thread/threadview.h"

#include <QDockWidget>
#include <QEvent>
#include <QStyle>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int listWidth = 290;
constexpr int inspectorWidth = 360;

} // namespace

ChatsPage::ChatsPage(const ConversationSource &source, const Core::Clock &clock, QWidget *parent)
    : QMainWindow(parent, Qt::Widget)
    , m_list(new ConversationPanel(source, clock, this))
    , m_header(new ConversationHeader(this))
    , m_thread(new ThreadView(this))
    , m_notice(new NoticeBar(this))
    , m_spending(new ToneLabel(this))
    , m_meter(new BudgetMeter(this))
    , m_composer(new Composer(this))
    , m_listDock(makeDock(u"list"_s, Qt::LeftDockWidgetArea))
    , m_inspectorDock(makeDock(u"inspector"_s, Qt::RightDockWidgetArea))
{
    build();
    retranslate();
}

void ChatsPage::setInspector(QWidget *inspector)
{
    m_inspectorDock->setWidget(inspector);
    m_inspectorDock->show();
}

bool ChatsPage::recall(const QByteArray &panels, int version)
{
    const bool isKnown = restoreState(panels, version);
    m_needsWidths = !isKnown;
    return isKnown;
}

/// Only now there is room to share out: before, each panel would get its least.
void ChatsPage::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (std::exchange(m_needsWidths, false))
        resizeDocks({m_listDock, m_inspectorDock}, {listWidth, inspectorWidth}, Qt::Horizontal);
}

bool ChatsPage::isListShown() const
{
    return !m_listDock->isHidden();
}

bool ChatsPage::isInspectorShown() const
{
    return !m_inspectorDock->isHidden();
}

void ChatsPage::showList(bool shown)
{
    m_listDock->setVisible(shown);
    if (shown && isInspectorShown() && !hasRoomForBoth())
        m_inspectorDock->hide();
}

void ChatsPage::showInspector(bool shown)
{
    m_isPutAway = false;
    m_inspectorDock->setVisible(shown && m_inspectorDock->widget());
    if (isInspectorShown() && isListShown() && !hasRoomForBoth())
        m_listDock->hide();
}

/// Beside each other and the thread. Where there is no room, they would lie over it.
bool ChatsPage::hasRoomForBoth() const
{
    int least = centralWidget()->minimumWidth();
    for (const QDockWidget *dock : {m_listDock, m_inspectorDock}) {
        if (!dock->isFloating())
            least += qMax(dock->minimumSizeHint().width(), dock->widget()->minimumWidth())
                + style()->pixelMetric(QStyle::PM_DockWidgetSeparatorExtent);
    }
    return width() >= least;
}

/// The list stays, since it is the way about; the inspector comes back with the room.
void ChatsPage::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (!m_inspectorDock->widget())
        return;
    const bool isTight = isListShown() && !hasRoomForBoth();
    if (isTight && isInspectorShown() && !m_inspectorDock->isFloating()) {
        m_isPutAway = true;
        m_inspectorDock->hide();
    } else if (!isTight && std::exchange(m_isPutAway, false)) {
        m_inspectorDock->show();
    }
}

void ChatsPage::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ChatsPage::build()
{
    auto *middle = new QWidget(this);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_thread, 1);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(12, 4, 12, 12);
    below->setSpacing(8);
    below->addWidget(m_notice);
    m_notice->setHeir(m_composer);
    m_spending->setWordWrap(true);
    m_spending->hide();
    below->addWidget(m_spending);
    below->addWidget(m_meter);
    below->addWidget(m_composer);
    layout->addLayout(below);
    middle->setMinimumWidth(360);
    setCentralWidget(middle);

    setDockOptions(AnimatedDocks | AllowTabbedDocks);
    // The list is the way about and stays at its side; without a title it looks like a part
    // of the window.
    m_listDock->setTitleBarWidget(new QWidget(m_listDock));
    m_listDock->setWidget(m_list);
    m_inspectorDock->setTitleBarWidget(new DockTitle(m_inspectorDock));
    m_inspectorDock->hide(); // until there is an inspector in it
}

QDockWidget *ChatsPage::makeDock(const QString &name, Qt::DockWidgetArea area)
{
    auto *dock = new QDockWidget(this);
    dock->setObjectName(name); // by which its place is remembered
    dock->setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    addDockWidget(area, dock);
    return dock;
}

void ChatsPage::retranslate()
{
    m_listDock->setWindowTitle(tr("Conversations"));
    m_inspectorDock->setWindowTitle(tr("Inspector"));
}
