#pragma once

#include "core/base/clock.h"
#include "core/store/conversationstore.h"
#include "ui/cost/costspage.h"

#include <QObject>

#include <functional>

/// Makes the figures of the page of costs from the store's sums by the hour, off the window's
/// thread, and reads single requests where the page shows them.
class CostsDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostsDesk)

public:
    struct Parts
    {
        CostsPage &page;
        Core::ConversationStore &store;
        const Core::Clock &clock;
    };

    explicit CostsDesk(const Parts &parts, QObject *parent = nullptr);

    CostsPage &page() { return m_parts.page; }

    /// The page came into view: its figures are made anew.
    void refresh();

signals:
    void conversationActivated(const QString &conversation, const QString &message);
    void failed(const Core::Error &error);

private:
    void wire();
    void makeFigures(QFuture<Core::CostFigures> figures);
    void readHours(const Core::CostQuery &query);
    void readCharges(const Core::CostQuery &query);
    void readTagged(const std::optional<QString> &tag, std::function<void()> done);
    void readTaggedFrom(const std::optional<Core::ConversationKey> &after,
                        std::function<void()> done);
    void readTags();
    QList<Core::Charge> counted(const QList<Core::Charge> &charges) const;
    void readLatencies(const Core::CostQuery &query);
    void readDetails(const Core::CostQuery &query);
    void readRows(const QDateTime &from, const QDateTime &to, const Core::CostFilter &filter,
                  const QString &conversation);
    void readTitles(const QStringList &ids, std::function<void()> done);
    void readBudget();
    void keepBudget(const std::optional<Core::Money> &budget);
    void keepLimits(const QList<Core::SpendLimit> &limits);

    Parts m_parts;
    QHash<QString, QString> m_titles; ///< of conversations that were shown
    std::optional<QString> m_tag; ///< that m_tagged is of; nothing: all conversations count
    QSet<QString> m_tagged; ///< conversations with the tag that is filtered by
    int m_generation = 0; ///< only the newest query counts
    int m_rowsGeneration = 0;
};
