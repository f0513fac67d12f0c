#include "app/commands/exchangereport.h"
#include "app/commands/opened.h"
#include "app/commands/output.h"
#include "app/commands/verbs.h"
#include "app/commands/wait.h"
#include "core/chat/branch.h"
#include "core/exchange/sourcereader.h"
#include "ui/base/errortext.h"

#include <QJsonObject>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Takes conversations from files into a store, a lot at a time, and counts them.
class Importing
{
    Q_DISABLE_COPY_MOVE(Importing)

public:
    Importing(Core::ConversationStore &store, const Core::ReadOptions &options)
        : m_store(store)
        , m_options(options)
    {
    }

    /// Reads one file. A damaged one is left out; an error of the store ends the work.
    Core::Result<> take(const QString &path)
    {
        const auto left = Core::readSource(
            path, m_options, [this](Core::Bundle bundle, int) { return add(std::move(bundle)); });
        flush();
        if (m_storeError)
            return *m_storeError;
        if (left) {
            m_leftOut += *left;
        } else {
            ++m_unreadable;
            m_leftOut.append({path, errorText(left.error())});
        }
        return {};
    }

    int unreadable() const { return m_unreadable; }

    Exit report(bool asJson) const
    {
        if (progressWanted())
            std::fputc('\n', stderr);
        if (asJson)
            printJson({{u"conversations"_s, m_conversations},
                       {u"messages"_s, m_messages},
                       {u"branches"_s, m_branches},
                       {u"already_there"_s, m_alreadyThere},
                       {u"left_out"_s, leftOutJson(m_leftOut)}});
        else
            printLine(words());
        return m_leftOut.isEmpty() ? Exit::Done : Exit::Partly;
    }

private:
    /// False to stop reading.
    bool add(Core::Bundle bundle)
    {
        constexpr qsizetype lot = 200;
        constexpr qsizetype messagesOfLot = 5000; // long conversations fill it earlier
        m_waitingMessages += bundle.messages.size();
        m_waiting.append(std::move(bundle));
        if (m_waiting.size() >= lot || m_waitingMessages >= messagesOfLot)
            flush();
        return !m_storeError;
    }

    void flush()
    {
        if (m_waiting.isEmpty() || m_storeError)
            return;
        const auto counts = waitFor(m_store.importBundles(m_waiting));
        if (!counts) {
            m_storeError = counts.error();
            return;
        }
        for (qsizetype i = 0; i < counts->size(); ++i)
            count(m_waiting[i], counts->at(i));
        m_waiting.clear();
        m_waitingMessages = 0;
        showProgress();
    }

    void showProgress() const
    {
        if (progressWanted())
            std::fprintf(stderr, "\r%lld conversations", m_conversations + m_alreadyThere);
    }

    void count(const Core::Bundle &bundle, const Core::ImportCount &done)
    {
        m_messages += done.messagesAdded;
        if (!done.added) {
            ++m_alreadyThere;
            return;
        }
        ++m_conversations;
        m_branches += Core::MessageTree(bundle.messages).branchCount();
    }

    QString words() const
    {
        QString text = u"Imported: %1, %2, %3. Already there: %4."_s.arg(
            counted(m_conversations, u"conversation"_s, u"conversations"_s),
            counted(m_branches, u"branch"_s, u"branches"_s),
            counted(m_messages, u"message"_s, u"messages"_s),
            counted(m_alreadyThere, u"conversation"_s, u"conversations"_s));
        return text + leftOutWords(m_leftOut);
    }

    Core::ConversationStore &m_store;
    const Core::ReadOptions &m_options;
    QList<Core::Bundle> m_waiting; ///< for the next lot
    qsizetype m_waitingMessages = 0;
    std::optional<Core::Error> m_storeError;
    QList<Core::LeftOut> m_leftOut;
    qint64 m_conversations = 0;
    qint64 m_branches = 0;
    qint64 m_messages = 0;
    qint64 m_alreadyThere = 0;
    int m_unreadable = 0;
};

Exit run(Invocation &call)
{
    const auto format = call.oneOf(u"format"_s, Core::importFormats(), u"auto"_s);
    if (!format)
        return Exit::Usage;
    QStringList paths = call.positional();
    if (paths.isEmpty())
        paths += u"-"_s;

    OpenedStore store;
    if (const auto ended = store.open(call))
        return *ended;
    if (store.info().whyReadOnly)
        return call.failed(*store.info().whyReadOnly);

    const Core::ReadOptions options{.format = *format};
    Importing importing(*store, options);
    for (const QString &path : std::as_const(paths)) {
        if (const Core::Result<> done = importing.take(path); !done)
            return call.failed(done.error());
    }
    const Exit status = importing.report(call.json());
    return importing.unreadable() == paths.size() ? Exit::Failed : status;
}

} // namespace

Verb importVerb()
{
    return {.name = u"import"_s,
            .arguments = u"[FILE…]"_s,
            .summary = u"Read exports of other programs into the store. A file, a folder or a zip "
                       "archive; importing twice adds nothing."_s,
            .example = u"skein import chatgpt-export.zip"_s,
            .options = {{u"format"_s, u"FORMAT"_s,
                         u"One of %1; auto looks at the content."_s.arg(
                             Core::importFormats().join(u", "_s))}},
            .run = run};
}
