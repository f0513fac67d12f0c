#pragma once

#include <QIcon>
#include <QString>

/// The program's icons: from the installed theme where it has them, else the bundled ones,
/// drawn in the palette's text colour.
namespace Icons {

enum class Name {
    Chats,
    Lab,
    Costs,
    Providers,
    Settings,
    Send,
    Stop,
    Search,
    Copy,
    Pin,
    Exclude,
    Add,
    Remove,
    Edit,
    Regenerate,
    Previous,
    Next,
    Down,
    Close,
    Attach,
    Warning,
    Error,
    Info,
    Import,
    Export,
    Inspector,
    List,
    Tag,
    More,
    Check,
    Expand,
};

QIcon icon(Name name);
QIcon application(); ///< of the program itself

} // namespace Icons
