#include "ui/settings/cachecard.h"

#include "ui/base/keyfield.h"
#include "ui/settings/settingcard.h"
#include "ui/settings/settingrow.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

QString withoutPassword(QUrl url)
{
    const QString user = url.userName();
    url.setUserInfo(user.isEmpty() ? QString() : user);
    return url.toString();
}

} // namespace

CacheCard::CacheCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new SettingCard(this))
    , m_address(new QLineEdit(m_card))
    , m_password(new KeyField(m_card, KeyField::Secret::Password))
    , m_test(new QPushButton(m_card))
    , m_addressRow(new SettingRow(m_address, SettingRow::Place::Below, m_card))
    , m_passwordRow(new SettingRow(m_password, SettingRow::Place::Below, m_card))
    , m_stateRow(new SettingRow(m_test, SettingRow::Place::Beside, m_card))
{
    m_card->add(m_addressRow);
    m_card->add(m_passwordRow);
    m_card->add(m_stateRow);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    connect(m_address, &QLineEdit::editingFinished, this, &CacheCard::takeAddress);
    connect(m_password, &KeyField::entered, this, &CacheCard::passwordEntered);
    connect(m_password, &KeyField::removeAsked, this, &CacheCard::passwordRemoveAsked);
    connect(m_test, &QPushButton::clicked, this, &CacheCard::testAsked);
    retranslate();
}

QString CacheCard::address() const
{
    return m_address->text().trimmed();
}

void CacheCard::setAddress(const QString &address)
{
    if (!m_isFixed)
        m_address->setText(address);
    retranslate();
}

void CacheCard::setFixed(const QString &address)
{
    m_isFixed = true;
    m_address->setText(withoutPassword(QUrl(address)));
    m_address->setReadOnly(true);
    retranslate();
}

void CacheCard::setPlace(Core::KeyVault::Place place, const QString &name)
{
    m_password->setPlace(place, name);
}

void CacheCard::setPasswordProblem(const QString &sentence)
{
    m_password->setProblem(sentence);
}

void CacheCard::say(const Words &words)
{
    m_words = words;
    retranslate();
}

void CacheCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

/// A password that was pasted with it goes where passwords are kept.
void CacheCard::takeAddress()
{
    const QUrl url(address());
    const QByteArray password = url.password(QUrl::FullyDecoded).toUtf8();
    if (!password.isEmpty())
        m_address->setText(withoutPassword(url));
    emit addressChanged();
    if (!password.isEmpty())
        emit passwordEntered(password);
    retranslate();
}

void CacheCard::retranslate()
{
    m_card->setTitle(tr("Shared cache of contexts"));
    m_addressRow->setTexts(
        tr("Address of the team's Redis"),
        m_isFixed ? tr("Set by SKEIN_REDIS where the program was started.")
                  : tr("What one of the team has worked out, the others need not work out again. "
                       "Nobody waits for it, and nothing is lost without it. Empty: none."));
    m_address->setPlaceholderText(u"rediss://cache.example.com/0"_s);
    m_passwordRow->setTexts(tr("Its password"), tr("Another address asks for the password again."));
    m_stateRow->setTexts(tr("Whether it answers"),
                         m_words                   ? m_words()
                             : address().isEmpty() ? tr("No address is set.")
                                                   : tr("Not asked yet."));
    m_test->setText(tr("Test"));
    m_test->setAccessibleName(tr("Ask the shared cache"));
    m_test->setEnabled(!address().isEmpty());
}
