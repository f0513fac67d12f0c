#pragma once

#include "ui/base/card.h"
#include "ui/base/tonelabel.h"

/// One figure with its name above and what there is to say about it below.
class CostTile final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostTile)

public:
    explicit CostTile(QWidget *parent = nullptr);

    /// `exact` is the tool tip of the value.
    void setFigure(const QString &name, const QString &value, const QString &exact = {});
    void setNote(const QString &note, ToneLabel::Tone tone = ToneLabel::Tone::Quiet);

    QSize sizeHint() const override;

private:
    QLabel *m_name;
    QLabel *m_value;
    ToneLabel *m_note;
};
