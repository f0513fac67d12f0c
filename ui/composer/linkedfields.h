#pragma once

#include "ui/composer/templatefields.h"

#include <QTextCursor>

#include <vector>

class QTextDocument;

/// The places of one field in a text: what is typed into one of them is written into all others
/// as well, and undone together with it.
class LinkedFields final
{
public:
    /// Those that have the name of `field`. Nothing is linked where there is no other.
    void link(QTextDocument &document, const Templates::Field &field);
    void end() { m_places.clear(); }

    /// Whether one still types in the place that leads.
    bool holds(int position) const;
    /// Brings the others to what stands in the place that leads. True where anything changed.
    bool follow();

private:
    struct Place
    {
        QTextCursor start;
        QTextCursor end;
    };

    static QTextCursor selection(const Place &place);

    std::vector<Place> m_places; ///< the one that leads comes first
};
