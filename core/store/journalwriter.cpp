#include "core/store/journalwriter.h"

#include "core/base/async.h"
#include "core/base/log.h"
#include "core/store/storelanes.h"

namespace Core {

namespace {

constexpr int intervalMs = 250;

} // namespace

JournalWriter::JournalWriter(StoreLanes &lanes)
    : m_lanes(lanes)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(intervalMs);
    connect(&m_timer, &QTimer::timeout, this, &JournalWriter::write);
}

JournalWriter::~JournalWriter()
{
    write();
}

void JournalWriter::add(const QString &messageId, const QString &textSoFar)
{
    m_texts.insert(messageId, textSoFar);
    if (!m_timer.isActive())
        m_timer.start();
}

void JournalWriter::write()
{
    if (m_texts.isEmpty())
        return;
    const QHash<QString, QString> texts = std::exchange(m_texts, {});
    const auto written = m_lanes.keep<void>(
        std::nullopt, [texts](Database &database) { return database.journal(texts); });
    whenDone(written, this, [this, texts](const Result<void> &done) {
        if (!done)
            keepUnwritten(texts);
    });
}

void JournalWriter::keepUnwritten(const QHash<QString, QString> &texts)
{
    qCWarning(logStore) << "The journal could not be written; it is tried again.";
    for (auto text = texts.cbegin(); text != texts.cend(); ++text) {
        if (!m_texts.contains(text.key())) // a longer text has come meanwhile
            m_texts.insert(text.key(), text.value());
    }
    if (!m_timer.isActive())
        m_timer.start();
}

} // namespace Core
