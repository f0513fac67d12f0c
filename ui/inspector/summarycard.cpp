#include "ui/inspector/summarycard.h"

#include "core/context/storedsummary.h"
#include "core/context/summarycheck.h"
#include "ui/base/formats.h"
#include "ui/base/labels.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int readLines = 4;
constexpr int writtenLines = 9;

} // namespace

SummaryCard::SummaryCard(QWidget *parent)
    : QWidget(parent)
    , m_title(Labels::body({}, this))
    , m_hint(Labels::quiet({}, this))
    , m_versions(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_edit(new QPushButton(tr("Edit"), this))
    , m_save(new QPushButton(this))
    , m_takeBack(new QPushButton(tr("Go back to this version"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    build();
    wire();
    endEditing();
    hide();
}

void SummaryCard::build()
{
    m_versions->setAccessibleName(tr("Version of the summary"));
    m_text->setAccessibleName(tr("Text of the summary"));
    m_text->setTabChangesFocus(true);
    m_edit->setToolTip(tr("Write it in other words. The version before is kept."));
    m_takeBack->setToolTip(tr("The next request is sent with this version."));

    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_versions);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_edit);
    buttons->addWidget(m_takeBack);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_hint);
    column->addWidget(m_text);
    column->addLayout(buttons);
}

void SummaryCard::wire()
{
    connect(m_versions, &QComboBox::currentIndexChanged, this, &SummaryCard::showChosen);
    connect(m_text, &QPlainTextEdit::textChanged, this, &SummaryCard::showButtons);
    connect(m_edit, &QPushButton::clicked, this, &SummaryCard::edit);
    connect(m_save, &QPushButton::clicked, this, &SummaryCard::save);
    connect(m_takeBack, &QPushButton::clicked, this, &SummaryCard::takeBack);
    connect(m_cancel, &QPushButton::clicked, this, &SummaryCard::endEditing);
}

void SummaryCard::setPlan(const Core::ContextPlan &plan, const QList<Core::Summary> &stored,
                          Change change)
{
    const int before = versionInForce();
    const int shown = m_versions->currentData().toInt();
    m_plan = plan;
    m_stored = stored;
    m_change = change;
    m_sent = Core::summaryIn(plan, stored);
    setVisible(versionInForce() >= 0);
    if (isHidden())
        m_edited.reset(); // another conversation
    if (m_edited)
        return showButtons();
    fillVersions();
    if (versionInForce() == before) // an older one may be looked at
        m_versions->setCurrentIndex(std::max(0, m_versions->findData(shown)));
    showChosen();
}

/// The newest first. What was made for this request alone has no version yet.
void SummaryCard::fillVersions()
{
    const QSignalBlocker blocker(m_versions);
    m_versions->clear();
    if (m_sent && m_sent->version == 0)
        m_versions->addItem(tr("Not kept yet"), 0);
    for (auto each = m_stored.crbegin(); each != m_stored.crend(); ++each)
        m_versions->addItem(tr("Version %1").arg(Formats::number(each->version)), each->version);
    m_versions->setCurrentIndex(std::max(0, m_versions->findData(versionInForce())));
    m_versions->setVisible(m_versions->count() > 1);
}

std::optional<Core::Summary> SummaryCard::chosen() const
{
    if (m_edited)
        return m_edited;
    const int version = m_versions->currentData().toInt();
    if (m_sent && m_sent->version == version)
        return m_sent;
    const auto found =
        std::find_if(m_stored.begin(), m_stored.end(),
                     [&](const Core::Summary &each) { return each.version == version; });
    return found == m_stored.end() ? std::nullopt : std::optional(*found);
}

int SummaryCard::versionInForce() const
{
    if (m_sent)
        return m_sent->version;
    return m_stored.isEmpty() ? -1 : m_stored.constLast().version;
}

int SummaryCard::nextVersion() const
{
    return m_stored.isEmpty() ? 1 : m_stored.constLast().version + 1;
}

QString SummaryCard::origin(const Core::Summary &summary) const
{
    if (summary.madeBy == QLatin1StringView("hand"))
        return tr("Written by hand, %1").arg(Formats::dateTime(summary.createdAt));
    if (summary.version == 0)
        return tr("Made on this machine for the next request");
    return tr("Made by %1, %2", "model, time")
        .arg(summary.madeBy, Formats::dateTime(summary.createdAt));
}

QString SummaryCard::coverage(const Core::Summary &summary) const
{
    int covered = 0;
    int messages = 0; // the system's are never summarised
    for (int i = 0; i < int(m_plan.items.size()) && covered == 0; ++i) {
        messages += m_plan.items[i].role == Core::Role::System ? 0 : 1;
        if (m_plan.items[i].id == summary.lastCovered)
            covered = messages;
    }
    return covered == 0 ? tr("covers messages of another branch")
                        : tr("covers the first %Ln messages", nullptr, covered);
}

void SummaryCard::showChosen()
{
    const std::optional<Core::Summary> summary = chosen();
    if (!summary)
        return;
    m_title->setText(summary->version > 0
                         ? tr("Summary, version %1").arg(Formats::number(summary->version))
                         : tr("Summary"));
    QString hint =
        tr("%1 · %2", "who made it, what it covers").arg(origin(*summary), coverage(*summary));
    if (!m_sent)
        hint = tr("%1 · not in this request").arg(hint);
    else if (summary->version != versionInForce())
        hint = tr("%1 · an older version").arg(hint);
    m_hint->setText(hint);
    const QSignalBlocker blocker(m_text);
    m_text->setPlainText(summary->text);
    showButtons();
}

void SummaryCard::showButtons()
{
    const std::optional<Core::Summary> summary = chosen();
    const bool canChange = m_change == Change::Allowed && summary.has_value();
    const bool isOlder = summary && summary->version != versionInForce();
    m_edit->setVisible(canChange && !m_edited && !isOlder);
    m_takeBack->setVisible(canChange && !m_edited && isOlder);
    m_save->setVisible(m_edited.has_value());
    m_cancel->setVisible(m_edited.has_value());
    m_versions->setEnabled(!m_edited);
    m_text->setReadOnly(!m_edited);
    m_save->setText(tr("Save as version %1").arg(Formats::number(nextVersion())));
    const QString text = m_text->toPlainText();
    m_save->setEnabled(summary && text != summary->text
                       && !Core::summaryFault(Core::editedSummary(*summary, text)));
    fitText();
}

void SummaryCard::fitText()
{
    const int lines = m_edited ? writtenLines : readLines;
    const int margins = 2 * m_text->frameWidth() + int(m_text->document()->documentMargin());
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * lines + margins);
}

void SummaryCard::edit()
{
    m_edited = chosen();
    showButtons();
    m_text->setFocus();
}

void SummaryCard::endEditing()
{
    m_edited.reset();
    fillVersions();
    showChosen();
    showButtons();
}

void SummaryCard::save()
{
    const Core::Summary next =
        Core::editedSummary(m_edited.value_or(Core::Summary()), m_text->toPlainText());
    endEditing();
    emit versionMade(next);
}

void SummaryCard::takeBack()
{
    if (const std::optional<Core::Summary> summary = chosen())
        emit versionMade(Core::revertedSummary(*summary));
}
