#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

/// The line to search within a conversation: what to find, how often it was found, and the way
/// from one place to the next.
class FindBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)

public:
    explicit FindBar(QWidget *parent = nullptr);

    QString text() const;
    void open(); ///< shows itself and takes the focus
    /// `current` counts from zero; -1: none. `more`: the search is not done.
    void setResult(int current, int count, bool more);

signals:
    void textChanged(const QString &text);
    void stepRequested(int step); ///< 1: next, -1: previous
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void retranslate();
    void wire();
    void close();

    QLineEdit *m_text = nullptr;
    QLabel *m_result = nullptr;
    QToolButton *m_previous = nullptr;
    QToolButton *m_next = nullptr;
    QToolButton *m_close = nullptr;
};
