#include "core/base/redact.h"
#include "core/exchange/csvexporter.h"
#include "core/exchange/exporters.h"
#include "core/exchange/sourcereader.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A regenerated answer, a tool, an open fence, markup and a formula.
Bundle talk()
{
    const QDateTime time({2026, 2, 3}, {9, 15}, Qt::UTC);
    const QString id = u"0b5a4b8e-95c5-4d6c-9c35-5a0d7cbb1a01"_s;
    const auto uuid = [](int n) { return u"0b5a4b8e-95c5-4d6c-9c35-5a0d7cbb100%1"_s.arg(n); };
    return {.conversation = {.id = id,
                             .title = u"Hỏi <b>giá</b>, \"gấp\""_s,
                             .createdAt = time,
                             .updatedAt = time,
                             .activeLeaf = uuid(4),
                             .model = u"gpt-4o"_s},
            .messages = {{.id = uuid(1),
                          .conversationId = id,
                          .role = Role::User,
                          .content = u"=1+1 <script>alert(1)</script>"_s,
                          .name = u"Lan"_s,
                          .createdAt = time,
                          .tokens = 9},
                         {.id = uuid(2),
                          .parentId = uuid(1),
                          .conversationId = id,
                          .role = Role::Assistant,
                          .content = u"bản cũ"_s},
                         {.id = uuid(3),
                          .parentId = uuid(1),
                          .conversationId = id,
                          .role = Role::Assistant,
                          .content = u"Ví dụ:\n```python\nprint(1 < 2)"_s,
                          .reasoning = u"Nghĩ\nkỹ"_s,
                          .toolCalls = {{u"c1"_s, u"price"_s, u"{\"sku\":\"A\"}"_s}},
                          .model = u"gpt-4o"_s},
                         {.id = uuid(4),
                          .parentId = uuid(3),
                          .conversationId = id,
                          .role = Role::Tool,
                          .status = MessageStatus::Interrupted,
                          .content = u"120.000"_s,
                          .toolCallId = u"c1"_s}},
            .charges = {{.id = u"ch1"_s,
                         .conversationId = id,
                         .userId = u"@agent"_s,
                         .at = time,
                         .usage = {.prompt = 1500, .completion = 500},
                         .amount = Money{16'000'000'000},
                         .basis = Charge::Basis::UsageTimesPrice},
                        {.id = u"ch2"_s, .conversationId = id}}};
}

NextConversation each(const QList<Bundle> &bundles)
{
    return [bundles, at = qsizetype(0)]() mutable -> Result<std::optional<Bundle>> {
        return at < bundles.size() ? std::optional(bundles[at++]) : std::nullopt;
    };
}

QByteArray exported(const QString &format, const QList<Bundle> &bundles = {talk()})
{
    QBuffer out;
    const auto exporter = exporterFor(format);
    if (!out.open(QIODevice::WriteOnly) || !exporter
        || !exportTo(out, {}, *exporter, each(bundles)))
        return {};
    return out.data();
}

} // namespace

class TestExporters : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

private slots:
    void cleanup() { forgetSecrets(); }

    void everyFormatHasAnExporterAndKeepsSecrets_data()
    {
        QTest::addColumn<QString>("format");
        const QStringList formats = exportFormats();
        for (const QString &format : formats)
            QTest::addRow("%s", qPrintable(format)) << format;
    }

    void everyFormatHasAnExporterAndKeepsSecrets()
    {
        QFETCH(QString, format);
        QVERIFY(exporterFor(format));
        rememberSecret("sk-canary-123456");
        const QString secret = u"key sk-canary-123456"_s;
        Bundle leaky = talk();
        leaky.conversation.title = secret;
        for (Message &message : leaky.messages) {
            message.content = secret;
            message.reasoning = secret;
            message.name = secret;
            message.metadata.insert(u"k"_s, secret);
        }
        leaky.charges[0].priceRow = secret;
        const QByteArray text = exported(format, {leaky});
        QVERIFY(!text.isEmpty());
        QVERIFY(!text.contains("canary"));
    }

    void anUnknownFormatHasNone() { QVERIFY(!exporterFor(u"word"_s)); }

    void markdownIsTheActiveBranchWithClosedFences()
    {
        QCOMPARE(QString::fromUtf8(exported(u"markdown"_s)),
                 u"# Hỏi <b>giá</b>, \"gấp\"\n\n"
                 "2026-02-03 09:15 UTC · gpt-4o\n\n"
                 "## Lan (user) · 2026-02-03 09:15 UTC\n\n"
                 "=1+1 <script>alert(1)</script>\n\n"
                 "## Assistant · gpt-4o\n\n"
                 "> Nghĩ\n> kỹ\n\n"
                 "Ví dụ:\n```python\nprint(1 < 2)\n```\n\n"
                 "Calls price:\n\n"
                 "```json\n{\"sku\":\"A\"}\n```\n\n"
                 "## Tool · interrupted\n\n"
                 "120.000\n"_s);
    }

    void htmlRunsNothingAndFetchesNothing()
    {
        const QByteArray page = exported(u"html"_s);
        QVERIFY(!page.contains("<script"));
        QVERIFY(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        QVERIFY(page.contains("<pre><code>print(1 &lt; 2)</code></pre>"));
        QVERIFY(page.contains("default-src 'none'"));
        QVERIFY(page.contains("prefers-color-scheme: dark"));
        QVERIFY(!page.contains("http:") && !page.contains("https:") && !page.contains("url("));
        QVERIFY(!page.contains("bản cũ"));
    }

    void thePolicyOfThePageAllowsItsOwnStyle()
    {
        const QByteArray page = exported(u"html"_s);
        const qsizetype from = page.indexOf("<style>") + 7;
        const QByteArray sheet = page.mid(from, page.indexOf("</style>") - from);
        const QByteArray digest =
            QCryptographicHash::hash(sheet, QCryptographicHash::Sha256).toBase64();
        QVERIFY(page.contains("style-src 'sha256-" + digest + "'"));
    }

    void openAiLinesAreReadBack()
    {
        const QString path = m_dir.filePath(u"talk.jsonl"_s);
        const auto exporter = exporterFor(u"openai-jsonl"_s);
        QVERIFY(exportToFile(path, *exporter, each({talk(), talk()})));
        for (const IdRule rule : {IdRule::Stable, IdRule::KeepSource}) {
            const Result<Reading> reading = readSource(path, {.ids = rule});
            QVERIFY(reading && reading->leftOut.isEmpty());
            QCOMPARE(reading->bundles.size(), 2);
            const Bundle &back = reading->bundles[0];
            QCOMPARE(back.conversation.id, talk().conversation.id);
            QCOMPARE(back.conversation.title, talk().conversation.title);
            QCOMPARE(back.messages.size(), 3);
            QCOMPARE(back.messages[1].id, talk().messages[2].id);
            QCOMPARE(back.messages[1].toolCalls, talk().messages[2].toolCalls);
            QCOMPARE(back.messages[0].createdAt, talk().messages[0].createdAt);
        }
    }

    void csvCellsAreHarmlessAndQuoted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cell");
        QTest::addRow("plain") << u"Xin chào"_s << u"Xin chào"_s;
        QTest::addRow("nothing") << QString() << QString();
        QTest::addRow("a comma") << u"a,b"_s << u"\"a,b\""_s;
        QTest::addRow("quotes") << u"\"a\" b"_s << u"\"\"\"a\"\" b\""_s;
        QTest::addRow("a line break") << u"a\nb"_s << u"\"a\nb\""_s;
        QTest::addRow("a formula") << u"=HYPERLINK(1)"_s << u"'=HYPERLINK(1)"_s;
        QTest::addRow("a sum") << u"+84 900"_s << u"'+84 900"_s;
        QTest::addRow("a dash") << u"-1"_s << u"'-1"_s;
        QTest::addRow("a function") << u"@SUM(1,2)"_s << u"\"'@SUM(1,2)\""_s;
        QTest::addRow("a tab") << u"\t=1"_s << u"'\t=1"_s;
        QTest::addRow("a carriage return") << u"\r=1"_s << u"\"'\r=1\""_s;
        QTest::addRow("a wide equals sign") << u"＝1"_s << u"'＝1"_s;
        QTest::addRow("an equals sign inside") << u"1=1"_s << u"1=1"_s;
    }

    void csvCellsAreHarmlessAndQuoted()
    {
        QFETCH(QString, text);
        QFETCH(QString, cell);
        QCOMPARE(csvCell(text), cell);
    }

    void csvHasARowForEachMessageOfAllBranches()
    {
        const QString text = QString::fromUtf8(exported(u"csv"_s));
        QCOMPARE(text.count(u"0b5a4b8e-95c5-4d6c-9c35-5a0d7cbb1a01,"_s), 4);
        QVERIFY(text.contains(u"user,complete,Lan,,2026-02-03T09:15:00.000Z,9,'=1+1 <script>"_s));
        QVERIFY(text.contains(u",tool,interrupted,,,,,120.000\r\n"_s));
    }

    void csvOfChargesLeavesAnUnknownAmountEmpty()
    {
        const QList<QByteArray> rows = exported(u"csv-charges"_s).split('\n');
        QVERIFY(rows[1].contains(",'@agent,"));
        QVERIFY(rows[1].contains(",1500,0,0,500,0,usage \xc3\x97 price,0.016000000000,\r"));
        QVERIFY(rows[2].endsWith(",unpriced,,\r"));
    }

    void aFileAppearsWholeOrNotAtAll()
    {
        const QString path = m_dir.filePath(u"part.md"_s);
        const auto exporter = exporterFor(u"markdown"_s);
        int count = 0;
        const Result<> done = exportToFile(path, *exporter, [&]() -> Result<std::optional<Bundle>> {
            if (count++ == 0)
                return std::optional(talk());
            return Error{Error::Kind::StoreFailed, u"gone"_s};
        });
        QVERIFY(!done);
        QCOMPARE(done.error().kind, Error::Kind::StoreFailed);
        QVERIFY(!QFile::exists(path));
        QCOMPARE(QDir(m_dir.path()).entryList({u"part*"_s}), QStringList());
    }

    void aPlaceThatCannotBeWrittenIsAnError()
    {
        const auto exporter = exporterFor(u"html"_s);
        const Result<> done =
            exportToFile(m_dir.filePath(u"none/x.html"_s), *exporter, each({talk()}));
        QCOMPARE(done.error().kind, Error::Kind::FileAccess);
    }

    void aFileThatHasNoRoomIsNamedWithTheReason()
    {
        Bundle large = talk();
        large.messages.first().content = QString(1'000'000, u'x');
        const QString path = m_dir.filePath(u"large.md"_s);
        const auto exporter = exporterFor(u"markdown"_s);

        const auto before = std::signal(SIGXFSZ, SIG_IGN);
        rlimit room;
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &room), 0);
        const rlimit little{100'000, room.rlim_max}; // it ends within a write
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &little), 0);
        const Result<> done = exportToFile(path, *exporter, each({large}));
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &room), 0);
        std::signal(SIGXFSZ, before);

        QVERIFY(!done);
        QCOMPARE(done.error().where, path);
        QVERIFY2(done.error().detail.contains(qt_error_string(EFBIG)),
                 qPrintable(done.error().detail));
        QVERIFY(!QFile::exists(path));
    }

    void aPipeIsWrittenToAndStays()
    {
        const QString path = m_dir.filePath(u"pipe"_s);
        const QByteArray name = QFile::encodeName(path);
        QCOMPARE(mkfifo(name.constData(), 0600), 0);
        const int end = open(name.constData(), O_RDONLY | O_NONBLOCK);
        const auto exporter = exporterFor(u"markdown"_s);
        QVERIFY(exportToFile(path, *exporter, each({talk()})));

        QFile pipe;
        QVERIFY(pipe.open(end, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle));
        QCOMPARE(pipe.readAll(), exported(u"markdown"_s));
        struct stat now;
        QCOMPARE(stat(name.constData(), &now), 0);
        QVERIFY(S_ISFIFO(now.st_mode));
    }
};

QTEST_GUILESS_MAIN(TestExporters)
#include "tst_exporters.moc"
