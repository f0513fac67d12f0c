#pragma once

#include <QLayout>

/// Puts its items side by side and begins a new line where they do not fit, so that nothing is
/// cut off in a narrow panel or a long language.
class FlowLayout final : public QLayout
{
public:
    explicit FlowLayout(int spacing, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override { return minimumSize(); }
    void setGeometry(const QRect &rect) override;

private:
    enum class Apply { No, Yes };
    int arrange(const QRect &rect, Apply apply) const;

    QList<QLayoutItem *> m_items;
};
