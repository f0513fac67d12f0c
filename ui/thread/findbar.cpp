#include "ui/thread/findbar.h"

#include "ui/base/formats.h"
#include "ui/base/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace {

QToolButton *toolButton(Icons::Name icon, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(Icons::icon(icon));
    button->setAutoRaise(true);
    return button;
}

} // namespace

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_result(new QLabel(this))
    , m_previous(toolButton(Icons::Name::Previous, this))
    , m_next(toolButton(Icons::Name::Next, this))
    , m_close(toolButton(Icons::Name::Close, this))
{
    build();
    wire();
    retranslate();
}

void FindBar::retranslate()
{
    m_text->setPlaceholderText(tr("Find in this conversation"));
    m_text->setAccessibleName(tr("Find in this conversation"));
    const auto name = [](QToolButton *button, const QString &words) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    };
    name(m_previous, tr("Previous match (Shift+Enter)"));
    name(m_next, tr("Next match (Enter)"));
    name(m_close, tr("Close the search (Esc)"));
}

void FindBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FindBar::build()
{
    m_text->setClearButtonEnabled(true);
    m_result->setTextFormat(Qt::PlainText);
    m_result->setMinimumWidth(110);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 8, 6);
    row->setSpacing(8);
    m_text->setMaximumWidth(360);
    row->addWidget(m_text, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_result);
    row->addStretch();
    row->addWidget(m_close);
    setFocusProxy(m_text);
    hide();
}

void FindBar::wire()
{
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::textChanged);
    connect(m_previous, &QToolButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepRequested(1); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
}

QString FindBar::text() const
{
    return m_text->text();
}

void FindBar::open()
{
    const bool again = isVisible();
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    if (!again && !text().isEmpty())
        emit textChanged(text());
}

void FindBar::setResult(int current, int count, bool more)
{
    m_previous->setEnabled(count > 0);
    m_next->setEnabled(count > 0);
    if (text().isEmpty())
        m_result->clear();
    else if (more)
        m_result->setText(
            tr("%1 of %2, searching…").arg(Formats::number(current + 1), Formats::number(count)));
    else if (count == 0)
        m_result->setText(tr("Not found"));
    else
        m_result->setText(tr("%1 of %2").arg(Formats::number(current + 1), Formats::number(count)));
}

void FindBar::close()
{
    hide();
    emit closed();
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (enter)
        emit stepRequested(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}
