#include "ui/lab/cardheader.h"

#include "ui/base/colors.h"
#include "ui/lab/labmatrixmodel.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace {

constexpr int leastWidth = 200;

} // namespace

CardHeader::CardHeader(const LabMatrixModel &model, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_columns(model)
{
    setMinimumSectionSize(leastWidth);
    setSectionResizeMode(QHeaderView::Stretch);
    setSectionsClickable(false);
    setHighlightSections(false);
    setAccessibleName(tr("Cards"));
    connect(&model, &QAbstractItemModel::columnsInserted, this, &CardHeader::showColumns);
    connect(&model, &QAbstractItemModel::columnsRemoved, this, &CardHeader::showColumns);
    connect(&model, &QAbstractItemModel::columnsMoved, this, &CardHeader::showColumns);
    connect(&model, &QAbstractItemModel::modelReset, this, &CardHeader::showColumns);
    connect(&model, &QAbstractItemModel::headerDataChanged, this,
            [this](Qt::Orientation orientation, int first) {
                if (orientation == Qt::Horizontal)
                    showColumn(first);
            });
    connect(this, &QHeaderView::sectionResized, this, &CardHeader::place);
    connect(this, &QHeaderView::geometriesChanged, this, &CardHeader::place);
}

void CardHeader::setModels(const QList<LabModel> &models)
{
    m_models = models;
    for (LabCard *card : std::as_const(m_cards))
        card->setModels(models);
}

void CardHeader::setCallsPerDay(int calls)
{
    m_callsPerDay = calls;
    showColumns();
}

void CardHeader::setCompact(bool compact)
{
    m_compact = compact;
    for (LabCard *card : std::as_const(m_cards))
        card->setCompact(compact);
    emit geometriesChanged();
}

QSize CardHeader::sizeHint() const
{
    int height = 0;
    for (int i = 0; i < m_cards.size(); ++i) {
        const int width = i < count() ? std::max(leastWidth, sectionSize(i)) : leastWidth;
        const LabCard &card = *m_cards[i];
        height = std::max(height,
                          card.hasHeightForWidth() ? card.heightForWidth(width)
                                                   : card.sizeHint().height());
    }
    return {QHeaderView::sizeHint().width(), height};
}

void CardHeader::showColumns()
{
    while (m_cards.size() > m_columns.columns().size())
        m_cards.takeLast()->deleteLater();
    while (m_cards.size() < m_columns.columns().size())
        addCard();
    for (int i = 0; i < m_cards.size(); ++i)
        m_cards[i]->setColumn(m_columns.columns()[i], m_callsPerDay);
    emit geometriesChanged();
}

void CardHeader::addCard()
{
    auto *card = new LabCard(viewport());
    card->setModels(m_models);
    card->setCompact(m_compact);
    card->show();
    connect(card, &LabCard::changed, this, &CardHeader::cardChanged);
    connect(card, &LabCard::removeRequested, this, &CardHeader::removeRequested);
    connect(card, &LabCard::duplicateRequested, this, &CardHeader::duplicateRequested);
    connect(card, &LabCard::moveRequested, this, &CardHeader::moveRequested);
    if (!m_cards.isEmpty())
        setTabOrder(m_cards.last(), card);
    m_cards.append(card);
}

void CardHeader::showColumn(int place)
{
    if (place < 0 || place >= m_cards.size())
        return;
    m_cards[place]->setColumn(m_columns.columns()[place], m_callsPerDay);
    emit geometriesChanged();
}

void CardHeader::place()
{
    for (int i = 0; i < m_cards.size() && i < count(); ++i)
        m_cards[i]->setGeometry(sectionViewportPosition(i), 0, sectionSize(i),
                                viewport()->height());
}

void CardHeader::paintSection(QPainter *painter, const QRect &rect, int /*section*/) const
{
    painter->fillRect(rect, Colors::surface(palette()));
}

void CardHeader::resizeEvent(QResizeEvent *event)
{
    QHeaderView::resizeEvent(event);
    place();
}

bool CardHeader::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        emit geometriesChanged();
    return QHeaderView::event(event);
}
