#pragma once

#include <QColor>
#include <QList>
#include <QString>
#include <QWidget>

struct StackData;

/// The names of a chart's series, each with its colour and shape; wraps where it is narrow.
class ChartLegend final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChartLegend)

public:
    explicit ChartLegend(QWidget *parent = nullptr);

    void setEntries(const StackData &chart);
};
