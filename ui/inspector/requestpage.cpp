#include "ui/inspector/requestpage.h"

#include "core/base/async.h"
#include "core/session/billing.h"
#include "ui/base/emptystate.h"
#include "ui/base/formats.h"
#include "ui/base/labels.h"
#include "ui/base/tonelabel.h"
#include "ui/inspector/curlcommand.h"
#include "ui/inspector/jsonview.h"
#include "ui/inspector/prettyjson.h"
#include "ui/inspector/timingbar.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>
#include <QtConcurrent>

using namespace Qt::Literals::StringLiterals;

namespace {

using State = Core::Attempt::State;

QString stateText(State state)
{
    switch (state) {
    case State::Sent:
        return RequestPage::tr("being answered");
    case State::Complete:
        return RequestPage::tr("complete");
    case State::Interrupted:
        return RequestPage::tr("interrupted");
    case State::Stopped:
        return RequestPage::tr("stopped");
    case State::Failed:
        return RequestPage::tr("failed");
    }
    Q_UNREACHABLE();
}

ToneLabel::Tone toneOf(State state)
{
    switch (state) {
    case State::Sent:
        return ToneLabel::Tone::Quiet;
    case State::Complete:
        return ToneLabel::Tone::Good;
    case State::Interrupted:
    case State::Stopped:
        return ToneLabel::Tone::Warning;
    case State::Failed:
        return ToneLabel::Tone::Bad;
    }
    Q_UNREACHABLE();
}

QString headerLines(const Core::Headers &headers)
{
    QString lines;
    for (const auto &[name, value] : headers)
        lines += u"%1: %2\n"_s.arg(QString::fromUtf8(name), QString::fromUtf8(value));
    return lines;
}

} // namespace

RequestPage::RequestPage(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedLayout(this))
    , m_empty(new EmptyState(this))
{
    m_pages->addWidget(m_empty);
    m_pages->addWidget(buildContent());
    wire();
    showNothing();
}

QWidget *RequestPage::buildContent()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(12, 12, 12, 0);
    column->setSpacing(8);

    m_title = Labels::body({}, content);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_status = new ToneLabel(content);
    m_status->setWordWrap(true);
    m_error = new ToneLabel({}, ToneLabel::Tone::Bad, content);
    m_error->setWordWrap(true);
    m_error->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_timing = new TimingBar(content);
    m_usage = Labels::quiet({}, content);
    m_retries = Labels::quiet({}, content);
    m_hint = Labels::quiet({}, content);
    m_view = new JsonView(content);
    m_view->setAccessibleName(tr("Text of the request"));

    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_title, m_status, m_error, m_timing, m_usage, m_retries})
        column->addWidget(widget);
    column->addWidget(buildTools());
    column->addWidget(m_against);
    column->addWidget(m_hint);
    column->addWidget(m_view, 1);
    return content;
}

QWidget *RequestPage::buildTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins({});
    row->setSpacing(8);
    m_part = new QComboBox(tools);
    m_part->setAccessibleName(tr("Part of the request"));
    m_against = new QComboBox(tools);
    m_against->setAccessibleName(tr("Which request the changes are counted from"));
    m_against->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_against->setMinimumContentsLength(12);
    m_part->addItem(tr("Request"), int(Part::Request));
    m_part->addItem(tr("Changes"), int(Part::Changes));
    m_part->addItem(tr("Answer"), int(Part::Answer));
    m_part->addItem(tr("Headers"), int(Part::Heads));
    m_copy = new QPushButton(Icons::icon(Icons::Name::Copy), tr("Copy"), tools);
    m_copyCurl = new QPushButton(tr("Copy as curl"), tools);
    m_copyCurl->setToolTip(tr("As a shell command; the key is taken from $SKEIN_KEY"));
    row->addWidget(m_part, 1);
    row->addWidget(m_copy);
    row->addWidget(m_copyCurl);
    return tools;
}

void RequestPage::wire()
{
    connect(m_part, &QComboBox::currentIndexChanged, this, &RequestPage::showPart);
    connect(m_against, &QComboBox::activated, this,
            [this](int place) { emit otherChosen(m_against->itemData(place).toString()); });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        m_view->copy();
        emit copied();
    });
    connect(m_copyCurl, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(curlCommand(m_attempt));
        emit copied();
    });
}

void RequestPage::setAttempt(const Core::Attempt &attempt, const Comparison &comparison)
{
    if (attempt == m_attempt && comparison == m_with && m_pages->currentIndex() == 1)
        return;
    m_attempt = attempt;
    m_with = comparison;
    showOthers();
    showHead();
    showUsage();
    showRetries();
    showPart();
    m_pages->setCurrentIndex(1);
}

void RequestPage::showNothing()
{
    m_attempt = {};
    m_with = {};
    m_empty->setIcon(Icons::Name::Send);
    m_empty->setTexts(tr("The request, word for word"),
                      tr("Type a question, or choose an answer of the conversation, to see "
                         "exactly what is sent to the provider."));
    m_pages->setCurrentIndex(0);
}

void RequestPage::showNoRequest()
{
    showNothing();
    m_empty->setTexts(tr("No request is kept"),
                      tr("This answer was imported, or its request was not stored with it."));
}

void RequestPage::showLoading()
{
    m_empty->setIcon(Icons::Name::Send);
    m_empty->setTexts(tr("Reading the request"), tr("It is being read from the store."));
    m_pages->setCurrentIndex(0);
}

void RequestPage::showHead()
{
    const bool sent = !m_attempt.id.isEmpty();
    const QString url = QString::fromUtf8(m_attempt.requestUrl);
    m_title->setText(url.isEmpty()
                         ? tr("%1 · %2", "provider, model").arg(m_attempt.provider, m_attempt.model)
                         : tr("POST %1", "HTTP method and address").arg(url));
    QStringList status;
    status += sent ? stateText(m_attempt.state) : tr("not sent yet");
    if (m_attempt.status > 0)
        status += tr("HTTP %1").arg(m_attempt.status);
    if (m_attempt.at.isValid())
        status += Formats::dateTime(m_attempt.at);
    status += m_attempt.model;
    status.removeAll(QString());
    m_status->setText(status.join(u" · "_s));
    m_status->setTone(sent ? toneOf(m_attempt.state) : ToneLabel::Tone::Quiet);
    m_error->setText(m_attempt.error);
    m_error->setVisible(!m_attempt.error.isEmpty());
    m_timing->setTiming(m_attempt.timing);
    m_timing->setVisible(m_attempt.timing != Core::Timing());
}

void RequestPage::showUsage()
{
    const Core::Usage &usage = m_attempt.usage;
    QStringList parts;
    if (usage.prompt > 0)
        parts += tr("%1 sent").arg(Formats::exactTokens(usage.prompt));
    if (usage.cachedRead > 0)
        parts += tr("%1 of them from the cache").arg(Formats::number(usage.cachedRead));
    if (usage.cacheWrite > 0)
        parts += tr("%1 written to the cache").arg(Formats::number(usage.cacheWrite));
    if (usage.completion > 0)
        parts += tr("%1 answered").arg(Formats::number(usage.completion));
    if (usage.reasoning > 0)
        parts += tr("%1 of them reasoning").arg(Formats::number(usage.reasoning));
    if (!parts.isEmpty())
        parts += usage.basis == Core::Usage::Basis::Provider ? tr("reported by the provider")
                                                             : tr("counted here");
    switch (Core::usageReportedAs(m_attempt)) {
    case Core::ReportedAs::Believed:
        break;
    case Core::ReportedAs::Clipped:
        parts += tr("the report contradicts itself and was clipped");
        break;
    case Core::ReportedAs::Disbelieved:
        parts += tr("the provider's report cannot be");
        break;
    }
    m_usage->setText(parts.join(u" · "_s));
    m_usage->setVisible(!parts.isEmpty());
}

void RequestPage::showRetries()
{
    QStringList lines;
    for (qsizetype i = 0; i < m_attempt.retries.size(); ++i) {
        const Core::Retry &retry = m_attempt.retries[i];
        lines += tr("Try %1 failed: %2; waited %3", "number, reason, time")
                     .arg(Formats::number(i + 1), retry.reason, Formats::duration(retry.waitedMs));
    }
    m_retries->setText(lines.join(u'\n'));
    m_retries->setVisible(!lines.isEmpty());
}

void RequestPage::showOthers()
{
    const QSignalBlocker blocker(m_against);
    m_against->clear();
    for (const auto &[id, name] : std::as_const(m_with.choices))
        m_against->addItem(name, id);
    m_against->setCurrentIndex(m_with.chosen.isEmpty() ? -1 : m_against->findData(m_with.chosen));
    m_against->setToolTip(m_against->currentText());
}

void RequestPage::showPart()
{
    m_hint->hide();
    m_against->setVisible(Part(m_part->currentData().toInt()) == Part::Changes
                          && !m_with.choices.isEmpty());
    ++m_comparisons;
    switch (Part(m_part->currentData().toInt())) {
    case Part::Request:
        return m_view->setText(QString::fromUtf8(prettyJson(m_attempt.requestBody)));
    case Part::Changes:
        return compare();
    case Part::Answer:
        return m_view->setText(QString::fromUtf8(prettyJson(m_attempt.responseBody)));
    case Part::Heads:
        return m_view->setText(heads());
    }
    Q_UNREACHABLE();
}

/// Two requests of megabytes take a moment, so they are compared beside the GUI thread.
void RequestPage::compare()
{
    m_hint->show();
    m_view->setText({});
    if (!m_with.attempt) {
        m_hint->setText(m_with.chosen.isEmpty()
                            ? tr("This is the first request of the conversation; there is none "
                                 "before to compare it with.")
                            : tr("Reading the other request"));
        return;
    }
    m_hint->setText(tr("Comparing the two requests"));
    const auto comparison =
        QtConcurrent::run(requestDiff, m_with.attempt->requestBody, m_attempt.requestBody);
    Core::whenDone(comparison, this, [this, asked = m_comparisons](const RequestDiff &changes) {
        if (asked == m_comparisons)
            showChanges(changes);
    });
}

void RequestPage::showChanges(const RequestDiff &changes)
{
    m_hint->setText(
        changes.added + changes.removed == 0
            ? tr("Nothing is different from that request.")
            : tr("Against that request: lines added: %1, removed: %2")
                  .arg(Formats::number(changes.added), Formats::number(changes.removed)));
    m_view->setChanges(changes.text, changes.marks);
}

QString RequestPage::heads() const
{
    const QString sent =
        tr("Sent (the key is never kept):") + u'\n' + headerLines(m_attempt.requestHeaders);
    if (m_attempt.responseHeaders.isEmpty())
        return sent;
    return sent + u'\n' + tr("Received: HTTP %1").arg(m_attempt.status) + u'\n'
        + headerLines(m_attempt.responseHeaders);
}
