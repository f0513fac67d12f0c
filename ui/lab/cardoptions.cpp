#include "ui/lab/cardoptions.h"

#include "ui/base/labels.h"
#include "ui/base/optiontext.h"
#include "ui/base/tooltips.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace {

constexpr double fractionStep = 0.05;
constexpr int largeStep = 100;
constexpr int largeStandard = 1000; // tokens are counted in hundreds
constexpr double largeMost = 1'000'000;

bool isFraction(const Core::OptionInfo &option)
{
    return option.most <= 1;
}

QJsonValue valueOf(const Core::TrialCard &card, const Core::OptionInfo &option)
{
    return card.options.value(option.name, option.standard);
}

} // namespace

CardOptions::CardOptions(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 4);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
}

void CardOptions::setCard(const Core::TrialCard &card)
{
    const bool sameFields = m_card.strategy == card.strategy && !m_fields.isEmpty();
    m_card = card;
    if (!sameFields)
        rebuild();
    showValues();
}

void CardOptions::rebuild()
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_fields.clear();
    const auto strategy = Core::strategyById(m_card.strategy);
    if (!strategy)
        return;
    auto *grid = static_cast<QGridLayout *>(layout());
    for (const Core::OptionInfo &option : (*strategy)->options) {
        const int row = int(m_fields.size());
        QWidget *field = fieldOf(option);
        field->setToolTip(plainToolTip(optionText(option.name)));
        field->setAccessibleName(optionName(option.name));
        field->setAccessibleDescription(optionText(option.name));
        m_fields.append({option, field});
        if (option.standard.isBool()) {
            grid->addWidget(field, row, 0, 1, 2);
            continue;
        }
        grid->addWidget(Labels::quiet(optionName(option.name), this), row, 0);
        grid->addWidget(field, row, 1);
    }
}

QWidget *CardOptions::fieldOf(const Core::OptionInfo &option)
{
    if (option.standard.isBool())
        return flag(option);
    if (option.standard.isString())
        return text(option);
    return isFraction(option) ? fraction(option) : count(option);
}

QWidget *CardOptions::flag(const Core::OptionInfo &option)
{
    auto *box = new QCheckBox(optionName(option.name), this);
    connect(box, &QCheckBox::toggled, this,
            [this, name = option.name](bool on) { emit changed(name, on); });
    return box;
}

QWidget *CardOptions::text(const Core::OptionInfo &option)
{
    auto *field = new QLineEdit(this);
    connect(field, &QLineEdit::editingFinished, this,
            [this, field, name = option.name] { emit changed(name, field->text().trimmed()); });
    return field;
}

QWidget *CardOptions::fraction(const Core::OptionInfo &option)
{
    auto *box = new QDoubleSpinBox(this);
    box->setRange(option.least, option.most);
    box->setSingleStep(fractionStep);
    box->setKeyboardTracking(false);
    connect(box, &QDoubleSpinBox::valueChanged, this,
            [this, name = option.name](double value) { emit changed(name, value); });
    return box;
}

QWidget *CardOptions::count(const Core::OptionInfo &option)
{
    auto *box = new QSpinBox(this);
    box->setRange(int(option.least), int(option.most));
    const bool isLarge = option.standard.toInt() >= largeStandard || option.most > largeMost;
    box->setSingleStep(isLarge ? largeStep : 1);
    box->setGroupSeparatorShown(true);
    box->setKeyboardTracking(false);
    box->setSpecialValueText(option.least == 0 ? zeroText(option.name) : QString());
    connect(box, &QSpinBox::valueChanged, this,
            [this, name = option.name](int value) { emit changed(name, value); });
    return box;
}

void CardOptions::showValues()
{
    for (const auto &[option, field] : std::as_const(m_fields)) {
        const QSignalBlocker blocker(field);
        const QJsonValue value = valueOf(m_card, option);
        if (option.standard.isBool())
            static_cast<QCheckBox *>(field)->setChecked(value.toBool());
        else if (option.standard.isString())
            static_cast<QLineEdit *>(field)->setText(value.toString());
        else if (isFraction(option))
            static_cast<QDoubleSpinBox *>(field)->setValue(value.toDouble());
        else
            static_cast<QSpinBox *>(field)->setValue(value.toInt());
    }
}

void CardOptions::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    rebuild();
    showValues();
}
