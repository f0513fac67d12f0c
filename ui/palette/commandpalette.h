#pragma once

#include "ui/palette/palettemodel.h"

#include <QPointer>
#include <QWidget>

class Card;
class QLabel;
class QLineEdit;
class QListView;

/// Everything the program can do and every conversation, found by typing. Lies over the window
/// it is a child of while it is open.
class CommandPalette final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    explicit CommandPalette(QWidget *window);

    /// Shows it with these commands; the focus goes back where it was when it closes.
    void open(const QList<QAction *> &commands);
    /// Conversations that fit what is typed, as the answer to patternChanged().
    void setConversations(const QList<Core::Conversation> &conversations);
    QString pattern() const { return m_model.pattern(); }

signals:
    void patternChanged(const QString &pattern);
    void conversationChosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void wire();
    void retranslate();
    void place();
    void close();
    void select(int row);
    void run(const QModelIndex &index);
    bool handleKey(int key);

    PaletteModel m_model;
    Card *m_card = nullptr;
    QLineEdit *m_field = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_nothing = nullptr;
    QPointer<QWidget> m_focusBefore;
};
