#pragma once

#include "ui/composer/linkedfields.h"

#include <QPlainTextEdit>

/// The field a message is typed in. It is as high as its text, up to ten lines, turns keys
/// into requests, and stays quick whatever is pasted into it.
class ComposerEdit final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComposerEdit)

public:
    enum class SendKey { Enter, ControlEnter };

    explicit ComposerEdit(QWidget *parent = nullptr);

    /// What was typed, without the breaks that are there for the editor only. Use these and not
    /// those of QPlainTextEdit.
    QString text() const;
    void setText(const QString &text);
    /// Replaces all; can be undone, unlike setText().
    void replaceText(const QString &text);
    /// Selects the next (1) or previous (-1) {{field}}. False if there is none. What is typed into
    /// it is written wherever the text has it.
    bool selectField(int step);

    void setSendKey(SendKey key) { m_sendKey = key; }
    SendKey sendKey() const { return m_sendKey; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static constexpr int mostLines = 10;

signals:
    void sendPressed();
    void escapePressed();
    void upPressedWhileEmpty();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    QMimeData *createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData *source) override;

private:
    bool isSend(const QKeyEvent &event) const;
    void fillNamesakes();
    int shownLines() const;
    void takeHeight();

    LinkedFields m_linked; ///< while one of them is filled in
    SendKey m_sendKey = SendKey::Enter;
};
