#include "ui/cost/costtile.h"

#include "ui/base/fonts.h"
#include "ui/base/labels.h"

#include <QVBoxLayout>

namespace {

constexpr int leastWidth = 176;

} // namespace

CostTile::CostTile(QWidget *parent)
    : Card(parent)
    , m_name(Labels::quiet({}, this))
    , m_value(Labels::heading({}, this))
    , m_note(new ToneLabel({}, ToneLabel::Tone::Quiet, this))
{
    m_note->setFont(Fonts::small());
    m_note->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(4);
    column->addWidget(m_name);
    column->addWidget(m_value);
    column->addWidget(m_note);
    column->addStretch(1);
}

void CostTile::setFigure(const QString &name, const QString &value, const QString &exact)
{
    m_name->setText(name);
    m_value->setText(value);
    m_value->setToolTip(exact);
    setAccessibleName(name);
    setAccessibleDescription(value);
}

void CostTile::setNote(const QString &note, ToneLabel::Tone tone)
{
    m_note->setText(note);
    m_note->setTone(tone);
    m_note->setVisible(!note.isEmpty());
}

QSize CostTile::sizeHint() const
{
    return {leastWidth, heightForWidth(leastWidth)};
}
