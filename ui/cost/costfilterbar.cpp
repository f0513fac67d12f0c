#include "ui/cost/costfilterbar.h"

#include "ui/base/flowlayout.h"
#include "ui/cost/costwords.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QEvent>
#include <QSignalBlocker>

using Core::CostPreset;

namespace {

constexpr int boxCharacters = 12;

/// The filter of a box: nothing where all are chosen, and maybe the empty name.
std::optional<QString> keyOf(const QComboBox &box)
{
    const QVariant key = box.currentData();
    return key.isValid() ? std::optional(key.toString()) : std::nullopt;
}

} // namespace

CostFilterBar::CostFilterBar(QWidget *parent)
    : QWidget(parent)
    , m_period(addBox())
    , m_first(new QDateEdit(this))
    , m_last(new QDateEdit(this))
    , m_zone(addBox())
    , m_by(addBox())
    , m_user(addBox())
    , m_provider(addBox())
    , m_model(addBox())
    , m_strategy(addBox())
    , m_tag(addBox())
{
    build();
    fill();
}

QComboBox *CostFilterBar::addBox()
{
    auto *box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMinimumContentsLength(boxCharacters);
    return box;
}

void CostFilterBar::build()
{
    auto *layout = new FlowLayout(8, this);
    layout->setContentsMargins({});
    const QDate today = QDate::currentDate(); // only until a period is chosen
    for (QDateEdit *edit : {m_first, m_last}) {
        edit->setCalendarPopup(true);
        edit->setDate(today);
        edit->hide();
        connect(edit, &QDateEdit::dateChanged, this, &CostFilterBar::takeDays);
    }
    m_zone->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_zone->setEditable(true); // to look for a zone by a part of its name
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_period, m_first, m_last, m_zone, m_by, m_user,
                                          m_provider, m_model, m_strategy, m_tag})
        layout->addWidget(widget);
    connect(m_period, &QComboBox::currentIndexChanged, this, &CostFilterBar::choosePeriod);
    connect(m_zone, &QComboBox::currentIndexChanged, this, &CostFilterBar::changed);
    for (const QComboBox *box : {m_by, m_user, m_provider, m_model, m_strategy, m_tag})
        connect(box, &QComboBox::currentIndexChanged, this, &CostFilterBar::changed);
}

void CostFilterBar::fill()
{
    const QSignalBlocker period(m_period);
    const QSignalBlocker by(m_by);
    const QSignalBlocker zones(m_zone);
    const int chosen = std::max(0, m_period->currentIndex());
    const int stacked = std::max(0, m_by->currentIndex());
    m_period->clear();
    const std::pair<QString, CostPreset> presets[] = {
        {tr("This month"), CostPreset::ThisMonth},  {tr("Last month"), CostPreset::LastMonth},
        {tr("Today"), CostPreset::Today},           {tr("Yesterday"), CostPreset::Yesterday},
        {tr("Last 7 days"), CostPreset::Last7Days}, {tr("Last 30 days"), CostPreset::Last30Days},
        {tr("This year"), CostPreset::ThisYear},    {tr("Choose days"), CostPreset::Custom}};
    for (const auto &[words, preset] : presets)
        m_period->addItem(words, int(preset));
    m_period->setCurrentIndex(chosen);

    m_by->clear();
    using enum Core::CostBy;
    for (const Core::CostBy each : {Model, Provider, User, Strategy, Kind})
        m_by->addItem(CostWords::heading(each), int(each));
    m_by->setCurrentIndex(stacked);

    if (m_zone->count() == 0) {
        const QList<QByteArray> all = QTimeZone::availableTimeZoneIds();
        for (const QByteArray &id : all)
            m_zone->addItem(QString::fromUtf8(id));
        m_zone->setCurrentText(QString::fromUtf8(QTimeZone::systemTimeZoneId()));
    }
    m_period->setAccessibleName(tr("Period"));
    m_first->setAccessibleName(tr("First day"));
    m_last->setAccessibleName(tr("Last day"));
    m_zone->setAccessibleName(tr("Time zone of days and hours"));
    m_zone->setToolTip(tr("Days and hours are those of this time zone"));
    m_by->setAccessibleName(tr("What the bars are stacked by"));
    m_user->setAccessibleName(tr("User"));
    m_provider->setAccessibleName(tr("Provider"));
    m_model->setAccessibleName(tr("Model"));
    m_strategy->setAccessibleName(tr("Strategy"));
    m_tag->setAccessibleName(tr("Tag"));
}

QTimeZone CostFilterBar::zone() const
{
    const QTimeZone chosen(m_zone->currentText().toUtf8());
    return chosen.isValid() ? chosen : QTimeZone::systemTimeZone();
}

Core::CostQuery CostFilterBar::query(const QDateTime &now) const
{
    const auto preset = CostPreset(m_period->currentData().toInt());
    Core::CostQuery query{.period = Core::costPeriod(preset, now, zone()),
                          .by = Core::CostBy(m_by->currentData().toInt()),
                          .now = now};
    if (preset == CostPreset::Custom) {
        query.period.first = m_first->date();
        query.period.last = m_last->date();
    }
    query.filter = {.userId = keyOf(*m_user),
                    .provider = keyOf(*m_provider),
                    .model = keyOf(*m_model),
                    .strategy = keyOf(*m_strategy),
                    .tag = keyOf(*m_tag)};
    return query;
}

void CostFilterBar::choosePeriod()
{
    const bool custom = CostPreset(m_period->currentData().toInt()) == CostPreset::Custom;
    m_first->setVisible(custom);
    m_last->setVisible(custom);
    emit changed();
}

/// The last day is never before the first.
void CostFilterBar::takeDays()
{
    m_last->setMinimumDate(m_first->date());
    emit changed();
}

void CostFilterBar::offer(const Core::CostFigures &figures)
{
    if (CostPreset(m_period->currentData().toInt()) != CostPreset::Custom) {
        const QSignalBlocker first(m_first);
        const QSignalBlocker last(m_last);
        m_last->setMinimumDate({}); // a period of one's own begins where the last one was
        m_first->setDate(figures.query.period.first);
        m_last->setDate(figures.query.period.last);
    }
    offer(m_user, tr("All users"), Core::CostBy::User, figures.knownUsers);
    offer(m_provider, tr("All providers"), Core::CostBy::Provider, figures.knownProviders);
    offer(m_model, tr("All models"), Core::CostBy::Model, figures.knownModels);
    offer(m_strategy, tr("All strategies"), Core::CostBy::Strategy, figures.knownStrategies);
    updateGeometry();
}

void CostFilterBar::offerTags(const QStringList &tags)
{
    offer(m_tag, tr("All tags"), Core::CostBy::Tag, tags);
    updateGeometry();
}

void CostFilterBar::offer(QComboBox *box, const QString &all, Core::CostBy by,
                          const QStringList &keys)
{
    const QSignalBlocker blocker(box);
    const std::optional<QString> chosen = keyOf(*box);
    box->clear();
    box->addItem(all);
    QStringList offered = keys;
    if (chosen && !offered.contains(*chosen))
        offered += *chosen; // it may have nothing in this period, and is still what is chosen
    for (const QString &key : std::as_const(offered))
        box->addItem(CostWords::name(by, key), key);
    box->setCurrentIndex(chosen ? box->findData(*chosen) : 0);
}

void CostFilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}
