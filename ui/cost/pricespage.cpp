#include "ui/cost/pricespage.h"

#include "core/cost/pricejson.h"
#include "ui/base/errortext.h"
#include "ui/base/icons.h"
#include "ui/base/rowtable.h"
#include "ui/base/tonelabel.h"
#include "ui/base/undobar.h"
#include "ui/cost/priceform.h"
#include "ui/cost/repricecard.h"
#include "ui/cost/section.h"

#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 mostBytes = 16 << 20; // a price list is far smaller

Core::Error fileError(const QFileDevice &file)
{
    return {.kind = Core::Error::Kind::FileAccess,
            .detail = file.errorString(),
            .where = file.fileName()};
}

} // namespace

PricesPage::PricesPage(QWidget *parent)
    : QScrollArea(parent)
{
    build();
    wire();
    retranslate();
    m_formCard->hide();
    m_message->hide();
    m_undo->hide();
    m_repricing->hide();
}

void PricesPage::build()
{
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 16, 24, 24);
    column->setSpacing(12);
    m_title = Labels::heading({}, content);
    m_introduction = Labels::quiet({}, content);
    m_search = new QLineEdit(content);
    m_search->setClearButtonEnabled(true);
    m_add = new QPushButton(Icons::icon(Icons::Name::Add), {}, content);
    m_import = new QPushButton(Icons::icon(Icons::Name::Import), {}, content);
    m_export = new QPushButton(Icons::icon(Icons::Name::Export), {}, content);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(m_search, 1);
    m_reprice = new QPushButton(content);
    m_reprice->setCheckable(true);
    for (QPushButton *button : {m_add, m_import, m_export, m_reprice})
        bar->addWidget(button);

    Section form(content, {});
    form.title->hide();
    m_formCard = form.card;
    m_form = new PriceForm(form.card);
    m_remove = new QPushButton(form.card);
    form.column->addWidget(m_form);
    form.column->addWidget(m_remove, 0, Qt::AlignLeft);
    m_message = new ToneLabel(content);
    m_message->setWordWrap(true);
    m_undo = new UndoBar(content);
    m_repricing = new RepriceCard(content);
    Section table(content, {});
    table.title->hide();
    m_table = new RowTable(table.card);
    m_table->setModel(&m_model);
    m_table->setElidedColumn(PriceTableModel::Source);
    m_table->setMostRows(RowTable::allRows); // the page scrolls, not the table in it
    m_hint = Labels::quiet({}, table.card);
    table.column->addWidget(m_table);
    table.column->addWidget(m_hint);

    column->addWidget(m_title);
    column->addWidget(m_introduction);
    column->addLayout(bar);
    column->addWidget(m_formCard);
    column->addWidget(m_message);
    column->addWidget(m_undo);
    column->addWidget(m_repricing);
    column->addWidget(table.card);
    column->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

void PricesPage::wire()
{
    connect(m_search, &QLineEdit::textChanged, this, &PricesPage::showRows);
    connect(m_add, &QPushButton::clicked, this, [this] { edit({.source = tr("own agreement")}); });
    connect(m_import, &QPushButton::clicked, this, [this] { askFile(true); });
    connect(m_export, &QPushButton::clicked, this, [this] { askFile(false); });
    connect(m_table, &RowTable::rowChosen, this,
            [this](const QModelIndex &index) { edit(m_model.row(index.row())); });
    connect(m_form, &PriceForm::saved, this, &PricesPage::save);
    connect(m_form, &PriceForm::dismissed, this, &PricesPage::closeForm);
    connect(m_remove, &QPushButton::clicked, this, &PricesPage::removeChosen);
    connect(m_reprice, &QPushButton::toggled, m_repricing, &QWidget::setVisible);
}

void PricesPage::showRepricing(bool shown)
{
    m_reprice->setChecked(shown);
}

void PricesPage::setPrices(const Core::PriceList &prices)
{
    m_prices = prices;
    showRows();
}

void PricesPage::showRows()
{
    const QList<Core::PriceRow> &rows = m_prices.rows();
    m_model.setRows(rows, m_search->text().trimmed());
    // Hardly any provider has a price of its own for reasoning; the room is needed.
    const bool hasReasoning = std::any_of(rows.begin(), rows.end(), [](const Core::PriceRow &row) {
        return row.rates.reasoning.has_value();
    });
    m_table->setColumnHidden(PriceTableModel::Reasoning, !hasReasoning);
    m_table->fitColumns();
}

QList<Core::PriceRow> PricesPage::own() const
{
    QList<Core::PriceRow> own;
    for (const Core::PriceRow &row : m_prices.rows()) {
        if (row.isOwn)
            own.append(row);
    }
    return own;
}

void PricesPage::edit(const Core::PriceRow &row)
{
    m_message->hide();
    m_form->setRow(row);
    m_remove->setVisible(row.isOwn);
    m_formCard->show();
    ensureWidgetVisible(m_formCard);
    m_form->setFocus();
}

void PricesPage::closeForm()
{
    m_add->setFocus(); // before its buttons go, or the focus goes anywhere
    m_formCard->hide();
}

void PricesPage::save(const Core::PriceRow &row)
{
    const QList<Core::PriceRow> changed = Core::withPrice(own(), row);
    if (const Core::Result<void> checked = Core::checkPrices(changed); !checked)
        return m_form->showError(checked.error());
    closeForm();
    emit ownPricesChanged(changed);
    say(tr("Saved. It holds for calls from now on; what was charged stays as it was."));
}

void PricesPage::removeChosen()
{
    const auto chosen = m_form->row();
    if (!chosen)
        return m_form->showError(chosen.error());
    const QList<Core::PriceRow> before = own();
    QList<Core::PriceRow> changed = before;
    changed.removeIf([&](const Core::PriceRow &row) { return row.id == chosen->id; });
    closeForm();
    m_undo->offer(tr("The price was removed."), [this, before] { emit ownPricesChanged(before); });
    emit ownPricesChanged(changed);
}

void PricesPage::askFile(bool toImport)
{
    auto *dialog = new QFileDialog(this, toImport ? tr("Import prices") : tr("Export prices"), {},
                                   tr("Price list (*.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(toImport ? QFileDialog::AcceptOpen : QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    if (!toImport)
        dialog->selectFile(u"prices.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this, toImport](const QString &path) {
        const Core::Result<void> done = toImport ? importFile(path) : exportFile(path);
        if (!done)
            showError(done.error());
        else if (!toImport)
            say(tr("%Ln prices exported.", nullptr, int(m_prices.rows().size())));
    });
    dialog->open();
}

Core::Result<void> PricesPage::importFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(file);
    if (file.size() > mostBytes)
        return Core::Error{
            .kind = Core::Error::Kind::BadInput, .detail = u"more than 16 MiB"_s, .where = path};
    const auto rows = Core::ownPricesFromJson(file.readAll());
    if (!rows)
        return rows.error();
    QList<Core::PriceRow> changed = own();
    int taken = 0;
    for (const Core::PriceRow &row : *rows) {
        if (m_prices.rows().contains(row)) // the program has it as it is
            continue;
        changed = Core::withPrice(changed, row);
        ++taken;
    }
    if (const Core::Result<void> checked = Core::checkPrices(changed); !checked)
        return checked;
    emit ownPricesChanged(changed);
    say(tr("%Ln prices imported.", nullptr, taken));
    return {};
}

Core::Result<void> PricesPage::exportFile(const QString &path) const
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(Core::ownPricesToJson(m_prices.rows())) < 0
        || !file.commit())
        return fileError(file);
    return {};
}

void PricesPage::showError(const Core::Error &error)
{
    m_message->setTone(ToneLabel::Tone::Bad);
    m_message->setText(errorText(error));
    m_message->show();
}

void PricesPage::say(const QString &what)
{
    m_message->setTone(ToneLabel::Tone::Good);
    m_message->setText(what);
    m_message->show();
}

void PricesPage::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PricesPage::retranslate()
{
    setAccessibleName(tr("Prices"));
    m_title->setText(tr("Prices"));
    m_introduction->setText(tr("US dollars for a million tokens. Your own rows are bold and win "
                               "over those of the program. Every charge keeps the price that it "
                               "was made with."));
    m_search->setPlaceholderText(tr("Look for a provider or a model"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_add->setText(tr("Add a price"));
    m_import->setText(tr("Import"));
    m_export->setText(tr("Export"));
    m_reprice->setText(tr("Price the past anew"));
    m_remove->setText(tr("Remove this price"));
    m_table->setAccessibleName(tr("Price list"));
    m_hint->setText(tr("Click a row to change it."));
    showRows();
}
