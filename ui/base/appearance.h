#pragma once

#include <QObject>
#include <QString>

/// The program's style, font and palette. Made once, right after the application object.
class Appearance final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Appearance)

public:
    explicit Appearance(QObject *parent = nullptr);

    /// "light", "dark"; anything else is the system's. Every view repaints at once.
    void setTheme(const QString &theme);

private:
    bool m_systemIsDark = false;
};
