#pragma once

#include "ui/cost/costtablemodel.h"

#include <QTableView>

/// A table of a report of costs. Takes the height of its rows, so that the page scrolls and not
/// the table in it.
class CostTable final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostTable)

public:
    enum class Size { Full, Compact }; ///< compact: what fits into a third of the page

    explicit CostTable(Size size, QWidget *parent = nullptr);

    void setReport(const Core::CostReport &report, int top = 0,
                   const QHash<QString, QString> &names = {});

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// A row was clicked, or Enter was pressed; not the total and not Other.
    void rowActivated(Core::CostBy by, const QString &key);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void activate(const QModelIndex &index);
    void fitColumns();

    Size m_size;
    CostTableModel *m_model;
};
