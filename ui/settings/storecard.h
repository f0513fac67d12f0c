#pragma once

#include "ui/base/tonelabel.h"

#include <QWidget>

#include <functional>

class QLineEdit;
class QProgressBar;
class QPushButton;
class SettingCard;
class SettingRow;

/// Where the conversations are, who one is there, and the way to another place. Opens and moves
/// nothing itself.
class StoreCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoreCard)

public:
    /// The store that is open, or is not.
    struct Shown
    {
        QString location; ///< empty: none is open
        bool isServer = false;
        QString user; ///< on a server
        QString role;
        QString problem;
        bool isNamed = false; ///< by whoever started the program, which comes before settings
    };
    using Words = std::function<QString()>; ///< asked again when the language changes

    explicit StoreCard(QWidget *parent = nullptr);

    void setStore(const Shown &store);
    void setTarget(const QString &location); ///< the other place
    /// Something is being done at the other place; it can be stopped where it takes long.
    void setBusy(bool isBusy, bool canStop = false);
    void setProgress(qint64 done, qint64 total);
    void say(ToneLabel::Tone tone, const Words &words);
    /// There is a store at the other place that can be used from now on.
    void setUsable(bool isUsable);

signals:
    void folderOpenAsked();
    void testAsked(const QString &location, const QByteArray &password);
    void moveAsked(const QString &location, const QByteArray &password);
    void useAsked(const QString &location, const QByteArray &password);
    void stopAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *makeTarget();
    void wire();
    void retranslate();
    void showButtons();
    QString target() const;
    QByteArray password() const;

    Shown m_shown;
    Words m_words;
    bool m_isBusy = false;
    bool m_canStop = false;
    bool m_isUsable = false;
    SettingCard *m_card;
    QPushButton *m_open;
    SettingRow *m_place;
    SettingRow *m_other = nullptr;
    QLineEdit *m_target = nullptr;
    QLineEdit *m_password = nullptr;
    QPushButton *m_test = nullptr;
    QPushButton *m_move = nullptr;
    QPushButton *m_use = nullptr;
    QPushButton *m_stop = nullptr;
    QProgressBar *m_progress = nullptr;
    ToneLabel *m_said = nullptr;
};
