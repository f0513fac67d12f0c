#include "ui/composer/templatepopup.h"

#include "core/base/text.h"
#include "ui/base/tooltips.h"
#include "ui/composer/templatedelegate.h"
#include "ui/composer/templatefields.h"

#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int mostRows = 8;
constexpr int longestBeginning = 120;
constexpr int longestTip = 600;

} // namespace

TemplatePopup::TemplatePopup(QWidget *parent)
    : QFrame(parent, Qt::ToolTip) // a window of its own that takes no focus
    , m_list(new QListWidget(this))
{
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    m_list->setFrameShape(NoFrame);
    m_list->setMinimumHeight(1); // or it is higher than a few templates, and covers what is typed
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new TemplateDelegate(m_list));
    m_list->setMouseTracking(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    column->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { choose(m_list->row(item)); });
    hide();
}

void TemplatePopup::showFor(const QString &query, const QWidget &below)
{
    m_shown = Templates::matching(m_templates, query);
    m_list->clear();
    m_list->setAccessibleName(tr("Templates"));
    for (const Core::ReplyTemplate &each : std::as_const(m_shown)) {
        auto *item = new QListWidgetItem(each.name, m_list);
        const QString beginning = Core::firstLine(each.text, longestBeginning);
        item->setData(TemplateDelegate::BeginningRole, beginning);
        item->setData(Qt::AccessibleDescriptionRole, beginning);
        item->setToolTip(plainToolTip(each.text.left(longestTip)));
    }
    if (m_templates.isEmpty() && query.isEmpty())
        sayThereAreNone();
    else if (m_shown.isEmpty())
        return hide();
    else
        m_list->setCurrentRow(0);
    place(below);
}

void TemplatePopup::sayThereAreNone()
{
    auto *item = new QListWidgetItem(tr("No templates yet"), m_list);
    item->setData(TemplateDelegate::BeginningRole, tr("Settings, Reply templates: add one"));
    item->setFlags(Qt::NoItemFlags);
}

void TemplatePopup::place(const QWidget &below)
{
    const int rows = std::min(m_list->count(), mostRows);
    const int height = rows * std::max(m_list->sizeHintForRow(0), 20) + 8 + 2 * frameWidth();
    const QPoint corner = below.mapToGlobal(QPoint(0, 0));
    setGeometry(corner.x(), corner.y() - height - 4, std::min(below.width(), 560), height);
    raise();
    show();
}

bool TemplatePopup::takeKey(int key)
{
    if (!isVisible() || (m_shown.isEmpty() && key != Qt::Key_Escape))
        return false;
    switch (key) {
    case Qt::Key_Up:
        walk(-1);
        return true;
    case Qt::Key_Down:
        walk(1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        choose(m_list->currentRow());
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

void TemplatePopup::walk(int step)
{
    const int count = m_list->count();
    m_list->setCurrentRow((m_list->currentRow() + step + count) % count);
}

void TemplatePopup::choose(int row)
{
    if (row < 0 || row >= m_shown.size())
        return;
    hide();
    emit chosen(m_shown[row]);
}
