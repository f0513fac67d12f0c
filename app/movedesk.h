#pragma once

#include "core/session/storemove.h"
#include "core/settings/keyvault.h"
#include "core/settings/settings.h"
#include "core/store/storeprobe.h"
#include "ui/settings/storecard.h"

#include <QObject>

#include <memory>

/// Shows where the conversations are, looks at another place, moves everything there and uses it
/// from then on.
class MoveDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MoveDesk)

public:
    /// Everything must outlive the desk.
    struct Parts
    {
        StoreCard &card;
        Core::ConversationStore &store;
        Core::KeyVault &vault;
        const Core::Settings &settings;
        const Core::Clock &clock;
        QString home; ///< one's own file, to come back to
        bool isNamed = false; ///< the store, by whoever started the program
    };

    explicit MoveDesk(const Parts &parts, QObject *parent = nullptr);
    ~MoveDesk() override;

    void storeOpened(const Core::Result<Core::StoreInfo> &info);

    /// The address with the password that the vault has for it, if any.
    static QFuture<Core::Result<QString>> withPassword(Core::KeyVault &vault,
                                                       const QString &location);

signals:
    void settingsWanted(const Core::Settings &settings);
    void restartWanted();

private:
    void test(const QString &location, const QByteArray &password);
    void take(const Core::Result<Core::StoreProbe> &found);
    void move(const QString &location, const QByteArray &password);
    void begin();
    void end(const Core::Result<Core::MoveCount> &count);
    void use(const QString &location, const QByteArray &password);
    void keepPlace(const QString &location);
    void sayError(const Core::Error &error);
    void whole(const QString &location, const QByteArray &password,
               const std::function<void(const QString &)> &then);

    Parts m_parts;
    QString m_location; ///< of the store that is open
    std::unique_ptr<Core::ConversationStore> m_target;
    std::unique_ptr<Core::StoreMove> m_move;
};
