#include "ui/inspector/inspector.h"

#include "core/context/planreader.h"
#include "ui/base/formats.h"
#include "ui/inspector/contextpage.h"
#include "ui/inspector/costpage.h"
#include "ui/inspector/requestpage.h"

#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

Inspector::Inspector(QWidget *parent)
    : QWidget(parent)
{
    build();
    wire();
    fillChoice();
}

void Inspector::build()
{
    m_choice = new QComboBox(this);
    m_tabs = new QTabWidget(this);
    m_context = new ContextPage(this);
    m_request = new RequestPage(this);
    m_cost = new CostPage(this);
    m_choice->setAccessibleName(tr("Which request to look at"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(16);
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->addTab(m_context, tr("Context"));
    m_tabs->addTab(m_request, tr("Request"));
    m_tabs->addTab(m_cost, tr("Cost"));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(m_choice);
    layout->addLayout(row);
    layout->addWidget(m_tabs, 1);
}

void Inspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

/// In another language, with what was shown.
void Inspector::rebuild()
{
    const QString chosen = m_choice->currentData().toString();
    const int tab = m_tabs->currentIndex();
    delete layout();
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
    build();
    wire();
    fillChoice();
    m_cost->setCharges(m_charges);
    m_context->setSummaries(m_summaries);
    m_context->setReuse(m_reuse.first, m_reuse.second);
    m_cost->setSaving(m_saving);
    m_tabs->setCurrentIndex(tab);
    const QSignalBlocker blocker(m_choice);
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(chosen)));
    showChosen();
}

void Inspector::wire()
{
    connect(m_choice, &QComboBox::currentIndexChanged, this, &Inspector::showChosen);
    connect(m_context, &ContextPage::messageActivated, this, &Inspector::messageActivated);
    connect(m_context, &ContextPage::handMarkRequested, this, &Inspector::handMarkRequested);
    connect(m_context, &ContextPage::summaryMade, this, &Inspector::takeSummary);
    connect(m_request, &RequestPage::copied, this, &Inspector::copied);
    connect(m_request, &RequestPage::otherChosen, this, &Inspector::compareWith);
    connect(m_cost, &CostPage::messageActivated, this, &Inspector::messageActivated);
}

void Inspector::setConversation(const QString &id)
{
    if (id == m_conversation)
        return;
    m_conversation = id;
    m_messages.clear();
    m_nextPlan = {};
    m_nextRequest = {};
    setSummaries({});
    m_attempts.clear();
    m_comparedWith.clear();
    m_asked.clear();
    m_complete.clear();
    m_charges.clear();
    m_cost->setCharges({});
    setSaving({});
    fillChoice();
    showNext();
}

void Inspector::setMessages(const QList<Core::Message> &messages)
{
    m_messages = messages;
    showChosen();
}

void Inspector::setNext(const Core::ContextPlan &plan, const Core::Attempt &request)
{
    m_nextPlan = plan;
    m_nextRequest = request;
    if (chosenAttempt() < 0)
        showChosen();
}

void Inspector::setSummaries(const QList<Core::Summary> &summaries)
{
    m_summaries = summaries;
    m_context->setSummaries(summaries);
}

/// One that was made for the next request does not know its conversation.
void Inspector::takeSummary(Core::Summary summary)
{
    summary.conversationId = m_conversation;
    emit summaryMade(summary);
}

void Inspector::setReuse(qint64 reused, qint64 asked)
{
    m_reuse = {reused, asked};
    m_context->setReuse(reused, asked);
}

void Inspector::setAttempts(const QList<Core::Attempt> &attempts)
{
    QHash<QString, Core::Attempt> known;
    for (const Core::Attempt &attempt : std::as_const(m_attempts))
        known.insert(attempt.id, attempt);
    m_attempts = attempts;
    for (Core::Attempt &attempt : m_attempts) {
        const auto before = known.constFind(attempt.id);
        if (before != known.cend() && before->state != attempt.state) {
            m_asked.remove(attempt.id); // what is kept of it has changed
            m_complete.remove(attempt.id);
        } else if (before != known.cend() && attempt.requestBody.isEmpty()) {
            attempt = *before; // what was read in full stays so
        }
    }
    fillChoice();
    showChosen();
}

void Inspector::setAttempt(const Core::Attempt &attempt)
{
    m_complete.insert(attempt.id);
    for (Core::Attempt &each : m_attempts) {
        if (each.id == attempt.id)
            each = attempt;
    }
    showChosen();
}

void Inspector::setCharges(const QList<Core::Charge> &charges)
{
    m_charges = charges;
    m_cost->setCharges(charges);
}

void Inspector::setSaving(const Core::HistorySaving &saving)
{
    m_saving = saving;
    m_cost->setSaving(saving);
}

void Inspector::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(int(tab));
}

void Inspector::showNext()
{
    m_choice->setCurrentIndex(0);
    showChosen();
}

void Inspector::showAnswer(const QString &messageId)
{
    for (qsizetype i = m_attempts.size() - 1; i >= 0; --i) {
        if (m_attempts[i].messageId == messageId)
            return m_choice->setCurrentIndex(m_choice->findData(m_attempts[i].id));
    }
}

/// The newest first, since that is what one looks for.
void Inspector::fillChoice()
{
    const QSignalBlocker blocker(m_choice);
    const QString chosen = m_choice->currentData().toString();
    m_choice->clear();
    m_choice->addItem(tr("Next request"), QString());
    for (qsizetype i = m_attempts.size() - 1; i >= 0; --i) {
        const Core::Attempt &attempt = m_attempts[i];
        m_choice->addItem(nameOf(attempt), attempt.id);
    }
    m_choice->setCurrentIndex(std::max(0, m_choice->findData(chosen)));
}

QString Inspector::nameOf(const Core::Attempt &attempt) const
{
    return tr("Answer of %1 · %2", "time, model").arg(Formats::dateTime(attempt.at), attempt.model);
}

qsizetype Inspector::chosenAttempt() const
{
    const QString id = m_choice->currentData().toString();
    for (qsizetype i = 0; i < m_attempts.size(); ++i) {
        if (!id.isEmpty() && m_attempts[i].id == id)
            return i;
    }
    return -1;
}

/// The attempt with its bodies, or nothing after asking for them.
std::optional<Core::Attempt> Inspector::complete(qsizetype attempt)
{
    if (attempt < 0)
        return std::nullopt;
    const Core::Attempt &asked = m_attempts[attempt];
    if (!asked.requestBody.isEmpty() || m_complete.contains(asked.id))
        return asked;
    if (!m_asked.contains(asked.id)) {
        m_asked.insert(asked.id);
        emit attemptRequested(asked.id);
    }
    return std::nullopt;
}

void Inspector::showChosen()
{
    const qsizetype chosen = chosenAttempt();
    if (chosen >= 0)
        return showPast(m_attempts[chosen]);
    m_context->setPlan(m_nextPlan, m_messages, ContextPage::Time::Next);
    if (m_nextRequest.requestBody.isEmpty())
        m_request->showNothing();
    else
        showRequest(m_nextRequest, m_attempts.size());
}

/// With what it is compared with: the request that was chosen, or the one before.
void Inspector::showRequest(const Core::Attempt &attempt, qsizetype place)
{
    qsizetype other = place > 0 ? place - 1 : -1;
    RequestPage::Comparison with;
    for (qsizetype i = m_attempts.size() - 1; i >= 0; --i) {
        if (i == place)
            continue;
        with.choices.append({m_attempts[i].id, nameOf(m_attempts[i])});
        if (m_attempts[i].id == m_comparedWith)
            other = i;
    }
    with.chosen = other >= 0 ? m_attempts[other].id : QString();
    with.attempt = complete(other);
    m_request->setAttempt(attempt, with);
}

void Inspector::compareWith(const QString &attemptId)
{
    m_comparedWith = attemptId;
    showChosen();
}

void Inspector::showPast(const Core::Attempt &attempt)
{
    const qsizetype place = chosenAttempt();
    const std::optional<Core::Attempt> full = complete(place);
    if (!full) {
        m_context->showLoading();
        return m_request->showLoading();
    }
    const Core::Result<Core::ContextPlan> plan = Core::planFromJson(attempt.plan);
    if (plan)
        m_context->setPlan(*plan, m_messages, ContextPage::Time::Past);
    else
        m_context->showNoPlan();
    if (full->requestBody.isEmpty())
        m_request->showNoRequest();
    else
        showRequest(*full, place);
}
