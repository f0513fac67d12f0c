#pragma once

#include "core/settings/keyvault.h"
#include "core/settings/settings.h"
#include "ui/base/appearance.h"
#include "ui/mainwindow/mainwindow.h"

#include <QTranslator>

/// Keeps the settings: loads and saves them, puts theme and language into effect, and carries
/// out what the settings page, the commands and the page of the first start ask for.
class SettingsDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDesk)

public:
    /// Everything must outlive the desk. `settings` is changed here and nowhere else.
    struct Parts
    {
        MainWindow &window;
        Appearance &appearance;
        Core::KeyVault &vault;
        Core::Settings &settings;
        QString folder; ///< of settings.json
        bool saves = true; ///< what is changed
    };

    explicit SettingsDesk(const Parts &parts, QObject *parent = nullptr);

    /// Reads the file. One that cannot be read stays as it is: the defaults hold, nothing is
    /// saved over it, and the window says so.
    void load();
    /// Puts these settings into effect and saves them.
    void apply(const Core::Settings &settings);
    /// Shows the first steps where nobody has taken one and nothing is there yet.
    void greet(bool nothingIsThere);
    void keyChanged(const QString &provider); ///< shows where it now is

    void setTheme(const QString &theme); ///< for now; not saved
    void setLanguage(const QString &language); ///< "en", "vi"; empty: the system's; not saved

signals:
    void applied();
    void failed(const Core::Error &error);

private:
    void wirePage();
    void wireCommands();
    void wireWelcome();
    void endGreeting();
    void effect();
    void fillStrategies();
    void enterKey(const QString &provider, const QByteArray &key);
    void removeKey(const QString &provider);

    Parts m_parts;
    QTranslator m_translator;
    QTranslator m_qtTranslator;
    bool m_maySave = true;
};
