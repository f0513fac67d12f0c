#pragma once

#include <QLabel>
#include <QWidget>

#include <algorithm>

/// Finds what a view shows, as a person would: by what it says.
namespace Shown {

/// The control with this text, or nullptr.
template <typename Widget>
Widget *withText(const QWidget &view, const QString &text)
{
    const auto all = view.findChildren<Widget *>();
    const auto found = std::find_if(all.cbegin(), all.cend(),
                                    [&](const Widget *each) { return each->text() == text; });
    return found == all.cend() ? nullptr : *found;
}

/// The control whose name for screen readers begins so, or nullptr.
template <typename Widget>
Widget *withName(const QWidget &view, const QString &name)
{
    const auto all = view.findChildren<Widget *>();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&](const Widget *each) {
        return each->accessibleName().startsWith(name);
    });
    return found == all.cend() ? nullptr : *found;
}

/// Whether a label that can be seen has this in it.
inline bool says(const QWidget &view, const QString &text)
{
    const auto all = view.findChildren<QLabel *>();
    return std::any_of(all.cbegin(), all.cend(), [&](const QLabel *label) {
        return label->isVisibleTo(&view) && label->text().contains(text);
    });
}

} // namespace Shown
