#pragma once

#include <QStringList>

/// The conversations that were shown, newest first: for going back and forth between two.
class RecentConversations
{
public:
    void visit(const QString &id);
    void forget(const QString &id);

    /// The one before the present one; empty where there is none.
    QString previous() const { return m_ids.value(1); }

private:
    static constexpr qsizetype kept = 50;

    QStringList m_ids;
};
