#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QTimer>

namespace Core {

class StoreLanes;

/// Gathers the texts of streaming answers and writes all together, at most every 250 ms. Writes the
/// rest when it ends.
class JournalWriter final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JournalWriter)

public:
    /// `lanes` must outlive the writer.
    explicit JournalWriter(StoreLanes &lanes);
    ~JournalWriter() override;

    void add(const QString &messageId, const QString &textSoFar);
    void end(const QString &messageId) { m_texts.remove(messageId); }

private:
    void write();
    void keepUnwritten(const QHash<QString, QString> &texts);

    StoreLanes &m_lanes;
    QTimer m_timer;
    QHash<QString, QString> m_texts; ///< not written yet, by message id
};

} // namespace Core
