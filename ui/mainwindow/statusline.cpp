#include "ui/mainwindow/statusline.h"

#include "ui/base/colors.h"
#include "ui/base/formats.h"
#include "ui/base/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace {

constexpr double nearBudget = 0.7;

QLabel *oneLine(QWidget *parent)
{
    QLabel *label = Labels::quiet({}, parent);
    label->setWordWrap(false);
    return label;
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
    , m_light(new StateLight(this))
    , m_healthWords(oneLine(this))
    , m_flight(oneLine(this))
    , m_spendLight(new StateLight(this))
    , m_spend(oneLine(this))
    , m_storeLight(new StateLight(this))
    , m_store(oneLine(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 5);
    layout->setSpacing(8);
    layout->addWidget(m_light);
    layout->addWidget(m_healthWords);
    layout->addSpacing(16);
    layout->addWidget(m_flight);
    layout->addStretch();
    layout->addWidget(m_spendLight);
    layout->addWidget(m_spend);
    layout->addSpacing(16);
    layout->addWidget(m_storeLight);
    layout->addWidget(m_store);
    for (QLabel *label : {m_healthWords, m_spend, m_store}) {
        label->installEventFilter(this);
        label->setCursor(Qt::PointingHandCursor);
    }
    retranslate();
}

void StatusLine::setHealth(const QString &provider, HealthState health, const QString &details)
{
    m_provider = provider;
    m_health = health;
    m_healthDetails = details;
    showHealth();
}

void StatusLine::setInFlight(int requests)
{
    m_inFlight = requests;
    m_flight->setText(tr("%n request(s) on the way", nullptr, requests));
    m_flight->setVisible(requests > 0);
}

void StatusLine::setSpend(Core::Money today, std::optional<Core::Money> budget, int unpriced)
{
    m_today = today;
    m_budget = budget;
    m_unpriced = unpriced;
    showSpend();
}

void StatusLine::setStore(StoreKind kind, const QString &location)
{
    m_storeKind = kind;
    m_storeLocation = location;
    showStore();
}

void StatusLine::setStoreState(const Core::StoreState &state, const QDateTime &now)
{
    m_storeState = state;
    m_storeStateAt = now;
    showStore();
}

void StatusLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StatusLine::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), Colors::rail(palette()));
    painter.fillRect(QRect(0, 0, width(), 1), Colors::line(palette()));
}

bool StatusLine::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        if (watched == m_healthWords)
            emit healthClicked();
        else if (watched == m_spend)
            emit spendClicked();
        else if (watched == m_store)
            emit storeClicked();
    }
    return QWidget::eventFilter(watched, event);
}

void StatusLine::retranslate()
{
    setAccessibleName(tr("Status"));
    showHealth();
    setInFlight(m_inFlight);
    showSpend();
    showStore();
}

void StatusLine::showHealth()
{
    const QString provider = m_provider == QLatin1String("practice") ? tr("Practice") : m_provider;
    QString words;
    switch (m_health) {
    case HealthState::Unknown:
        words =
            m_provider.isEmpty() ? tr("No provider yet") : tr("%1: no requests yet").arg(provider);
        break;
    case HealthState::Good:
        words = tr("%1: answers well").arg(provider);
        break;
    case HealthState::Slow:
        words = tr("%1: answers slowly").arg(provider);
        break;
    case HealthState::Failing:
        words = tr("%1: many requests fail").arg(provider);
        break;
    case HealthState::Unreachable:
        words = tr("%1: cannot be reached").arg(provider);
        break;
    }
    m_light->setState(lightFor(m_health));
    m_healthWords->setText(words);
    m_healthWords->setToolTip(m_healthDetails);
}

void StatusLine::showSpend()
{
    const QString today = Formats::money(m_today);
    const double share =
        m_budget && m_budget->pico > 0 ? double(m_today.pico) / double(m_budget->pico) : 0;
    m_spendLight->setVisible(share >= nearBudget);
    m_spendLight->setState(share >= 1 ? StateLight::State::Bad : StateLight::State::Warning);
    QString words = m_budget ? tr("Today %1 of %2").arg(today, Formats::money(*m_budget))
                             : tr("Today %1").arg(today);
    if (share >= 1)
        words = tr("Today %1, over the budget of %2").arg(today, Formats::money(*m_budget));
    if (m_unpriced > 0)
        words = tr("%1 and %n request(s) without a price", nullptr, m_unpriced).arg(words);
    m_spend->setText(words);
    m_spend->setToolTip(Formats::exactMoney(m_today));
}

void StatusLine::showStore()
{
    switch (m_storeKind) {
    case StoreKind::None:
        m_store->setText(tr("No store open"));
        break;
    case StoreKind::Local:
        m_store->setText(tr("Store on this machine"));
        break;
    case StoreKind::Team:
        m_store->setText(teamWords());
        break;
    case StoreKind::ReadOnly:
        m_store->setText(tr("Store open for reading only"));
        break;
    }
    m_store->setToolTip(m_storeLocation);
    m_storeLight->setState(StateLight::State::Warning);
    m_storeLight->setVisible(m_storeKind == StoreKind::Team
                             && m_storeState.kind != Core::StoreState::Kind::Online);
}

QString StatusLine::teamWords() const
{
    using Kind = Core::StoreState::Kind;
    if (m_storeState.kind == Kind::Online)
        return tr("Team store");
    const QString since = Formats::shortTime(m_storeState.since, m_storeStateAt);
    const bool isAway = m_storeState.kind == Kind::Offline;
    if (m_storeState.waiting == 0)
        return isAway ? tr("Team store: offline since %1").arg(since)
                      : tr("Team store: for reading only since %1").arg(since);
    return isAway
        ? tr("Team store: offline since %1, %Ln change(s) wait", nullptr, m_storeState.waiting)
              .arg(since)
        : tr("Team store: for reading only since %1, %Ln change(s) wait", nullptr,
             m_storeState.waiting)
              .arg(since);
}
