#pragma once

#include <QProcess>
#include <QStringList>

#include <optional>

/// Other programs' tokenizers, measured on the same texts in between by peers.mjs, which runs in
/// Node.js. Needs the packages of package.json, installed in the folder that it is told.
class Peers
{
    Q_DISABLE_COPY_MOVE(Peers)

public:
    struct Result
    {
        double rate = 0; ///< millions of bytes a second
        qsizetype tokens = 0;
        QString failure; ///< "traps", "over 60 s"; empty if it answered
    };

    /// An empty folder means that nothing is compared with.
    Peers(const QString &folder, const QString &encoding);
    ~Peers();

    static QStringList names()
    {
        return {QStringLiteral("tiktoken"), QStringLiteral("gpt-tokenizer")};
    }

    /// Why there are none; empty if there are.
    QString absence() const { return m_absence; }
    Result measure(const QString &name, const QString &path);

private:
    bool start();
    void stop();

    QString m_folder;
    QString m_encoding;
    QString m_absence;
    QProcess m_node;
};
