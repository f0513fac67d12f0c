#pragma once

#include <QWidget>

class QLabel;

/// One setting: its name, what it does, and its control, which carries the name for screen
/// readers.
class SettingRow final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingRow)

public:
    /// Beside: the control stands at the right. Below: it takes the whole width.
    enum class Place { Beside, Below };

    explicit SettingRow(QWidget *control, Place place = Place::Beside, QWidget *parent = nullptr);

    void setTexts(const QString &name, const QString &explanation);

protected:
    /// The wheel scrolls the page and changes no value under the pointer.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_control;
    QLabel *m_name;
    QLabel *m_explanation;
};
