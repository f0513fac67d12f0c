#include "ui/cost/priceform.h"

#include "core/cost/pricejson.h"
#include "ui/base/errortext.h"
#include "ui/base/labels.h"
#include "ui/base/tonelabel.h"

#include <QEvent>
#include <QGridLayout>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int acrossForm = 4;

/// The fields of the price list's own format, in the order of the form.
const QStringList jsonNames{
    u"provider"_s,     u"model"_s,     u"input"_s, u"cached_read"_s, u"cache_write"_s,
    u"output"_s,       u"reasoning"_s, u"from"_s,  u"to"_s,          u"service_tier"_s,
    u"prompt_above"_s, u"hours"_s,     u"source"_s};

} // namespace

PriceForm::PriceForm(QWidget *parent)
    : QWidget(parent)
    , m_title(Labels::title({}, this))
    , m_problem(new ToneLabel({}, ToneLabel::Tone::Bad, this))
    , m_save(new QPushButton(this))
    , m_dismiss(new QPushButton(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins({});
    grid->setSpacing(8);
    grid->addWidget(m_title, 0, 0, 1, acrossForm);
    for (int i = 0; i < FieldCount; ++i) {
        m_names[size_t(i)] = Labels::quiet({}, this);
        m_fields[size_t(i)] = new QLineEdit(this);
        m_names[size_t(i)]->setBuddy(m_fields[size_t(i)]);
        const int row = 1 + i / acrossForm * 2;
        grid->addWidget(m_names[size_t(i)], row, i % acrossForm);
        grid->addWidget(m_fields[size_t(i)], row + 1, i % acrossForm);
        connect(m_fields[size_t(i)], &QLineEdit::returnPressed, this, &PriceForm::save);
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    setFocusProxy(m_fields.front());
    buttons->addWidget(m_save);
    buttons->addWidget(m_dismiss);
    buttons->addWidget(m_problem, 1);
    grid->addLayout(buttons, 1 + (FieldCount + acrossForm - 1) / acrossForm * 2, 0, 1, acrossForm);
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &PriceForm::save);
    connect(m_dismiss, &QPushButton::clicked, this, &PriceForm::dismissed);
    retranslate();
}

void PriceForm::setRow(const Core::PriceRow &row)
{
    m_row = row;
    m_problem->clear();
    const QJsonObject json = Core::priceRowsToJson({row})[0].toObject();
    for (int i = 0; i < FieldCount; ++i) {
        const QJsonValue value = json[jsonNames[i]];
        m_fields[size_t(i)]->setText(value.isDouble() ? QString::number(value.toInteger())
                                                      : value.toString());
    }
    if (row.id.isEmpty()) {
        for (const Field field : {Input, Output})
            m_fields[size_t(field)]->clear();
    }
    retranslate();
}

Core::Result<Core::PriceRow> PriceForm::row() const
{
    QJsonObject json = Core::priceRowsToJson({m_row})[0].toObject();
    for (int i = 0; i < FieldCount; ++i) {
        const QString text = m_fields[size_t(i)]->text().trimmed();
        if (text.isEmpty())
            json.remove(jsonNames[i]);
        else if (i == PromptAbove)
            json[jsonNames[i]] = text.toLongLong();
        else
            json[jsonNames[i]] = text;
    }
    if (m_row.id.isEmpty())
        json[u"id"_s] =
            u"own/%1/%2/%3"_s.arg(json[u"provider"_s].toString(), json[u"model"_s].toString(),
                                  json[u"from"_s].toString(u"always"_s));
    const auto rows = Core::priceRowsFromJson({json});
    if (!rows)
        return Core::Error{.kind = rows.error().kind, .detail = rows.error().detail};
    Core::PriceRow made = rows->first();
    made.checkedOn = QDate::currentDate().toString(Qt::ISODate);
    made.isOwn = true;
    return made;
}

void PriceForm::save()
{
    const auto made = row();
    made ? emit saved(*made) : showError(made.error());
}

void PriceForm::showError(const Core::Error &error)
{
    m_problem->setText(errorText(error));
}

void PriceForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PriceForm::retranslate()
{
    const std::array<QString, FieldCount> names{
        tr("Provider"),
        tr("Model, or its beginning and *"),
        tr("Input, $ a million tokens"),
        tr("Read from the cache"),
        tr("Written to the cache"),
        tr("Output, $ a million tokens"),
        tr("Reasoning"),
        tr("From (2026-03-01)"),
        tr("To, without this day"),
        tr("Only for a tier (flex, batch)"),
        tr("Only above so many tokens"),
        tr("Only at (22:00-06:00 UTC)"),
        tr("Source"),
    };
    for (size_t i = 0; i < FieldCount; ++i) {
        m_names[i]->setText(names[i]);
        m_fields[i]->setAccessibleName(names[i]);
    }
    m_title->setText(m_row.id.isEmpty() ? tr("New price") : m_row.id);
    m_save->setText(tr("Save"));
    m_dismiss->setText(tr("Cancel"));
}
