#pragma once

#include "core/context/plansums.h"

#include <QWidget>

#include <array>

class QLabel;

/// What the shapes and colours of verdicts mean: all of them, or, with the sums of a plan,
/// those that occur with their counts: "Kept 14 · Summarised 31 · Left out 55".
class VerdictLegend final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictLegend)

public:
    explicit VerdictLegend(QWidget *parent = nullptr);

    void setSums(const Core::PlanSums &sums);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Entry
    {
        QWidget *holder = nullptr;
        QLabel *text = nullptr;
    };

    Entry buildEntry(Core::Verdict verdict);
    void retranslate();

    std::array<Entry, Core::PlanSums::verdicts> m_entries; ///< by verdict
    std::optional<Core::PlanSums> m_sums;
};
