#pragma once

#include <QString>

class QLabel;
class QWidget;

/// Labels of the program. All show plain text: a title with markup in it, which may come from
/// a model or an import, is shown as it is and never read as HTML.
namespace Labels {

QLabel *body(const QString &text = {}, QWidget *parent = nullptr);
QLabel *quiet(const QString &text = {}, QWidget *parent = nullptr); ///< small, second rank
QLabel *title(const QString &text = {}, QWidget *parent = nullptr);
QLabel *heading(const QString &text = {}, QWidget *parent = nullptr);

} // namespace Labels
