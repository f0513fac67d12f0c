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

KeyField::KeyField(QWidget *parent)
    : QWidget(parent)
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
        m_words->setText(keyPlaceText(m_place, m_provider));
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

void KeyField::retranslate()
{
    const bool has = m_place == Place::Keychain || m_place == Place::ThisRun;
    m_field->setPlaceholderText(m_place == Place::None ? tr("Paste the key here")
                                                       : tr("Paste another key to replace it"));
    m_field->setAccessibleName(tr("Key"));
    m_save->setText(tr("Save key"));
    m_save->setVisible(m_buttonsShown);
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the key"));
    m_remove->setVisible(m_buttonsShown && has);
    m_words->setText(keyPlaceText(m_place, m_provider));
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
