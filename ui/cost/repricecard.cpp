#include "ui/cost/repricecard.h"

#include "ui/base/errortext.h"
#include "ui/base/formats.h"
#include "ui/base/labels.h"
#include "ui/base/rowtable.h"
#include "ui/base/tonelabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace {

/// All, and each by its name.
void offer(QComboBox &box, const QStringList &names)
{
    const QSignalBlocker blocker(&box);
    const QString chosen = box.currentData().toString();
    while (box.count() > 1)
        box.removeItem(1);
    for (const QString &name : names)
        box.addItem(name, name);
    box.setCurrentIndex(std::max(0, box.findData(chosen)));
}

} // namespace

RepriceCard::RepriceCard(QWidget *parent)
    : Card(parent)
{
    build();
    wire();
    retranslate();
    dismiss();
    setLog({});
}

void RepriceCard::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    m_title = Labels::title({}, this);
    m_introduction = Labels::quiet({}, this);
    m_message = new ToneLabel(this);
    m_message->setWordWrap(true);
    m_table = new RowTable(this);
    m_table->setModel(&m_rows);
    m_doing = new QWidget(this);
    m_reason = new QLineEdit(m_doing);
    m_do = new QPushButton(m_doing);
    m_dismiss = new QPushButton(m_doing);
    auto *doing = new QHBoxLayout(m_doing);
    doing->setContentsMargins({});
    doing->setSpacing(8);
    doing->addWidget(m_reason, 1);
    doing->addWidget(m_do);
    doing->addWidget(m_dismiss);
    m_logTitle = Labels::body({}, this);
    m_nothing = Labels::quiet({}, this);
    m_logTable = new RowTable(this);
    m_logTable->setModel(&m_log);
    m_logTable->setElidedColumn(RepricingLogModel::Reason);

    column->addWidget(m_title);
    column->addWidget(m_introduction);
    column->addWidget(buildQuery());
    for (QWidget *widget : std::initializer_list<QWidget *>{m_message, m_table, m_doing, m_logTitle,
                                                            m_nothing, m_logTable})
        column->addWidget(widget);
}

/// Names above their fields, as where a price is written down.
QWidget *RepriceCard::buildQuery()
{
    auto *fields = new QWidget(this);
    auto *grid = new QGridLayout(fields);
    grid->setContentsMargins({});
    grid->setSpacing(8);
    m_first = new QDateEdit(fields);
    m_last = new QDateEdit(fields);
    m_provider = new QComboBox(fields);
    m_model = new QComboBox(fields);
    m_onlyUnpriced = new QCheckBox(fields);
    m_look = new QPushButton(fields);
    const std::array<QWidget *, nameCount> inOrder{m_first, m_last, m_provider, m_model};
    for (int i = 0; i < nameCount; ++i) {
        m_names[size_t(i)] = Labels::quiet({}, fields);
        m_names[size_t(i)]->setBuddy(inOrder[size_t(i)]);
        inOrder[size_t(i)]->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        grid->addWidget(m_names[size_t(i)], 0, i);
        grid->addWidget(inOrder[size_t(i)], 1, i);
        grid->setColumnStretch(i, 1);
    }
    for (QDateEdit *edit : {m_first, m_last})
        edit->setCalendarPopup(true);
    for (QComboBox *box : {m_provider, m_model})
        box->addItem({}, QString());
    grid->addWidget(m_onlyUnpriced, 2, 0, 1, nameCount - 1);
    grid->addWidget(m_look, 2, nameCount - 1, Qt::AlignRight);
    return fields;
}

void RepriceCard::wire()
{
    connect(m_look, &QPushButton::clicked, this, &RepriceCard::look);
    connect(m_reason, &QLineEdit::textChanged, this, &RepriceCard::showWhatMayBeDone);
    connect(m_reason, &QLineEdit::returnPressed, this, &RepriceCard::confirm);
    connect(m_do, &QPushButton::clicked, this, &RepriceCard::confirm);
    connect(m_dismiss, &QPushButton::clicked, this, &RepriceCard::dismiss);
    // What is shown must be what is asked for.
    for (QDateEdit *edit : {m_first, m_last})
        connect(edit, &QDateEdit::dateChanged, this, &RepriceCard::dismiss);
    for (QComboBox *box : {m_provider, m_model})
        connect(box, &QComboBox::currentIndexChanged, this, &RepriceCard::dismiss);
    connect(m_onlyUnpriced, &QCheckBox::toggled, this, &RepriceCard::dismiss);
}

void RepriceCard::setProviders(const QStringList &providers)
{
    offer(*m_provider, providers);
}

void RepriceCard::setModels(const QStringList &models)
{
    offer(*m_model, models);
}

void RepriceCard::setDays(QDate first, QDate last)
{
    m_first->setDate(first);
    m_last->setDate(last);
}

Core::RepriceQuery RepriceCard::query() const
{
    return {.from = m_first->date().startOfDay(Qt::UTC),
            .to = m_last->date().addDays(1).startOfDay(Qt::UTC),
            .provider = m_provider->currentData().toString(),
            .model = m_model->currentData().toString(),
            .onlyUnpriced = m_onlyUnpriced->isChecked()};
}

void RepriceCard::look()
{
    dismiss();
    if (m_last->date() < m_first->date())
        return showError({.kind = Core::Error::Kind::BadInput,
                          .detail = QStringLiteral("the period ends before it begins")});
    m_look->setEnabled(false);
    m_message->setTone(ToneLabel::Tone::Quiet);
    m_message->setText(tr("Reading the charges …"));
    m_message->show();
    emit previewRequested(query());
}

void RepriceCard::showPreview(const Core::RepricePreview &preview)
{
    m_look->setEnabled(true);
    if (preview.query != query()) // it was changed meanwhile
        return dismiss();
    m_preview = preview;
    m_rows.setPreview(preview);
    m_message->setTone(ToneLabel::Tone::Normal);
    m_message->setText(RepriceWords::summary(preview));
    m_message->show();
    const bool hasChanges = preview.total.charges > 0;
    m_table->setVisible(hasChanges);
    m_table->fitColumns();
    m_doing->setVisible(hasChanges);
    retranslate();
    if (hasChanges)
        m_reason->setFocus();
}

void RepriceCard::confirm()
{
    if (!m_do->isEnabled())
        return;
    m_do->setEnabled(false);
    emit confirmed(m_preview, m_reason->text().trimmed());
}

void RepriceCard::showDone(const Core::Repricing &repricing)
{
    dismiss();
    m_reason->clear();
    m_message->setTone(ToneLabel::Tone::Good);
    m_message->setText(tr("Done: %Ln charge(s), %1.", nullptr, int(repricing.charges))
                           .arg(RepriceWords::difference(repricing.after - repricing.before)));
    m_message->show();
}

void RepriceCard::showError(const Core::Error &error)
{
    m_look->setEnabled(true);
    showWhatMayBeDone();
    m_message->setTone(ToneLabel::Tone::Bad);
    m_message->setText(errorText(error));
    m_message->show();
}

void RepriceCard::dismiss()
{
    m_preview = {};
    m_rows.setPreview(m_preview);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_message, m_table, m_doing})
        widget->hide();
    showWhatMayBeDone();
}

/// Nothing without a reason: it is what the log is for.
void RepriceCard::showWhatMayBeDone()
{
    m_do->setEnabled(m_preview.total.charges > 0 && !m_reason->text().trimmed().isEmpty());
}

void RepriceCard::setLog(const QList<Core::Repricing> &log)
{
    m_log.setLog(log);
    m_nothing->setVisible(log.isEmpty());
    m_logTable->setVisible(!log.isEmpty());
    m_logTable->fitColumns();
}

void RepriceCard::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void RepriceCard::retranslate()
{
    m_title->setText(tr("Price the past anew"));
    m_introduction->setText(
        tr("A new price leaves old charges as they are. Where the price was wrong or came late, "
           "charges can be made worth what the list says for their day. The charges themselves "
           "stay, and what was done is kept with its reason."));
    const std::array<QString, nameCount> names{tr("First day, in UTC"), tr("Last day, in UTC"),
                                               tr("Provider"), tr("Model")};
    for (size_t i = 0; i < names.size(); ++i) {
        m_names[i]->setText(names[i]);
        m_names[i]->buddy()->setAccessibleName(names[i]);
    }
    m_provider->setItemText(0, tr("All providers"));
    m_model->setItemText(0, tr("All models"));
    m_onlyUnpriced->setText(tr("Only charges without a price"));
    m_look->setText(tr("Preview"));
    m_table->setAccessibleName(tr("What would change"));
    m_reason->setPlaceholderText(tr("Reason, as it will stand in the log"));
    m_reason->setAccessibleName(m_reason->placeholderText());
    m_do->setText(tr("Re-price %Ln charge(s)", nullptr, int(m_preview.total.charges)));
    m_dismiss->setText(tr("Cancel"));
    m_logTitle->setText(tr("Done so far"));
    m_nothing->setText(tr("Nothing was priced anew."));
    m_logTable->setAccessibleName(tr("Re-pricings done so far"));
}
