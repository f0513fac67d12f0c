#pragma once

#include <QPlainTextEdit>

/// The field a message is typed in. It is as high as its text, up to ten lines, and turns
/// keys into requests.
class ComposerEdit final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComposerEdit)

public:
    enum class SendKey { Enter, ControlEnter };

    explicit ComposerEdit(QWidget *parent = nullptr);

    void setSendKey(SendKey key) { m_sendKey = key; }
    SendKey sendKey() const { return m_sendKey; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    static constexpr int mostLines = 10;

signals:
    void sendPressed();
    void escapePressed();
    void upPressedWhileEmpty();
    void tabPressed(int step); ///< 1: on, -1: back

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    bool isSend(const QKeyEvent &event) const;
    int shownLines() const;
    void takeHeight();

    SendKey m_sendKey = SendKey::Enter;
};
