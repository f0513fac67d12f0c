#pragma once

#include "core/settings/keyvault.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

/// Where a provider's key, or a password, is entered. It goes in and never comes out again: the
/// field says where it is kept, not what it is.
class KeyField final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyField)

public:
    enum class Secret { Key, Password };

    explicit KeyField(QWidget *parent = nullptr, Secret secret = Secret::Key);

    void setPlace(Core::KeyVault::Place place, const QString &provider);
    /// In a form that is saved as a whole: no buttons of its own.
    void setButtonsShown(bool shown);
    QByteArray typed() const;
    /// What was typed; clears the field.
    QByteArray take();
    void setProblem(const QString &sentence); ///< until the next key is typed

signals:
    void entered(const QByteArray &key);
    void removeAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void wire();
    QString placeText() const;
    void retranslate();

    const Secret m_secret;
    Core::KeyVault::Place m_place = Core::KeyVault::Place::None;
    QString m_provider;
    bool m_buttonsShown = true;
    QLineEdit *m_field;
    QPushButton *m_save;
    QPushButton *m_remove;
    QLabel *m_words;
};

/// "The key is in this system's keychain." and so on.
QString keyPlaceText(Core::KeyVault::Place place, const QString &provider);
