#pragma once

#include "core/settings/keyvault.h"

#include <QWidget>

#include <functional>

class KeyField;
class QLineEdit;
class QPushButton;
class SettingCard;
class SettingRow;

/// The address and the password of the cache of contexts that a team shares, and whether it
/// answers.
class CacheCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CacheCard)

public:
    using Words = std::function<QString()>; ///< asked again when the language changes

    explicit CacheCard(QWidget *parent = nullptr);

    bool isFixed() const { return m_isFixed; }
    QString address() const; ///< as typed; a password in it is left out
    void setAddress(const QString &address);
    /// Where it comes from SKEIN_REDIS, it is shown and not to be changed.
    void setFixed(const QString &address);
    void setPlace(Core::KeyVault::Place place, const QString &name);
    void setPasswordProblem(const QString &sentence);
    void say(const Words &words); ///< whether it answers

signals:
    void addressChanged();
    void passwordEntered(const QByteArray &password);
    void passwordRemoveAsked();
    void testAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void takeAddress();
    void retranslate();

    Words m_words;
    bool m_isFixed = false;
    SettingCard *m_card;
    QLineEdit *m_address;
    KeyField *m_password;
    QPushButton *m_test;
    SettingRow *m_addressRow;
    SettingRow *m_passwordRow;
    SettingRow *m_stateRow;
};
