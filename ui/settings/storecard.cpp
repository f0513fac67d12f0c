#include "ui/settings/storecard.h"

#include "ui/settings/settingcard.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/storetexts.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

StoreCard::StoreCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new SettingCard(this))
    , m_open(new QPushButton(m_card))
    , m_place(new SettingRow(m_open, SettingRow::Place::Beside, m_card))
{
    build();
    wire();
    retranslate();
}

void StoreCard::build()
{
    m_other = new SettingRow(makeTarget(), SettingRow::Place::Below, m_card);
    m_card->add(m_place);
    m_card->add(m_other);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

QWidget *StoreCard::makeTarget()
{
    auto *target = new QWidget(m_card);
    m_target = new QLineEdit(target);
    m_password = new QLineEdit(target);
    m_test = new QPushButton(target);
    m_move = new QPushButton(target);
    m_use = new QPushButton(target);
    m_stop = new QPushButton(target);
    m_progress = new QProgressBar(target);
    m_said = new ToneLabel(target);
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData
                                    | Qt::ImhNoPredictiveText);
    m_progress->setTextVisible(false);
    m_said->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton *button : {m_test, m_move, m_use, m_stop})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(target);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_target);
    layout->addWidget(m_password);
    layout->addLayout(buttons);
    layout->addWidget(m_progress);
    layout->addWidget(m_said);
    target->setFocusProxy(m_target);
    return target;
}

void StoreCard::wire()
{
    connect(m_open, &QPushButton::clicked, this, &StoreCard::folderOpenAsked);
    connect(m_stop, &QPushButton::clicked, this, &StoreCard::stopAsked);
    connect(m_test, &QPushButton::clicked, this, [this] { emit testAsked(target(), password()); });
    connect(m_move, &QPushButton::clicked, this, [this] { emit moveAsked(target(), password()); });
    connect(m_use, &QPushButton::clicked, this, [this] { emit useAsked(target(), password()); });
    const auto changed = [this] { // what was found out was about another place
        m_isUsable = false;
        say(ToneLabel::Tone::Quiet, {});
        showButtons();
    };
    connect(m_target, &QLineEdit::textEdited, this, changed);
    connect(m_password, &QLineEdit::textEdited, this, changed);
    connect(m_target, &QLineEdit::returnPressed, m_test, &QPushButton::click);
    connect(m_password, &QLineEdit::returnPressed, m_test, &QPushButton::click);
}

void StoreCard::setStore(const Shown &store)
{
    m_shown = store;
    retranslate();
}

void StoreCard::setTarget(const QString &location)
{
    m_target->setText(location);
    showButtons();
}

void StoreCard::setBusy(bool isBusy, bool canStop)
{
    m_isBusy = isBusy;
    m_canStop = isBusy && canStop;
    m_progress->setRange(0, 0); // until it is known how much there is
    showButtons();
}

void StoreCard::setProgress(qint64 done, qint64 total)
{
    constexpr int whole = 1000;
    m_progress->setRange(0, whole);
    m_progress->setValue(total > 0 ? int(std::min(done, total) * whole / total) : 0);
}

void StoreCard::say(ToneLabel::Tone tone, const Words &words)
{
    m_words = words;
    m_said->setTone(tone);
    m_said->setText(words ? words() : QString());
    m_said->setVisible(bool(words));
}

void StoreCard::setUsable(bool isUsable)
{
    m_isUsable = isUsable;
    showButtons();
}

void StoreCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StoreCard::showButtons()
{
    const bool isServer = target().contains("://"_L1);
    const bool hasTarget = !target().isEmpty();
    m_password->setVisible(isServer);
    m_target->setEnabled(!m_isBusy);
    m_password->setEnabled(!m_isBusy);
    m_progress->setVisible(m_isBusy);
    m_stop->setVisible(m_canStop);
    for (QPushButton *button : {m_test, m_move, m_use})
        button->setVisible(!m_isBusy);
    m_test->setEnabled(hasTarget);
    m_move->setEnabled(hasTarget && !m_shown.location.isEmpty());
    m_use->setVisible(!m_isBusy && m_isUsable);
}

QString StoreCard::target() const
{
    return m_target->text().trimmed();
}

QByteArray StoreCard::password() const
{
    return m_password->isVisibleTo(this) ? m_password->text().toUtf8() : QByteArray();
}

void StoreCard::retranslate()
{
    m_card->setTitle(tr("Where your conversations are"));
    QStringList lines{m_shown.location};
    if (m_shown.isServer)
        lines += StoreTexts::who(m_shown.user, m_shown.role);
    if (m_shown.isNamed)
        lines += tr("Named with --store or SKEIN_STORE when the program was started.");
    if (!m_shown.problem.isEmpty())
        lines += m_shown.problem;
    lines.removeAll(QString());
    m_place->setTexts(m_shown.location.isEmpty() ? tr("No store is open")
                          : m_shown.isServer     ? tr("On a server")
                                                 : tr("In a file on this machine"),
                      lines.join(u'\n'));
    m_open->setText(tr("Open folder"));
    m_open->setAccessibleName(tr("Open the folder of the store"));
    m_open->setVisible(!m_shown.isServer);
    m_other->setTexts(m_shown.isServer ? tr("Another place, or back to a file")
                                       : tr("Another place, such as a team's server"),
                      tr("The path of a file, or the address of a PostgreSQL database. Moving "
                         "copies everything and compares it; what is here stays as it is."));
    m_target->setPlaceholderText(u"postgresql://an@db.example.com/skein"_s);
    m_target->setAccessibleName(tr("The other place"));
    m_password->setPlaceholderText(tr("Password, unless ~/.pgpass has it"));
    m_password->setAccessibleName(tr("Password of the server"));
    m_test->setText(tr("Test"));
    m_test->setAccessibleName(tr("Test the other place"));
    m_move->setText(tr("Move everything there"));
    m_use->setText(tr("Use it from now on"));
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop moving"));
    m_progress->setAccessibleName(tr("How much has been moved"));
    m_said->setText(m_words ? m_words() : QString());
    m_said->setVisible(bool(m_words));
    showButtons();
}
