#include "ui/inspector/contextpage.h"

#include "core/context/plansums.h"
#include "ui/base/emptystate.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/labels.h"
#include "ui/base/reasontext.h"
#include "ui/base/verdictlegend.h"
#include "ui/inspector/contextstrip.h"
#include "ui/inspector/plandelegate.h"
#include "ui/inspector/planfilter.h"
#include "ui/inspector/planmodel.h"
#include "ui/inspector/summarycard.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QSet>
#include <QStackedLayout>
#include <QVBoxLayout>

ContextPage::ContextPage(QWidget *parent)
    : QWidget(parent)
    , m_model(new PlanModel(this))
    , m_filter(new PlanFilter(this))
    , m_delegate(new PlanDelegate(this))
    , m_pages(new QStackedLayout(this))
    , m_empty(new EmptyState(this))
{
    m_filter->setSourceModel(m_model);
    m_empty->setIcon(Icons::Name::Inspector);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(buildContent());
    buildActions();
    wire();
    showNothing();
}

QWidget *ContextPage::buildContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 12, 12, 0);
    column->setSpacing(8);

    m_sum = Labels::heading({}, content);
    m_sumHint = Labels::quiet({}, content);
    m_strip = new ContextStrip(*m_model, content);
    m_legend = new VerdictLegend(content);
    m_notices = Labels::quiet({}, content);
    m_summary = new SummaryCard(content);
    m_reuse = Labels::quiet({}, content);
    m_reuse->hide();
    m_list = new QListView(content);
    m_list->setModel(m_filter);
    m_list->installEventFilter(this);
    m_list->setItemDelegate(m_delegate);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Messages and their verdicts"));

    column->addWidget(m_sum);
    column->addWidget(m_sumHint);
    column->addWidget(m_strip);
    column->addWidget(m_legend);
    column->addWidget(m_notices);
    column->addWidget(m_summary);
    column->addWidget(buildTools());
    column->addWidget(m_list, 1);
    column->addWidget(m_reuse);
    return content;
}

QWidget *ContextPage::buildTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins({});
    row->setSpacing(8);

    auto *show = new QComboBox(tools);
    show->setAccessibleName(tr("Which messages to list"));
    show->addItem(tr("All messages"), int(PlanFilter::Show::All));
    show->addItem(tr("Sent"), int(PlanFilter::Show::Sent));
    show->addItem(tr("Not sent"), int(PlanFilter::Show::NotSent));
    connect(show, &QComboBox::currentIndexChanged, m_filter,
            [this, show] { m_filter->setShow(PlanFilter::Show(show->currentData().toInt())); });

    auto *order = new QComboBox(tools);
    order->setAccessibleName(tr("Order of the list"));
    order->addItem(tr("In order"), int(PlanFilter::Order::Conversation));
    order->addItem(tr("Most tokens first"), int(PlanFilter::Order::Tokens));
    order->addItem(tr("Best score first"), int(PlanFilter::Order::Score));
    connect(order, &QComboBox::currentIndexChanged, m_filter,
            [this, order] { m_filter->setOrder(PlanFilter::Order(order->currentData().toInt())); });

    row->addWidget(show, 1);
    row->addWidget(order, 1);
    return tools;
}

void ContextPage::buildActions()
{
    const auto action = [this](const QString &text, const QKeySequence &keys) {
        auto *made = new QAction(text, this);
        made->setShortcut(keys);
        made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(made);
        return made;
    };
    m_open = action(tr("Go to the message"), {});
    m_pin = action(tr("Pin: always send it"), Qt::Key_P);
    m_exclude = action(tr("Leave it out"), Qt::Key_X);
    m_unmark = action(tr("Let the strategy decide"), Qt::Key_U);
    m_pin->setIcon(Icons::icon(Icons::Name::Pin));
    m_exclude->setIcon(Icons::icon(Icons::Name::Exclude));
}

void ContextPage::wire()
{
    connect(m_open, &QAction::triggered, this, [this] { activate(currentRow()); });
    connect(m_pin, &QAction::triggered, this, [this] { mark(Core::HandMark::Pinned); });
    connect(m_exclude, &QAction::triggered, this, [this] { mark(Core::HandMark::Excluded); });
    connect(m_unmark, &QAction::triggered, this, [this] { mark(Core::HandMark::None); });
    connect(m_summary, &SummaryCard::versionMade, this, &ContextPage::summaryMade);
    connect(m_strip, &ContextStrip::currentChanged, this, &ContextPage::selectRow);
    connect(m_strip, &ContextStrip::activated, this, &ContextPage::activate);
    connect(m_strip, &ContextStrip::menuRequested, this,
            [this](qsizetype, const QPoint &at) { showMenu(at); });
    connect(m_list, &QListView::activated, this, [this] { activate(currentRow()); });
    connect(m_list, &QListView::customContextMenuRequested, this,
            [this](const QPoint &at) { showMenu(m_list->viewport()->mapToGlobal(at)); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (index.isValid())
                    m_strip->setCurrent(m_filter->mapToSource(index).row());
            });
}

void ContextPage::setPlan(const Core::ContextPlan &plan, const QList<Core::Message> &messages,
                          Time time)
{
    m_time = time;
    m_model->setPlan(plan, messages);
    showSums();
    showSummary();
    measureRows();
    if (plan.items.isEmpty())
        showNothing();
    else
        m_pages->setCurrentIndex(1);
}

void ContextPage::setSummaries(const QList<Core::Summary> &summaries)
{
    m_summaries = summaries;
    showSummary();
}

void ContextPage::showSummary()
{
    m_summary->setPlan(m_model->plan(), m_summaries,
                       m_time == Time::Next ? SummaryCard::Change::Allowed
                                            : SummaryCard::Change::Forbidden);
}

void ContextPage::setReuse(qint64 reused, qint64 asked)
{
    if (asked > 0)
        m_reuse->setText(tr("Plans reused: %1 of %2 (%3)")
                             .arg(Formats::number(reused), Formats::number(asked),
                                  Formats::percent(double(reused) / double(asked))));
    m_reuse->setToolTip(tr("The same question to the same messages is planned once in five "
                           "minutes. Any change to them makes a plan anew."));
    m_reuse->setVisible(asked > 0);
}

void ContextPage::showNothing()
{
    m_empty->setTexts(tr("What the model will see"),
                      tr("Open a conversation. Every message appears here with its tokens and "
                         "the reason why it is sent or left out, before anything is sent."));
    m_pages->setCurrentIndex(0);
}

void ContextPage::showLoading()
{
    m_empty->setTexts(tr("Reading the plan"), tr("It is being read from the store."));
    m_pages->setCurrentIndex(0);
}

void ContextPage::showNoPlan()
{
    m_empty->setTexts(tr("No plan is kept for this answer"),
                      tr("It was imported, or answered by another program. What was sent for it "
                         "is not known."));
    m_pages->setCurrentIndex(0);
}

void ContextPage::showSums()
{
    const Core::ContextPlan &plan = m_model->plan();
    const Core::PlanSums sums = Core::planSums(plan);
    m_sum->setText(tr("%1 / %2", "tokens used, tokens allowed")
                       .arg(Formats::number(plan.use.total()), Formats::number(plan.use.limit)));
    const QString who = strategyName(plan.strategy);
    QString hint = plan.fits()
        ? tr("tokens of the request, of what it may hold · %1").arg(who)
        : tr("over budget by %1 · %2").arg(Formats::exactTokens(plan.overBy()), who);
    if (sums.cachedTokens > 0)
        hint += QStringLiteral(" · ")
            + tr("hatched: %1 cached").arg(Formats::percent(sums.cachedShare()));
    m_sumHint->setText(hint);
    m_legend->setSums(sums);

    QStringList notices;
    for (const Core::Notice &notice : plan.notices)
        notices += noticeText(notice);
    m_notices->setText(notices.join(u'\n'));
    m_notices->setVisible(!notices.isEmpty());
}

void ContextPage::measureRows()
{
    const QList<Core::PlanItem> &items = m_model->plan().items;
    QSet<std::pair<int, int>> seen; // the number in a reason hardly changes its length
    QStringList reasons;
    for (const Core::PlanItem &item : items) {
        const std::pair kind(int(item.verdict), int(item.reason.code));
        if (seen.contains(kind))
            continue;
        seen.insert(kind);
        reasons += verdictWithReason(item.verdict, item.reason);
    }
    // With the scroll bar's width taken off, whether it is there or not: it comes and goes.
    const int width = m_list->width() - m_list->verticalScrollBar()->sizeHint().width();
    if (m_delegate->measure(reasons, width))
        m_list->doItemsLayout();
}

/// The list gets its width later than the page, and not only with it.
bool ContextPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::Resize)
        QMetaObject::invokeMethod(this, &ContextPage::measureRows, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

int ContextPage::currentRow() const
{
    return int(m_strip->current());
}

void ContextPage::selectRow(qsizetype row)
{
    const QModelIndex index = m_filter->mapFromSource(m_model->index(int(row)));
    if (index == m_list->currentIndex())
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void ContextPage::activate(qsizetype row)
{
    if (row >= 0 && row < m_model->rowCount())
        emit messageActivated(m_model->plan().items[row].id);
}

void ContextPage::mark(Core::HandMark mark)
{
    if (currentRow() >= 0 && m_time == Time::Next)
        emit handMarkRequested(m_model->plan().items[currentRow()].id, mark);
}

void ContextPage::showMenu(const QPoint &globalPosition)
{
    if (currentRow() < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(m_open);
    menu->addSeparator();
    for (QAction *action : {m_pin, m_exclude, m_unmark}) {
        action->setEnabled(m_time == Time::Next);
        menu->addAction(action);
    }
    menu->popup(globalPosition);
}
