#pragma once

#include "core/base/clock.h"
#include "core/session/replayrun.h"
#include "core/settings/settings.h"
#include "ui/cost/replaypage.h"

#include <QObject>

#include <memory>

/// Lets the page of "what if" ask the stored past, and keeps what came out in the store.
class ReplayDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplayDesk)

public:
    struct Parts
    {
        ReplayPage &page;
        Core::ConversationStore &store;
        const Core::PriceList &prices;
        const Core::Settings &settings;
        const Core::Clock &clock;
    };

    explicit ReplayDesk(const Parts &parts, QObject *parent = nullptr);
    ~ReplayDesk() override;

    ReplayPage &page() { return m_parts.page; }

    /// The page came into view: kept reports and the models there are.
    void refresh();

signals:
    void failed(const Core::Error &error);

private:
    void readReports();
    void readPast();
    void readModels();
    void offerModels(const QList<Core::HourSum> &sums);
    void start();
    void end(const Core::Result<Core::ReplayReport> &report);
    void keep(const Core::ReplayReport &report);

    Parts m_parts;
    QList<Core::ReplayReport> m_reports;
    std::unique_ptr<Core::ReplayRun> m_run;
};
