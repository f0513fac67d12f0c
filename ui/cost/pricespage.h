#pragma once

#include "core/base/error.h"
#include "ui/cost/pricetablemodel.h"

#include <QScrollArea>

class NoticeBar;
class PriceForm;
class QLabel;
class QLineEdit;
class QPushButton;
class RepriceCard;
class RowTable;
class ToneLabel;
class UndoBar;

/// The price list: to be looked at, searched, added to, changed, imported and exported. A new
/// price holds for calls that are made from then on; what was charged stays. Knows no store.
class PricesPage final : public QScrollArea
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PricesPage)

public:
    explicit PricesPage(QWidget *parent = nullptr);

    /// All rows that hold: those of the program with the user's own.
    void setPrices(const Core::PriceList &prices);
    RepriceCard &repricing() { return *m_repricing; }
    void showRepricing(bool shown);
    void showError(const Core::Error &error);
    void say(const QString &what);

    Core::Result<void> importFile(const QString &path);
    Core::Result<void> exportFile(const QString &path) const;

signals:
    void ownPricesChanged(const QList<Core::PriceRow> &own);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void wire();
    void retranslate();
    void showRows();
    void edit(const Core::PriceRow &row);
    void closeForm();
    void save(const Core::PriceRow &row);
    void removeChosen();
    void askFile(bool toImport);
    QList<Core::PriceRow> own() const;

    Core::PriceList m_prices;
    PriceTableModel m_model;
    QLabel *m_title;
    QLabel *m_introduction;
    QLineEdit *m_search;
    QPushButton *m_add;
    QPushButton *m_import;
    QPushButton *m_export;
    QPushButton *m_reprice;
    QWidget *m_formCard;
    PriceForm *m_form;
    QPushButton *m_remove;
    ToneLabel *m_message;
    UndoBar *m_undo;
    RowTable *m_table;
    QLabel *m_hint;
    RepriceCard *m_repricing;
};
