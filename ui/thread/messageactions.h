#pragma once

#include "ui/thread/threadrow.h"

#include <QStringList>
#include <QWidget>

class QAction;
class QMenu;
class QToolButton;

/// What can be done with one message: a small bar that stands at the message the pointer or
/// the keyboard is at, and the same as a menu. Which actions there are depends on the message.
class MessageActions final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MessageActions)

public:
    explicit MessageActions(QWidget *parent = nullptr);

    void setRow(const ThreadRow &row);
    /// What "Regenerate with" offers, by the names that are sent.
    void setChoices(const QStringList &models, const QStringList &strategies);
    void fill(QMenu &menu) const;
    /// Does what the key stands for. False for other keys and what cannot be done.
    bool press(int key);

signals:
    void copyRequested();
    void inspectRequested();
    void editRequested();
    /// Empty: as the conversation has it.
    void regenerateRequested(const QString &model, const QString &strategy);
    void pinRequested(bool pinned);
    void excludeRequested(bool excluded);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void wire();
    QToolButton *addButton(QAction *action);
    void updateWords();
    void rebuildChoices();

    ThreadRow m_row;
    QAction *m_copy = nullptr;
    QAction *m_inspect = nullptr;
    QAction *m_edit = nullptr;
    QAction *m_regenerate = nullptr;
    QAction *m_pin = nullptr;
    QAction *m_exclude = nullptr;
    QMenu *m_with = nullptr;
    QToolButton *m_withButton = nullptr;
    QStringList m_models;
    QStringList m_strategies;
};
