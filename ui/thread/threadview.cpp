#include "ui/thread/threadview.h"

#include "ui/base/emptystate.h"
#include "ui/base/errortext.h"
#include "ui/base/icons.h"
#include "ui/thread/findbar.h"
#include "ui/thread/messageactions.h"
#include "ui/thread/threadcanvas.h"
#include "ui/thread/threadfinder.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QEvent>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimerEvent>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int frameMilliseconds = 16;
/// Painting what grows may take this share of the time, whatever it costs.
constexpr int idlePerBusy = 3;

} // namespace

ThreadView::ThreadView(QWidget *parent)
    : QWidget(parent)
{
    build();
    wire();
    showNothing();
}

void ThreadView::build()
{
    m_canvas = new ThreadCanvas(m_model, this);
    m_state = new EmptyState(this);
    m_state->setAutoFillBackground(true);
    m_state->setBackgroundRole(QPalette::Base);
    m_retry = m_state->addButton({});
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_canvas);
    m_pages->addWidget(m_state);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_find = new FindBar(this);
    m_finder = new ThreadFinder(m_model, this);
    column->addWidget(m_find);
    column->addWidget(m_pages);
    m_actions = new MessageActions(m_canvas->viewport());

    m_jump = new QToolButton(m_canvas);
    m_jump->setObjectName(QStringLiteral("jump"));
    m_jump->setIcon(Icons::icon(Icons::Name::Down));
    m_jump->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_jump->setCursor(Qt::ArrowCursor);
    m_jump->hide();
    retranslate();
}

void ThreadView::retranslate()
{
    m_retry->setText(tr("Try again"));
    m_jump->setText(tr("Newest"));
    m_jump->setToolTip(tr("Go to the newest message (End)"));
    m_jump->setAccessibleName(tr("Go to the newest message"));
    if (m_stateWords)
        m_stateWords();
}

void ThreadView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ThreadView::say(Icons::Name icon, std::function<void()> words)
{
    m_state->setIcon(icon);
    m_retry->hide();
    m_stateWords = std::move(words);
    m_stateWords();
}

void ThreadView::wire()
{
    connect(m_canvas, &ThreadCanvas::linkActivated, this, &ThreadView::linkActivated);
    connect(m_canvas, &ThreadCanvas::siblingRequested, this, &ThreadView::siblingRequested);
    connect(m_canvas, &ThreadCanvas::summaryRequested, this, &ThreadView::summaryRequested);
    connect(m_canvas, &ThreadCanvas::arranged, this, &ThreadView::placeJump);
    wireActions();
    wireFind();
    connect(m_jump, &QToolButton::clicked, m_canvas, &ThreadCanvas::scrollToEnd);
    connect(m_retry, &QPushButton::clicked, this, &ThreadView::retryRequested);
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &ThreadView::choosePage);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &ThreadView::choosePage);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &ThreadView::choosePage);
}

void ThreadView::setThread(const Core::Conversation &conversation,
                           const QList<Core::Message> &branch,
                           const ThreadModel::Siblings &siblings)
{
    m_pending.clear();
    m_frame.stop();
    m_model.setThread(conversation.id, branch, siblings);
    choosePage();
}

void ThreadView::choosePage()
{
    if (m_model.rowCount() > 0)
        return m_pages->setCurrentWidget(m_canvas);
    m_pages->setCurrentWidget(m_state);
    if (m_model.conversationId().isEmpty())
        return say(Icons::Name::Chats, [this] {
            m_state->setTexts(tr("No conversation is open"),
                              tr("Choose one in the list, or press Ctrl+N to begin a new one."));
        });
    say(Icons::Name::Edit, [this] {
        m_state->setTexts(
            tr("A new conversation"),
            tr("Write the first message below. Before it is sent, the bar above the field "
               "shows how much of the model's window it fills and what it will cost."));
    });
}

void ThreadView::showNothing()
{
    m_model.clear();
    choosePage();
}

void ThreadView::showLoading()
{
    m_model.clear();
    say(Icons::Name::Chats, [this] {
        m_state->setTexts(tr("Opening the conversation…"),
                          tr("Its messages are being read from the store."));
    });
}

void ThreadView::showError(const Core::Error &error)
{
    m_model.clear();
    say(Icons::Name::Error, [this, error] {
        m_state->setTexts(tr("The conversation could not be opened"), errorText(error));
    });
    m_retry->show();
}

void ThreadView::appendMessage(const Core::Message &message)
{
    m_model.appendMessage(message);
    m_canvas->scrollToEnd();
}

void ThreadView::beginAnswer(const Core::Message &answer)
{
    m_pending.clear();
    m_reader = {};
    m_model.beginAnswer(answer);
}

void ThreadView::growAnswer(const QString &text)
{
    m_pending += text;
    if (!m_frame.isActive())
        m_frame.start(frameMilliseconds, Qt::PreciseTimer, this);
}

void ThreadView::finishAnswer(const Core::Message &answer)
{
    announce(m_reader.add(std::exchange(m_pending, {})));
    m_frame.stop();
    m_model.finishAnswer(answer);
    announce(m_reader.finish());
    findAgain();
}

void ThreadView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_frame.timerId())
        flush();
    else
        QWidget::timerEvent(event);
}

void ThreadView::flush()
{
    if (m_pending.isEmpty())
        return m_frame.stop();
    QElapsedTimer busy;
    busy.start();
    announce(m_reader.add(m_pending));
    m_model.growAnswer(std::exchange(m_pending, {}));
    const int rest = idlePerBusy * int(busy.elapsed());
    m_frame.start(std::max(frameMilliseconds, rest), Qt::PreciseTimer, this);
}

void ThreadView::setPlan(const Core::ContextPlan &plan)
{
    m_model.setPlan(plan);
}

void ThreadView::setFoot(const QString &messageId, const MessageFoot &foot)
{
    m_model.setFoot(messageId, foot);
}

void ThreadView::setFirstToken(const QString &messageId, qint64 milliseconds)
{
    m_model.setFirstToken(messageId, milliseconds);
}

void ThreadView::showMessage(const QString &messageId)
{
    const int row = m_model.rowOf(messageId);
    m_canvas->setCurrentRow(row);
    m_canvas->showRow(row);
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeJump();
}

void ThreadView::placeJump()
{
    m_jump->setVisible(!m_canvas->isAtEnd());
    m_jump->adjustSize();
    const QRect area = m_canvas->viewport()->geometry();
    m_jump->move(area.right() - m_jump->width() - 16, area.bottom() - m_jump->height() - 12);
}

void ThreadView::wireActions()
{
    connect(m_canvas, &ThreadCanvas::currentRowChanged, this, &ThreadView::placeActions);
    connect(m_canvas, &ThreadCanvas::arranged, this, &ThreadView::placeActions);
    connect(m_canvas, &ThreadCanvas::pointerLeft, m_actions, &QWidget::hide);
    connect(m_canvas, &ThreadCanvas::menuRequested, this, &ThreadView::showMenu);
    connect(m_canvas, &ThreadCanvas::actionKeyPressed, m_actions, &MessageActions::press);
    connect(m_actions, &MessageActions::copyRequested, this,
            [this] { m_canvas->copyMessage(m_canvas->currentRow()); });
    connect(m_actions, &MessageActions::inspectRequested, this,
            [this] { emit inspectRequested(currentId()); });
    connect(m_actions, &MessageActions::editRequested, this,
            [this] { emit editRequested(currentId()); });
    connect(m_actions, &MessageActions::regenerateRequested, this,
            [this](const QString &model, const QString &strategy) {
                emit regenerateRequested(currentId(), model, strategy);
            });
    connect(m_actions, &MessageActions::pinRequested, this,
            [this](bool pinned) { emit pinRequested(currentId(), pinned); });
    connect(m_actions, &MessageActions::excludeRequested, this,
            [this](bool excluded) { emit excludeRequested(currentId(), excluded); });
}

QString ThreadView::currentId() const
{
    const int row = m_canvas->currentRow();
    return row < 0 ? QString() : m_model.row(row).message.id;
}

void ThreadView::placeActions()
{
    const int row = m_canvas->currentRow();
    const QRect rect = m_canvas->rowRect(row);
    if (row < 0 || rect.isNull())
        return m_actions->hide();
    m_actions->setRow(m_model.row(row));
    m_actions->move(rect.right() - m_actions->width() - 6, std::max(rect.top() + 10, 4));
    m_actions->setVisible(m_canvas->underMouse() || m_canvas->hasFocus());
}

void ThreadView::showMenu(int row, const QPoint &globalPosition)
{
    m_canvas->setCurrentRow(row);
    m_actions->setRow(m_model.row(row));
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_actions->fill(*menu);
    m_canvas->fillMenu(row, *menu);
    menu->popup(globalPosition);
}

void ThreadView::setRegenerateChoices(const QStringList &models, const QStringList &strategies)
{
    m_actions->setChoices(models, strategies);
}

void ThreadView::announce(const QString &sentences)
{
    if (sentences.isEmpty())
        return;
    emit announced(sentences);
    if (!QAccessible::isActive())
        return;
    setAccessibleDescription(sentences);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}
