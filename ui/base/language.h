#pragma once

#include <QObject>
#include <QString>
#include <QTranslator>

/// The language the program speaks. Every view hears of a change by QEvent::LanguageChange and
/// says its words anew.
class Language final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Language)

public:
    explicit Language(QObject *parent = nullptr);
    ~Language() override;

    /// "en", "vi"; anything else is the system's language where there are words for it, else
    /// English. Numbers and dates follow.
    void setLanguage(const QString &code);

    QString code() const { return m_code; } ///< the one that is spoken

    static QStringList codes() { return {QStringLiteral("en"), QStringLiteral("vi")}; }

private:
    QString m_code;
    QTranslator m_words;
    QTranslator m_toolkitWords; ///< of Qt's own controls
};
