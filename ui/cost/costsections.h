#pragma once

#include <QWidget>

#include <array>

class QStackedWidget;
class QTabBar;

/// All about money in one place: what was spent, what it would have cost otherwise, how much
/// may be spent, and the prices. Knows none of the pages; they come from outside.
class CostSections final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostSections)

public:
    enum class Section { Overview, WhatIf, Limits, Prices };

    explicit CostSections(QWidget *parent = nullptr);

    /// The sections become the page's parent.
    void setPage(Section section, QWidget *page);
    void show(Section section);
    Section section() const;

signals:
    void sectionShown(CostSections::Section section);

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr int count = int(Section::Prices) + 1;

    void retranslate();

    QTabBar *m_tabs;
    QStackedWidget *m_pages;
};
