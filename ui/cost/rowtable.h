#pragma once

#include <QTableView>

/// A table that takes the height of its rows, so that the page scrolls and not the table in it.
class RowTable : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RowTable)

public:
    explicit RowTable(QWidget *parent = nullptr);

    /// The first column takes what the others leave, but never less than it needs: then the
    /// table scrolls.
    void fitColumns();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A row was clicked, or Enter was pressed.
    void rowChosen(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

    virtual bool mayStretch(int neededWidth) const;
};
