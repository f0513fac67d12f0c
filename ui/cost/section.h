#pragma once

#include "ui/base/card.h"
#include "ui/base/labels.h"

#include <QLabel>
#include <QVBoxLayout>

/// A card with a title on top, and a column for what belongs under it.
struct Section
{
    Section(QWidget *parent, const QString &words)
        : card(new Card(parent))
        , title(Labels::title(words, card))
        , column(new QVBoxLayout(card))
    {
        column->setContentsMargins(12, 12, 12, 12);
        column->setSpacing(8);
        column->addWidget(title);
    }

    Card *card;
    QLabel *title;
    QVBoxLayout *column;
};
