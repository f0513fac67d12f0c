#include "core/session/storemove.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

namespace Core {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString journalPrefix = u"move/"_s;

/// What both sides must agree on: not the order in which a store counts, and nothing that is on
/// its way. What the charges of a conversation come to is looked at when the log is there.
Bundle comparable(Bundle bundle)
{
    bundle.conversation.cost = {};
    bundle.conversation.unpricedRequests = 0;
    for (Message &message : bundle.messages) {
        message.sequence = 0;
        if (message.status == MessageStatus::Streaming)
            message.status = MessageStatus::Interrupted;
    }
    for (Attempt &attempt : bundle.attempts) {
        if (attempt.state == Attempt::State::Sent)
            attempt.state = Attempt::State::Interrupted;
    }
    std::sort(bundle.attempts.begin(), bundle.attempts.end(),
              [](const Attempt &a, const Attempt &b) { return a.id < b.id; });
    return bundle;
}

QStringList texts(const QJsonValue &array)
{
    QStringList texts;
    const QJsonArray values = array.toArray();
    for (const QJsonValue &value : values)
        texts += value.toString();
    return texts;
}

/// Asks for all of `ids` at once and hands on what has come when all has come.
void readAll(ConversationStore &store, const QStringList &ids, QObject *receiver,
             const std::function<void(const QList<Result<Bundle>> &)> &take)
{
    struct Wanted
    {
        QList<Result<Bundle>> found;
        qsizetype missing = 0;
    };
    auto wanted = std::make_shared<Wanted>();
    wanted->missing = ids.size();
    wanted->found.fill(Error{.kind = Error::Kind::Cancelled}, ids.size());
    for (qsizetype i = 0; i < ids.size(); ++i)
        whenDone(store.bundle(ids[i], Worth::AsBilled), receiver,
                 [wanted, i, take](const Result<Bundle> &bundle) {
                     wanted->found[i] = bundle;
                     if (--wanted->missing == 0)
                         take(wanted->found);
                 });
}

} // namespace

StoreMove::StoreMove(ConversationStore &from, ConversationStore &to, QObject *parent, int lot)
    : QObject(parent)
    , m_from(from)
    , m_to(to)
    , m_lot(lot)
{
}

QFuture<Result<MoveCount>> StoreMove::run()
{
    m_promise.start();
    then(m_from.info(), [this](const StoreInfo &info) { takeSource(info); });
    return m_promise.future();
}

void StoreMove::takeSource(const StoreInfo &info)
{
    m_sourceId = info.id;
    m_count.total = info.conversations;
    then(m_to.info(), [this](const StoreInfo &there) {
        if (there.readOnly)
            return end(*there.whyReadOnly);
        if (there.id == m_sourceId)
            return end(Error{.kind = Error::Kind::BadInput,
                             .detail = u"both are the same store"_s,
                             .where = there.location});
        then(m_to.value(journalPrefix + m_sourceId),
             [this](const QString &json) { takeJournal(json); });
    });
}

/// A move that came to its end begins anew, and adds what has come since.
void StoreMove::takeJournal(const QString &json)
{
    const QJsonObject journal = QJsonDocument::fromJson(json.toUtf8()).object();
    if (!journal["done"_L1].toBool()) {
        m_after = journal["after"_L1].toString();
        m_count.conversations = journal["conversations"_L1].toInteger();
        m_count.messages = journal["messages"_L1].toInteger();
        m_count.charges = journal["charges"_L1].toInteger();
        m_count.different = texts(journal["different"_L1]);
        m_count.leftOut = texts(journal["left_out"_L1]);
    }
    readIds();
}

void StoreMove::keepJournal()
{
    const QJsonObject journal{{u"after"_s, m_after},
                              {u"conversations"_s, m_count.conversations},
                              {u"messages"_s, m_count.messages},
                              {u"charges"_s, m_count.charges},
                              {u"different"_s, QJsonArray::fromStringList(m_count.different)},
                              {u"left_out"_s, QJsonArray::fromStringList(m_count.leftOut)}};
    then(m_to.setValue(journalPrefix + m_sourceId,
                       QString::fromUtf8(QJsonDocument(journal).toJson(QJsonDocument::Compact))),
         [this] { readIds(); });
}

void StoreMove::readIds()
{
    if (m_isCancelled)
        return end(Error{.kind = Error::Kind::Cancelled});
    then(m_from.conversationIds(m_after, m_lot),
         [this](const QStringList &ids) { ids.isEmpty() ? moveValues() : readLot(ids); });
}

void StoreMove::readLot(const QStringList &ids)
{
    readAll(m_from, ids, this, [this, last = ids.last()](const QList<Result<Bundle>> &found) {
        QList<Bundle> lot;
        for (const Result<Bundle> &bundle : found) {
            if (bundle)
                lot.append(*bundle);
            else if (bundle.error().kind != Error::Kind::NotFound) // erased meanwhile
                return end(bundle.error());
        }
        m_after = last;
        write(lot);
    });
}

void StoreMove::write(const QList<Bundle> &lot)
{
    whenDone(m_to.importBundles(lot), this, [this, lot](const Result<QList<ImportCount>> &counts) {
        if (counts)
            return compare(lot);
        if (counts.error().kind != Error::Kind::BadInput)
            return end(counts.error());
        writeOneByOne(lot, 0);
    });
}

/// Where a lot is refused for what is in it, the rest of it is not.
void StoreMove::writeOneByOne(const QList<Bundle> &lot, qsizetype index)
{
    if (index == lot.size())
        return compare(lot);
    whenDone(m_to.importBundles({lot[index]}), this,
             [this, lot, index](const Result<QList<ImportCount>> &count) {
                 if (count)
                     return writeOneByOne(lot, index + 1);
                 if (count.error().kind != Error::Kind::BadInput)
                     return end(count.error());
                 m_count.leftOut += lot[index].conversation.id + u": "_s + count.error().detail;
                 QList<Bundle> rest = lot;
                 rest.removeAt(index);
                 writeOneByOne(rest, index);
             });
}

void StoreMove::compare(const QList<Bundle> &lot)
{
    if (lot.isEmpty())
        return keepJournal();
    QStringList ids;
    for (const Bundle &bundle : lot)
        ids += bundle.conversation.id;
    readAll(m_to, ids, this, [this, lot](const QList<Result<Bundle>> &found) {
        for (qsizetype i = 0; i < lot.size(); ++i)
            take(lot[i], found[i]);
        emit progressed(m_count);
        keepJournal();
    });
}

void StoreMove::take(const Bundle &here, const Result<Bundle> &there)
{
    if (!there || comparable(*there) != comparable(here)) {
        m_count.different += here.conversation.id;
        return;
    }
    ++m_count.conversations;
    m_count.messages += here.messages.size();
    m_count.charges += here.charges.size();
}

void StoreMove::moveValues()
{
    using Values = QList<std::pair<QString, QString>>;
    then(m_from.values(), [this](const Values &values) {
        then(m_to.values(), [this, values](const Values &there) {
            QSet<QString> known;
            for (const auto &[name, value] : there)
                known.insert(name);
            // The store runs them in order, and reports on the last one.
            for (const auto &[name, value] : values) {
                if (!known.contains(name) && !name.startsWith(journalPrefix))
                    (void)m_to.setValue(name, value);
            }
            moveTemplates();
        });
    });
}

void StoreMove::moveTemplates()
{
    then(m_from.templates(), [this](const QList<ReplyTemplate> &templates) {
        then(m_to.templates(), [this, templates](const QList<ReplyTemplate> &there) {
            QSet<QString> known;
            for (const ReplyTemplate &each : there)
                known.insert(each.id);
            for (const ReplyTemplate &each : templates) {
                if (!known.contains(each.id))
                    (void)m_to.saveTemplate(each);
            }
            then(m_from.chargeSpan({}, {}), [this](const std::optional<ChargeSpan> &span) {
                if (!span)
                    return readLogs();
                moveLooseCharges(span->first, span->last);
            });
        });
    });
}

void StoreMove::finish()
{
    then(m_to.setValue(journalPrefix + m_sourceId, u"{\"done\":true}"_s), [this] { end(m_count); });
}

void StoreMove::end(const Result<MoveCount> &result)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_promise.addResult(result);
    m_promise.finish();
}

} // namespace Core
