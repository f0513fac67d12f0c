#pragma once

#include "ui/lab/labcard.h"
#include "ui/lab/labfilter.h"

#include <QTableView>

class CardHeader;
class LabMatrixModel;
class MessageHeader;

/// What becomes of each message under each card, as a table that scrolls as one: messages at
/// the left, cards on top.
class LabMatrix final : public QTableView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabMatrix)

public:
    /// `model` outlives the matrix.
    explicit LabMatrix(LabMatrixModel &model, QWidget *parent = nullptr);

    CardHeader &cards() { return *m_cards; }
    void showRows(LabFilter::Rows rows);
    /// What stands at the left of the cards; the matrix becomes its parent.
    void setCorner(QWidget *corner);
    /// Whether messages can be marked as evidence: by a click on the mark, with E or in the menu.
    void setMarking(bool marking);

signals:
    void messageActivated(const QString &messageId);
    void evidenceToggled(const QString &messageId);

protected:
    void updateGeometries() override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void wire();
    void activate(const QModelIndex &index);
    void toggle(int row);
    void showMenu(int row, const QPoint &globalPosition);

    LabFilter *m_filter;
    CardHeader *m_cards;
    MessageHeader *m_rows;
    QWidget *m_corner = nullptr;
    bool m_marking = false;
    LabFilter::Rows m_shown = LabFilter::Rows::All;
};
