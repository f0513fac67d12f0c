#pragma once

#include "core/base/result.h"
#include "core/chat/bundle.h"
#include "core/store/connection.h"

#include <QList>
#include <QString>

namespace Core {

/// The small things: summaries and hand marks of conversations, reply templates, settings.
class Notes
{
public:
    explicit Notes(Connection &connection)
        : m_connection(connection)
    {
    }

    Result<QList<Summary>> summaries(const QString &conversationId);
    /// As the version after the newest; that version.
    Result<int> addSummary(const Summary &summary);
    /// With the version that it has, where there is none of that version.
    Result<void> insertNewSummary(const Summary &summary);

    /// Those of a bundle, which becomes the conversation of that id.
    Result<void> insertAll(const QString &conversationId, const Bundle &bundle,
                           const QDateTime &now);

    Result<HandMarks> handMarks(const QString &conversationId);
    Result<void> setHandMark(const QString &conversationId, const QString &messageId,
                             HandMark mark);

    Result<QList<ReplyTemplate>> templates();
    Result<void> saveTemplate(const ReplyTemplate &reply);
    Result<void> removeTemplate(const QString &id);

    /// Those whose names begin like that, by name.
    Result<QList<std::pair<QString, QString>>> values(const QString &beginning = {});
    Result<QString> value(const QString &name);
    Result<void> setValue(const QString &name, const QString &json); ///< empty: removes it
    /// Removes the values whose names end in "/" and this.
    Result<void> removeValuesOf(const QString &conversationId);

private:
    Connection &m_connection;
};

} // namespace Core
