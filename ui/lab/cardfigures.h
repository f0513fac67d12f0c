#pragma once

#include "ui/lab/labcolumn.h"

#include <QWidget>

#include <array>

class QLabel;
class ToneLabel;

/// What a card comes to: tokens, messages, costs, and, where there are probes, its recall.
class CardFigures final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CardFigures)

public:
    explicit CardFigures(QWidget *parent = nullptr);

    /// `callsPerDay` is the traffic that the month is projected from.
    void setColumn(const LabColumn &column, int callsPerDay);
    /// Only what is looked at while one marks messages: tokens, cost of a call and recall.
    void setCompact(bool compact);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Figure { Sent, Messages, PerCall, Cached, PerMonth, Recall, AllNeeded, FigureCount };

    void build();
    void retranslate();
    void showFigures();
    void showRows();
    void showCosts();
    void showRecall();
    void set(Figure figure, const QString &text, const QString &explanation);

    LabColumn m_column;
    int m_callsPerDay = 0;
    bool m_compact = false;
    std::array<QLabel *, FigureCount> m_names;
    std::array<QLabel *, FigureCount> m_figures;
    ToneLabel *m_standing;
};
