#include "ui/composer/linkedfields.h"

#include <QTextDocument>

void LinkedFields::link(QTextDocument &document, const Templates::Field &field)
{
    m_places.clear();
    const auto add = [&](const Templates::Field &each) {
        Place place{QTextCursor(&document), QTextCursor(&document)};
        place.start.setPosition(each.start);
        place.start.setKeepPositionOnInsert(true);
        place.end.setPosition(each.start + each.length);
        m_places.push_back(place);
    };
    add(field);
    int taken = field.start + field.length;
    for (const Templates::Field &each : Templates::namesakes(document.toPlainText(), field)) {
        // Two that touch would share the place between them, and so what is typed there.
        const bool touches = each.start == taken || each.start + each.length == field.start;
        if (!touches)
            add(each);
        taken = each.start + each.length;
    }
    if (m_places.size() == 1)
        m_places.clear();
}

bool LinkedFields::holds(int position) const
{
    return !m_places.empty() && position >= m_places.front().start.position()
        && position <= m_places.front().end.position();
}

QTextCursor LinkedFields::selection(const Place &place)
{
    QTextCursor cursor = place.start;
    cursor.setKeepPositionOnInsert(false);
    cursor.setPosition(place.start.position()); // its anchor has moved on
    cursor.setPosition(place.end.position(), QTextCursor::KeepAnchor);
    return cursor;
}

bool LinkedFields::follow()
{
    if (m_places.empty())
        return false;
    const QString text = selection(m_places.front()).selectedText();
    bool changed = false;
    for (std::size_t i = 1; i < m_places.size(); ++i) {
        QTextCursor other = selection(m_places[i]);
        if (other.selectedText() == text)
            continue;
        other.joinPreviousEditBlock(); // one undo takes both back
        other.insertText(text);
        other.endEditBlock();
        changed = true;
    }
    return changed;
}
