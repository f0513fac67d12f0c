#pragma once

#include <QLayout>
#include <QList>

#include <memory>
#include <vector>

/// Places widgets side by side in columns of equal width, as many as fit the widest, and in
/// lines that are as evenly full as can be. Nothing is cut off in a narrow window or a long
/// language.
class TileLayout final : public QLayout
{
    Q_OBJECT

public:
    explicit TileLayout(int spacing, QWidget *parent = nullptr);
    ~TileLayout() override;

    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSize() const override;
    QSize sizeHint() const override;
    void setGeometry(const QRect &rect) override;

private:
    QList<QRect> places(const QRect &rect) const;
    QList<QLayoutItem *> shown() const;
    int columnWidth(const QList<QLayoutItem *> &items, int width) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};
