#pragma once

#include "ui/lab/labcard.h"

#include <QHeaderView>

class LabMatrixModel;

/// The cards on top of a matrix, each over its column.
class CardHeader final : public QHeaderView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardHeader)

public:
    /// `model` outlives the header.
    explicit CardHeader(const LabMatrixModel &model, QWidget *parent = nullptr);

    void setModels(const QList<LabModel> &models);
    void setCallsPerDay(int calls);
    void setCompact(bool compact);

    QSize sizeHint() const override;

signals:
    void cardChanged(const Core::TrialCard &card);
    void removeRequested(const QString &cardId);
    void duplicateRequested(const QString &cardId);
    void moveRequested(const QString &cardId, int places);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void showColumns();
    void showColumn(int place);
    void place();
    void addCard();

    const LabMatrixModel &m_columns;
    QList<LabCard *> m_cards; ///< children of the viewport
    QList<LabModel> m_models;
    int m_callsPerDay = 0;
    bool m_compact = false;
};
