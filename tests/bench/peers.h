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
        QString failure; ///< "fails", "over 10 s"; empty if it answered
    };

    /// An empty folder means that nothing is compared with. What takes longer than `limit` seconds
    /// for a text is stopped.
    Peers(const QString &folder, const QString &encoding, int limit);
    ~Peers();

    static QStringList names()
    {
        return {QStringLiteral("tiktoken"), QStringLiteral("gpt-tokenizer")};
    }

    /// Why there are none; empty if there are.
    QString absence() const { return m_absence; }
    /// The first `size` bytes of the file.
    Result measure(const QString &name, const QString &path, qsizetype size);

private:
    bool start();
    void stop();

    QString m_folder;
    QString m_encoding;
    int m_limit;
    QString m_absence;
    QProcess m_node;
};
