#pragma once

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

/// A page that scrolls, with a heading and one column that does not grow wider than text is
/// read easily.
class ColumnPage : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ColumnPage)

public:
    /// Where the column stands: at the left it lines up with what is above the page.
    enum class Place { Middle, Left };

    explicit ColumnPage(QWidget *parent = nullptr, Place place = Place::Middle);

    void setTexts(const QString &heading, const QString &introduction);

protected:
    QVBoxLayout *column() const { return m_column; }
    QWidget *content() const { return widget(); }

private:
    QLabel *m_heading;
    QLabel *m_introduction;
    QVBoxLayout *m_column;
};
