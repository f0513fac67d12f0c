#include "ui/base/keyfield.h"

#include "ui/base/labels.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using Place = Core::KeyVault::Place;

namespace {

QString passwordPlaceText(Place place, const QString &name)
{
    switch (place) {
    case Place::None:
        return QCoreApplication::translate("KeyField", "No password yet.");
    case Place::Environment:
        return QCoreApplication::translate("KeyField",
                                           "The password comes from the environment (%1).")
            .arg(Core::keyVariable(name));
    case Place::Keychain:
        return QCoreApplication::translate("KeyField",
                                           "The password is in this system's keychain.");
    case Place::ThisRun:
        return QCoreApplication::translate(
            "KeyField", "There is no keychain here: the password is kept until the program ends.");
    }
    Q_UNREACHABLE();
}

} // namespace

KeyField::KeyField(QWidget *parent, Secret secret)
    : QWidget(parent)
    , m_secret(secret)
    , m_field(new QLineEdit(this))
    , m_save(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_words(Labels::quiet({}, this))
{
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData
                                 | Qt::ImhNoPredictiveText);
    m_save->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_field, 1);
    row->addWidget(m_save);
    row->addWidget(m_remove);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_words);
    setFocusProxy(m_field);
    wire();
    retranslate();
}

void KeyField::setPlace(Place place, const QString &provider)
{
    m_place = place;
    m_provider = provider;
    retranslate();
}

void KeyField::setButtonsShown(bool shown)
{
    m_buttonsShown = shown;
    retranslate();
}

QByteArray KeyField::typed() const
{
    return m_field->text().trimmed().toUtf8();
}

QByteArray KeyField::take()
{
    const QByteArray key = typed();
    m_field->clear();
    return key;
}

void KeyField::setProblem(const QString &sentence)
{
    m_words->setText(sentence);
}

void KeyField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void KeyField::wire()
{
    connect(m_field, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_save->setEnabled(!text.trimmed().isEmpty());
        m_words->setText(placeText());
    });
    const auto save = [this] {
        if (const QByteArray key = take(); !key.isEmpty())
            emit entered(key);
        m_save->setEnabled(false);
    };
    connect(m_save, &QPushButton::clicked, this, save);
    connect(m_field, &QLineEdit::returnPressed, this, [this, save] {
        if (m_buttonsShown)
            save();
    });
    connect(m_remove, &QPushButton::clicked, this, &KeyField::removeAsked);
}

QString KeyField::placeText() const
{
    return m_secret == Secret::Key ? keyPlaceText(m_place, m_provider)
                                   : passwordPlaceText(m_place, m_provider);
}

void KeyField::retranslate()
{
    const bool has = m_place == Place::Keychain || m_place == Place::ThisRun;
    const bool isKey = m_secret == Secret::Key;
    if (m_place == Place::None)
        m_field->setPlaceholderText(isKey ? tr("Paste the key here")
                                          : tr("Type the password here"));
    else
        m_field->setPlaceholderText(isKey ? tr("Paste another key to replace it")
                                          : tr("Type another password to replace it"));
    m_field->setAccessibleName(isKey ? tr("Key") : tr("Password"));
    m_save->setText(isKey ? tr("Save key") : tr("Save password"));
    m_save->setVisible(m_buttonsShown);
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(isKey ? tr("Remove the key") : tr("Remove the password"));
    m_remove->setVisible(m_buttonsShown && has);
    m_words->setText(placeText());
}

QString keyPlaceText(Place place, const QString &provider)
{
    switch (place) {
    case Place::None:
        return QCoreApplication::translate("KeyField", "No key yet.");
    case Place::Environment:
        return QCoreApplication::translate("KeyField", "The key comes from the environment (%1).")
            .arg(Core::keyVariable(provider));
    case Place::Keychain:
        return QCoreApplication::translate("KeyField", "The key is in this system's keychain.");
    case Place::ThisRun:
        return QCoreApplication::translate(
            "KeyField", "There is no keychain here: the key is kept until the program ends.");
    }
    Q_UNREACHABLE();
}
