#include "ui/cost/limitform.h"

#include "core/base/id.h"
#include "ui/base/flowlayout.h"
#include "ui/base/labels.h"
#include "ui/cost/limitwords.h"

#include <QComboBox>
#include <QCompleter>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTimeZone>
#include <QVBoxLayout>

using Core::SpendLimit;

namespace {

constexpr double mostAmount = 9'000'000; // what an amount of money can hold
constexpr int keyCharacters = 16;
constexpr int zoneCharacters = 18;

} // namespace

LimitForm::LimitForm(QWidget *parent)
    : QWidget(parent)
    , m_title(Labels::title({}, this))
    , m_scope(new QComboBox(this))
    , m_key(new QComboBox(this))
    , m_period(new QComboBox(this))
    , m_amount(new QDoubleSpinBox(this))
    , m_kind(new QComboBox(this))
    , m_zone(new QComboBox(this))
    , m_save(new QPushButton(this))
    , m_dismiss(new QPushButton(this))
{
    build();
    wire();
    retranslate();
}

void LimitForm::build()
{
    setFocusProxy(m_scope);
    for (QComboBox *box : {m_scope, m_period, m_kind}) // another language has longer words
        box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_key->setEditable(true);
    m_key->setInsertPolicy(QComboBox::NoInsert);
    m_key->setMinimumContentsLength(keyCharacters);
    m_amount->setRange(0, mostAmount);
    m_amount->setDecimals(2);
    m_amount->setGroupSeparatorShown(true);
    m_zone->setEditable(true); // to look for a zone by a part of its name
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_zone->setMinimumContentsLength(zoneCharacters);
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        m_zone->addItem(QString::fromUtf8(id));
    m_save->setDefault(true);
    auto *fields = new QWidget(this);
    auto *flow = new FlowLayout(8, fields);
    flow->setContentsMargins({});
    for (QWidget *field : std::initializer_list<QWidget *>{m_scope, m_key, m_period, m_amount,
                                                           m_kind, m_zone, m_save, m_dismiss})
        flow->addWidget(field);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(fields);
}

void LimitForm::wire()
{
    connect(m_scope, &QComboBox::currentIndexChanged, this, &LimitForm::offerKeys);
    connect(m_key, &QComboBox::editTextChanged, this, &LimitForm::showSave);
    connect(m_zone, &QComboBox::editTextChanged, this, &LimitForm::showSave);
    connect(m_amount, &QDoubleSpinBox::valueChanged, this, &LimitForm::showSave);
    connect(m_save, &QPushButton::clicked, this, [this] { emit saved(limit()); });
    connect(m_dismiss, &QPushButton::clicked, this, &LimitForm::dismissed);
}

void LimitForm::setKnown(const Known &known)
{
    m_known = known;
    offerKeys();
}

void LimitForm::setLimit(const SpendLimit &limit)
{
    m_limit = limit;
    m_scope->setCurrentIndex(m_scope->findData(int(limit.scope)));
    offerKeys();
    m_key->setEditText(limit.key);
    m_period->setCurrentIndex(m_period->findData(int(limit.period)));
    m_amount->setValue(double(limit.amount.pico) / double(Core::picoPerDollar));
    m_kind->setCurrentIndex(limit.isHard ? 1 : 0);
    m_zone->setEditText(limit.zone.isEmpty() ? QStringLiteral("UTC")
                                             : QString::fromUtf8(limit.zone));
    retranslate();
}

SpendLimit LimitForm::limit() const
{
    SpendLimit limit = m_limit;
    limit.id = m_limit.id.isEmpty() ? Core::newId() : m_limit.id;
    limit.scope = SpendLimit::Scope(m_scope->currentData().toInt());
    limit.key =
        limit.scope == SpendLimit::Scope::Whole ? QString() : m_key->currentText().trimmed();
    limit.period = SpendLimit::Period(m_period->currentData().toInt());
    limit.amount = {qRound64(m_amount->value() * 100) * (Core::picoPerDollar / 100)};
    limit.isHard = m_kind->currentIndex() == 1;
    limit.zone = m_zone->currentText().toUtf8();
    return limit;
}

void LimitForm::offerKeys()
{
    const auto scope = SpendLimit::Scope(m_scope->currentData().toInt());
    const QString written = m_key->currentText();
    {
        const QSignalBlocker blocker(m_key);
        m_key->clear();
        if (scope == SpendLimit::Scope::User)
            m_key->addItems(m_known.users);
        else if (scope == SpendLimit::Scope::Tag)
            m_key->addItems(m_known.tags);
        else if (scope == SpendLimit::Scope::Provider)
            m_key->addItems(m_known.providers);
        else if (scope == SpendLimit::Scope::Model)
            m_key->addItems(m_known.models);
        if (m_key->findText(written) >= 0)
            m_key->setEditText(written);
    }
    m_key->setVisible(scope != SpendLimit::Scope::Whole);
    showSave();
}

void LimitForm::showSave()
{
    const SpendLimit made = limit();
    m_save->setEnabled(made.amount.pico > 0 && QTimeZone(made.zone).isValid()
                       && (made.scope == SpendLimit::Scope::Whole || !made.key.isEmpty()));
}

void LimitForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LimitForm::retranslate()
{
    using Scope = SpendLimit::Scope;
    using Period = SpendLimit::Period;
    const QSignalBlocker scopes(m_scope);
    const int scope = std::max(0, m_scope->currentIndex());
    m_scope->clear();
    for (const Scope each : {Scope::Whole, Scope::User, Scope::Tag, Scope::Provider, Scope::Model})
        m_scope->addItem(LimitWords::scope(each), int(each));
    m_scope->setCurrentIndex(scope);
    const int period = m_period->count() > 0 ? m_period->currentIndex() : 2;
    m_period->clear();
    for (const Period each : {Period::Day, Period::Week, Period::Month})
        m_period->addItem(LimitWords::period(each), int(each));
    m_period->setCurrentIndex(period);
    const int kind = std::max(0, m_kind->currentIndex());
    m_kind->clear();
    m_kind->addItems({tr("Soft: only warns"), tr("Hard: calls are not made")});
    m_kind->setCurrentIndex(kind);
    m_title->setText(m_limit.id.isEmpty() ? tr("New limit") : LimitWords::title(m_limit));
    m_amount->setPrefix(tr("$", "before an amount of US dollars"));
    m_scope->setAccessibleName(tr("What is limited"));
    m_key->setAccessibleName(tr("Which one"));
    m_period->setAccessibleName(tr("How often it begins anew"));
    m_amount->setAccessibleName(tr("How much may be spent"));
    m_kind->setAccessibleName(tr("What happens when it is reached"));
    m_zone->setAccessibleName(tr("Time zone of its days"));
    m_save->setText(tr("Save"));
    m_dismiss->setText(tr("Cancel"));
    offerKeys();
}
