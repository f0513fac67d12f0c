#pragma once

#include <QTableView>

/// A table that takes the height of its rows, so that the page scrolls and not the table in it.
class RowTable : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowTable)

public:
    static constexpr int allRows = 100'000; ///< more would be higher than a widget can be

    explicit RowTable(QWidget *parent = nullptr);

    /// The first column takes what the others leave, but never less than it needs: then the
    /// table scrolls.
    void fitColumns();
    /// Instead of the first one this column does, and where that is little it is cut with dots:
    /// its cells should have tool tips.
    void setElidedColumn(int column);
    /// How many rows are shown before the table scrolls in itself.
    void setMostRows(int rows);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A row was clicked, or Enter was pressed.
    void rowChosen(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    virtual bool mayStretch(int neededWidth) const;

private:
    int neededBy(int column) const;

    int m_elided = -1;
    int m_mostRows = 24;
};
