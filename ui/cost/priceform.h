#pragma once

#include "core/cost/pricelist.h"

#include <QWidget>

#include <array>

class QLabel;
class QLineEdit;
class QPushButton;
class ToneLabel;

/// Where one row of the price list is made or changed.
class PriceForm final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PriceForm)

public:
    explicit PriceForm(QWidget *parent = nullptr);

    /// A row of the program becomes one of the user's own when it is saved.
    void setRow(const Core::PriceRow &row);
    Core::Result<Core::PriceRow> row() const;
    void showError(const Core::Error &error);

signals:
    void saved(const Core::PriceRow &row);
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Field {
        Provider,
        Model,
        Input,
        CachedRead,
        CacheWrite,
        Output,
        Reasoning,
        From,
        To,
        Tier,
        PromptAbove,
        Hours,
        Source,
        FieldCount
    };

    void retranslate();
    void save();

    Core::PriceRow m_row;
    QLabel *m_title;
    std::array<QLabel *, FieldCount> m_names{};
    std::array<QLineEdit *, FieldCount> m_fields{};
    ToneLabel *m_problem;
    QPushButton *m_save;
    QPushButton *m_dismiss;
};
