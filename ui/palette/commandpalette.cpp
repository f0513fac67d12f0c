#include "ui/palette/commandpalette.h"

#include "ui/base/card.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"
#include "ui/palette/palettedelegate.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace {

constexpr int widest = 600;
constexpr int highest = 460;
constexpr int pageRows = 8;

} // namespace

CommandPalette::CommandPalette(QWidget *window)
    : QWidget(window)
{
    build();
    wire();
    retranslate();
    hide();
}

void CommandPalette::open(const QList<QAction *> &commands)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_field->clear();
    m_model.setPattern({});
    m_model.setCommands(commands);
    place();
    show();
    raise();
    m_field->setFocus(Qt::PopupFocusReason);
    select(0);
    emit patternChanged({});
}

void CommandPalette::setConversations(const QList<Core::Conversation> &conversations)
{
    m_model.setConversations(conversations);
    select(0);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    if (watched == m_field && event->type() == QEvent::KeyPress)
        return handleKey(static_cast<QKeyEvent *>(event)->key());
    if (watched == m_field && event->type() == QEvent::FocusOut && isVisible()
        && QApplication::activeWindow() && !isAncestorOf(QApplication::focusWidget()))
        close();
    return QWidget::eventFilter(watched, event);
}

void CommandPalette::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CommandPalette::mousePressEvent(QMouseEvent *event)
{
    if (!m_card->geometry().contains(event->position().toPoint()))
        close();
}

void CommandPalette::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 90));
}

void CommandPalette::build()
{
    m_card = new Card(this);
    m_field = new QLineEdit(m_card);
    m_field->addAction(Icons::icon(Icons::Name::Search), QLineEdit::LeadingPosition);
    m_list = new QListView(m_card);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    m_nothing = Labels::body({}, m_card);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMinimumHeight(64);

    auto *layout = new QVBoxLayout(m_card);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_nothing);
}

void CommandPalette::wire()
{
    parentWidget()->installEventFilter(this);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model.setPattern(text.simplified());
        select(0);
        emit patternChanged(m_model.pattern());
    });
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
}

void CommandPalette::retranslate()
{
    const QString what = tr("Go to a conversation or run a command");
    m_field->setPlaceholderText(what);
    m_field->setAccessibleName(what);
    m_list->setAccessibleName(tr("Commands and conversations"));
    m_nothing->setText(tr("No matches. Try fewer letters."));
    setAccessibleName(tr("Command palette"));
}

void CommandPalette::place()
{
    const QRect area = parentWidget()->rect();
    setGeometry(area);
    const int width = qMin(widest, area.width() - 32);
    const int height = qMin(highest, area.height() - 64);
    m_card->setGeometry((area.width() - width) / 2, qMin(area.height() / 8, 96), width, height);
}

void CommandPalette::close()
{
    hide();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void CommandPalette::select(int row)
{
    const int rows = m_model.rowCount();
    m_nothing->setVisible(rows == 0);
    m_list->setVisible(rows > 0);
    m_list->setCurrentIndex(m_model.index(qBound(0, row, qMax(0, rows - 1))));
}

void CommandPalette::run(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QPointer<QAction> command = m_model.command(index);
    const QString conversationId = index.data(PaletteModel::ConversationIdRole).toString();
    close();
    if (command)
        command->trigger();
    else if (!conversationId.isEmpty())
        emit conversationChosen(conversationId);
}

bool CommandPalette::handleKey(int key)
{
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Up:
        select(row > 0 ? row - 1 : m_model.rowCount() - 1);
        return true;
    case Qt::Key_Down:
        select(row + 1 < m_model.rowCount() ? row + 1 : 0);
        return true;
    case Qt::Key_PageUp:
        select(row - pageRows);
        return true;
    case Qt::Key_PageDown:
        select(row + pageRows);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex());
        return true;
    default:
        return false;
    }
}
