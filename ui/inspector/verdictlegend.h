#pragma once

#include "core/context/plansums.h"

#include <QWidget>

#include <array>

class QLabel;

/// "kept 14 · summarised 31 · left out 55", each with its shape: sums and legend in one. Only
/// verdicts that occur are shown.
class VerdictLegend final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictLegend)

public:
    explicit VerdictLegend(QWidget *parent = nullptr);

    void setSums(const Core::PlanSums &sums);

private:
    struct Entry
    {
        QWidget *holder = nullptr;
        QLabel *text = nullptr;
    };

    Entry buildEntry(Core::Verdict verdict);

    std::array<Entry, Core::PlanSums::verdicts> m_entries;
};
