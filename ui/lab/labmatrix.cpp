#include "ui/lab/labmatrix.h"

#include "ui/lab/cardheader.h"
#include "ui/lab/labdelegate.h"
#include "ui/lab/labmatrixmodel.h"
#include "ui/lab/messageheader.h"

#include <QKeyEvent>

#include <algorithm>

namespace {

constexpr int leastMessageWidth = 260;
constexpr int mostMessageWidth = 560;
constexpr double messageShare = 0.28; // of the width, for the texts of the messages

} // namespace

LabMatrix::LabMatrix(LabMatrixModel &model, QWidget *parent)
    : QTableView(parent)
    , m_filter(new LabFilter(this))
    , m_cards(new CardHeader(model, this))
    , m_rows(new MessageHeader(this))
{
    m_filter->setSourceModel(&model);
    setHorizontalHeader(m_cards);
    setVerticalHeader(m_rows);
    setItemDelegate(new LabDelegate(this));
    setModel(m_filter);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setAccessibleName(tr("What becomes of each message under each card"));
    wire();
    connect(&model, &LabMatrixModel::compared, this, [this] {
        if (m_shown == LabFilter::Rows::OnlyDifferent)
            m_filter->setRows(m_shown);
    });
}

void LabMatrix::wire()
{
    connect(this, &QTableView::doubleClicked, this, &LabMatrix::activate);
    connect(m_rows, &QHeaderView::sectionDoubleClicked, this,
            [this](int row) { activate(m_filter->index(row, 0)); });
}

void LabMatrix::showRows(LabFilter::Rows rows)
{
    m_shown = rows;
    m_filter->setRows(rows);
}

void LabMatrix::setCorner(QWidget *corner)
{
    m_corner = corner;
    corner->setParent(this);
    updateGeometries();
}

void LabMatrix::activate(const QModelIndex &index)
{
    if (index.isValid())
        emit messageActivated(index.data(LabMatrixModel::IdRole).toString());
}

void LabMatrix::updateGeometries()
{
    QTableView::updateGeometries();
    if (m_corner)
        m_corner->setGeometry(0, 0, m_rows->width(), m_cards->height());
}

void LabMatrix::resizeEvent(QResizeEvent *event)
{
    const int wished = int(width() * messageShare);
    m_rows->setFixedWidth(std::clamp(wished, leastMessageWidth, mostMessageWidth));
    QTableView::resizeEvent(event);
    updateGeometries();
}

void LabMatrix::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return activate(currentIndex());
    QTableView::keyPressEvent(event);
}
