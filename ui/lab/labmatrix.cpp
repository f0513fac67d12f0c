#include "ui/lab/labmatrix.h"

#include "ui/lab/cardheader.h"
#include "ui/lab/labdelegate.h"
#include "ui/lab/labmatrixmodel.h"
#include "ui/lab/messageheader.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

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
    connect(m_rows, &MessageHeader::markRequested, this, &LabMatrix::toggle);
    m_rows->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_rows, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        showMenu(m_rows->logicalIndexAt(at), m_rows->viewport()->mapToGlobal(at));
    });
}

void LabMatrix::setMarking(bool marking)
{
    m_marking = marking;
    m_rows->setMarking(marking);
}

void LabMatrix::toggle(int row)
{
    if (m_marking && row >= 0)
        emit evidenceToggled(
            m_filter->headerData(row, Qt::Vertical, LabMatrixModel::IdRole).toString());
}

void LabMatrix::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    const QModelIndex index = byMouse ? indexAt(event->pos()) : currentIndex();
    showMenu(index.row(), event->globalPos());
}

void LabMatrix::showMenu(int row, const QPoint &globalPosition)
{
    if (row < 0)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Go to the message")), &QAction::triggered, this,
            [this, row] { activate(m_filter->index(row, 0)); });
    if (m_marking) {
        const auto evidence = m_filter->headerData(row, Qt::Vertical, LabMatrixModel::EvidenceRole)
                                  .value<LabMatrixModel::Evidence>();
        QAction *needed = menu->addAction(tr("Needed for the answer"));
        needed->setShortcut(Qt::Key_E);
        needed->setCheckable(true);
        needed->setChecked(evidence == LabMatrixModel::Evidence::Marked);
        connect(needed, &QAction::triggered, this, [this, row] { toggle(row); });
    }
    menu->popup(globalPosition);
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
    if (event->key() == Qt::Key_E && event->modifiers() == Qt::NoModifier && m_marking)
        return toggle(currentIndex().row());
    QTableView::keyPressEvent(event);
}
