#pragma once

#include "ui/base/card.h"

class QLabel;
class QVBoxLayout;

/// A group of settings under a heading, with lines between them.
class SettingCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingCard)

public:
    explicit SettingCard(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void add(QWidget *row);
    void setShown(QWidget *row, bool isShown); ///< with the line above it
    void clear();

private:
    QLabel *m_title;
    Card *m_card;
    QVBoxLayout *m_rows;
};
