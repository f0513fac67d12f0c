#pragma once

#include "core/store/storeprobe.h"
#include "ui/base/tonelabel.h"

#include <QDateTime>
#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;
class SettingCard;
class SettingRow;

/// The daily copies of one's own store: whether, how many, where, and the way back to one of
/// them, which says before it is taken what it replaces.
class CopiesCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CopiesCard)

public:
    using Words = std::function<QString()>; ///< asked again when the language changes

    explicit CopiesCard(QWidget *parent = nullptr);

    int kept() const; ///< 0: none are made
    void setKept(int kept);
    QString folder() const { return m_chosen; } ///< that was chosen; empty: beside the store
    void setFolder(const QString &chosen) { m_chosen = chosen; }
    /// Where they are and which there are, newest first. Without a folder the store is on a
    /// server, or none is open.
    void setCopies(const QString &folder, const QStringList &paths);
    void setMaking(bool isMaking);
    /// What is found in the copy that one wants to go back to; shown before it is done.
    void ask(const QString &copy, const Words &words);
    void say(ToneLabel::Tone tone, const Words &words);

signals:
    void settingsChanged();
    void folderOpenAsked();
    void copyAsked();
    void lookAsked(const QString &copy); ///< what is in it
    void restoreAsked(const QString &copy); ///< now

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *makeFolderButtons();
    QWidget *makeRestore();
    void wire();
    void chooseFolder();
    void fill();
    void retranslate();

    QString m_chosen;
    QString m_place;
    QStringList m_paths;
    QString m_asked; ///< the copy whose return is being considered
    Words m_question;
    Words m_words;
    bool m_isMaking = false;
    SettingCard *m_card;
    QCheckBox *m_daily;
    QSpinBox *m_kept;
    QPushButton *m_choose = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_now;
    QComboBox *m_list = nullptr;
    QPushButton *m_restore = nullptr;
    QPushButton *m_confirm = nullptr;
    QPushButton *m_cancel = nullptr;
    ToneLabel *m_said = nullptr;
    SettingRow *m_dailyRow = nullptr;
    SettingRow *m_keptRow = nullptr;
    SettingRow *m_folderRow = nullptr;
    SettingRow *m_lastRow = nullptr;
    SettingRow *m_restoreRow = nullptr;
};
