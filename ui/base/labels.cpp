#include "ui/base/labels.h"

#include "ui/base/fonts.h"

#include <QLabel>

namespace {

QLabel *label(const QString &text, const QFont &font, QWidget *parent)
{
    auto *made = new QLabel(parent);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setFont(font);
    made->setText(text);
    return made;
}

} // namespace

namespace Labels {

QLabel *body(const QString &text, QWidget *parent)
{
    return label(text, Fonts::body(), parent);
}

QLabel *quiet(const QString &text, QWidget *parent)
{
    QLabel *made = label(text, Fonts::small(), parent);
    made->setForegroundRole(QPalette::PlaceholderText);
    return made;
}

QLabel *title(const QString &text, QWidget *parent)
{
    return label(text, Fonts::title(), parent);
}

QLabel *heading(const QString &text, QWidget *parent)
{
    return label(text, Fonts::heading(), parent);
}

} // namespace Labels
