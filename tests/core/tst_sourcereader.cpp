#include "core/exchange/sourcereader.h"
#include "tests/support/zipfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray chatGpt(const QByteArray &id, const QByteArray &text = "Xin chào")
{
    return R"({"id":")" + id + R"(","title":"t","mapping":{"n":{"id":"n","message":{"id":"n",
"author":{"role":"user"},"content":{"content_type":"text","parts":[")"
        + text + R"("]}}}}})";
}

QStringList idsIn(const Reading &reading)
{
    QStringList ids;
    for (const Bundle &bundle : reading.bundles)
        ids += bundle.conversation.id;
    return ids;
}

} // namespace

class TestSourceReader : public QObject
{
    Q_OBJECT

private:
    QString written(const QString &name, const QByteArray &bytes) const
    {
        const QString path = m_dir.filePath(name);
        QDir().mkpath(path.section(u'/', 0, -2));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return path;
    }

    static Reading read(const QString &path)
    {
        const Result<Reading> reading = readSource(path, {.ids = IdRule::KeepSource});
        return reading ? *reading : Reading{};
    }

    QTemporaryDir m_dir;

private slots:
    void theContentTellsTheFormat_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        QTest::addRow("chatgpt") << u"chatgpt.json"_s << u"chatgpt"_s;
        QTest::addRow("claude") << u"claude.json"_s << u"claude"_s;
        QTest::addRow("openwebui") << u"openwebui.json"_s << u"openwebui"_s;
        QTest::addRow("librechat") << u"librechat.json"_s << u"librechat"_s;
        QTest::addRow("nested librechat") << u"librechat-tree.json"_s << u"librechat"_s;
        QTest::addRow("sharegpt") << u"sharegpt.json"_s << u"sharegpt"_s;
        QTest::addRow("openai") << u"openai.jsonl"_s << u"openai-jsonl"_s;
    }

    void theContentTellsTheFormat()
    {
        QFETCH(QString, file);
        QFETCH(QString, format);
        QFile fixture(QStringLiteral(TEST_DATA "/exchange/") + file);
        QVERIFY(fixture.open(QIODevice::ReadOnly));
        const Reading reading = read(written(u"misleading.txt"_s, fixture.readAll()));
        QVERIFY(!reading.bundles.isEmpty());
        for (const Bundle &bundle : reading.bundles)
            QCOMPARE(bundle.conversation.metadata["source"_L1].toString(), format);
    }

    void aListAnObjectWithAListAndOneAloneAreTheSame_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("a list") << '[' + chatGpt("c") + ']';
        QTest::addRow("an object with a list")
            << "{\"version\":[{\"a\":1}],\"conversations\":[" + chatGpt("c") + "]}";
        QTest::addRow("one alone") << chatGpt("c");
        QTest::addRow("one alone, on several lines") << chatGpt("c").replace(",", ",\n");
        QTest::addRow("behind a byte-order mark") << "\xef\xbb\xbf[" + chatGpt("c") + ']';
    }

    void aListAnObjectWithAListAndOneAloneAreTheSame()
    {
        QFETCH(QByteArray, bytes);
        const Reading reading = read(written(u"x.json"_s, bytes));
        QCOMPARE(idsIn(reading), QStringList{u"c"_s});
        QVERIFY(reading.leftOut.isEmpty());
        QCOMPARE(reading.bundles[0].messages[0].content, u"Xin chào"_s);
    }

    void utf16IsRead()
    {
        const QString text = u'\ufeff' + QString::fromUtf8(chatGpt("c", "Đổi trả"));
        const QByteArray bytes(reinterpret_cast<const char *>(text.utf16()), text.size() * 2);
        QCOMPARE(read(written(u"x.json"_s, bytes)).bundles.value(0).messages.value(0).content,
                 u"Đổi trả"_s);
    }

    void shardsAreReadInTheOrderOfTheirNumbers_data()
    {
        QTest::addColumn<bool>("isZip");
        QTest::addRow("in a folder") << false;
        QTest::addRow("in an archive") << true;
    }

    void shardsAreReadInTheOrderOfTheirNumbers()
    {
        QFETCH(bool, isZip);
        const QList<QPair<QByteArray, QByteArray>> files{
            {"conversations-010.json", '[' + chatGpt("d") + ']'},
            {"conversations-001.json", '[' + chatGpt("a") + ',' + chatGpt("b") + ']'},
            {"conversations-2.json", '[' + chatGpt("c") + ']'},
            {"export_manifest.json", R"({"files":["conversations-001.json"]})"},
            {"user.json", R"({"email":"x@example.com"})"},
            {"chat.html", "<html>"},
            {"image.png", "\x89PNG"}};
        const QString path = m_dir.filePath(isZip ? u"shards.zip"_s : u"shards"_s);
        if (isZip)
            QVERIFY(writeZip(path, files));
        for (const auto &[name, bytes] : files)
            QVERIFY(isZip || !written(u"shards/"_s + QString::fromUtf8(name), bytes).isEmpty());
        const Reading reading = read(path);
        QCOMPARE(idsIn(reading), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        QCOMPARE(reading.numbers, (QList<int>{1, 2, 3, 4}));
        QVERIFY(reading.leftOut.isEmpty());
    }

    void shardsThatTheManifestNamesAndAreNotThereAreMissed()
    {
        written(u"part/conversations-000.json"_s, '[' + chatGpt("a") + ']');
        const QString manifest = written(u"part/export_manifest.json"_s,
                                         R"({"export":{"files":[{"name":"conversations-000.json"},
{"name":"conversations-001.json"}]}})");
        const Reading reading = read(manifest.section(u'/', 0, -2));
        QCOMPARE(idsIn(reading), QStringList{u"a"_s});
        QCOMPARE(reading.leftOut,
                 (QList<LeftOut>{{u"conversations-001.json"_s,
                                  u"export_manifest.json names it, but it is not there"_s}}));
    }

    void anArchiveInAnArchiveIsRead()
    {
        const QString inner = m_dir.filePath(u"inner.zip"_s);
        QVERIFY(writeZip(inner, {{"conversations.json", '[' + chatGpt("a") + ']'}}));
        QFile file(inner);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const QString outer = m_dir.filePath(u"outer.zip"_s);
        QVERIFY(writeZip(outer, {{"conversations-000.zip", bytes}, {"users.json", "[]"}}));
        QCOMPARE(idsIn(read(outer)), QStringList{u"a"_s});
    }

    void namesInAnArchiveAreNeverPaths()
    {
        const QString path = m_dir.filePath(u"slip.zip"_s);
        QVERIFY(writeZip(path, {{"../../escaped.json", '[' + chatGpt("a") + ']'}}));
        QCOMPARE(idsIn(read(path)), QStringList{u"a"_s});
        QVERIFY(!QFile::exists(m_dir.filePath(u"../../escaped.json"_s)));
    }

    void aBadConversationCostsOnlyItself_data()
    {
        QTest::addColumn<QByteArray>("bad");
        QTest::addRow("not JSON") << QByteArray("{\"id\":\"b\",\"mapping\":{\"x\":tru}}");
        QTest::addRow("a missing quote") << QByteArray("{\"id\":\"b,\"mapping\":{}}");
        QTest::addRow("a missing bracket") << QByteArray("{\"id\":\"b\",\"mapping\":{}");
        QTest::addRow("a bracket too many") << QByteArray("{\"id\":\"b\"}}");
        QTest::addRow("something else") << QByteArray("{\"id\":\"b\"}");
        QTest::addRow("a number") << QByteArray("17");
        QTest::addRow("no messages") << QByteArray("{\"id\":\"b\",\"mapping\":{}}");
        QTest::addRow("too deep") << chatGpt("b").replace(
            "\"n\":", QByteArray(30'000, '[') + QByteArray(30'000, ']'));
    }

    void aBadConversationCostsOnlyItself()
    {
        QFETCH(QByteArray, bad);
        const QByteArray bytes =
            '[' + chatGpt("a") + ",\n" + bad + ",\n" + chatGpt("c") + ',' + chatGpt("d") + ']';
        const Reading reading = read(written(u"x.json"_s, bytes));
        QCOMPARE(idsIn(reading), (QStringList{u"a"_s, u"c"_s, u"d"_s}));
        QVERIFY(!reading.leftOut.isEmpty());
        QCOMPARE(reading.leftOut[0].where, u"x.json, conversation 2"_s);
    }

    void aFileThatIsCutOffKeepsWhatIsWhole()
    {
        const QByteArray bytes = '[' + chatGpt("a") + ',' + chatGpt("b").chopped(9);
        const Reading reading = read(written(u"x.json"_s, bytes));
        QCOMPARE(idsIn(reading), QStringList{u"a"_s});
        QCOMPARE(reading.leftOut,
                 (QList<LeftOut>{
                     {u"x.json, conversation 2"_s, u"the file ends in the middle of it"_s}}));
    }

    void whatIsInNoKnownFormatIsAnError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("prose") << QByteArray("Xin chào");
        QTest::addRow("other JSON") << QByteArray(R"({"email":"x@example.com"})");
        QTest::addRow("a list of other things") << QByteArray("[1,2]");
        QTest::addRow("damaged") << QByteArray("{\"mapping\":{");
        QTest::addRow("bytes") << QByteArray("\x89PNG\x00\xff", 6);
    }

    void whatIsInNoKnownFormatIsAnError()
    {
        QFETCH(QByteArray, bytes);
        const Result<Reading> reading = readSource(written(u"x.json"_s, bytes));
        QVERIFY(!reading);
        QCOMPARE(reading.error().kind, Error::Kind::BadInput);
    }

    void anEmptyExportIsNoError() { QVERIFY(readSource(written(u"x.json"_s, "[]"))); }

    void aMissingFileIsAnError()
    {
        const Result<Reading> reading = readSource(m_dir.filePath(u"none.json"_s));
        QVERIFY(!reading);
        QCOMPARE(reading.error().kind, Error::Kind::NotFound);
    }

    void onlyTheFormatAskedForIsRead()
    {
        const QString path = written(u"x.json"_s, '[' + chatGpt("a") + ']');
        QVERIFY(readSource(path, {.format = u"chatgpt"_s}));
        QVERIFY(!readSource(path, {.format = u"claude"_s}));
        QVERIFY(!readSource(path, {.format = u"word"_s}));
    }

    void aSourceNamesOneConversation()
    {
        const QString path = written(u"two.json"_s, '[' + chatGpt("a") + ',' + chatGpt("b") + ']');
        const ReadOptions options{.ids = IdRule::KeepSource};
        QCOMPARE(readConversation(path + u"#2"_s, options)->conversation.id, u"b"_s);
        QCOMPARE(readConversation(path, options).error().kind, Error::Kind::BadInput);
        QCOMPARE(readConversation(path + u"#3"_s, options).error().kind, Error::Kind::NotFound);
        const QString one = written(u"one#1"_s, chatGpt("c"));
        QCOMPARE(readConversation(one, options)->conversation.id, u"c"_s);
        QCOMPARE(readConversation(one + u"#1"_s, options)->conversation.id, u"c"_s);
    }

    void readingCanBeStopped()
    {
        const QString path = written(u"two.json"_s, '[' + chatGpt("a") + ',' + chatGpt("b") + ']');
        int taken = 0;
        QVERIFY(readSource(path, {}, [&](const Bundle &, int) { return ++taken < 1; }));
        QCOMPARE(taken, 1);
        const Result<Reading> cancelled =
            readSource(path, {.goOn = [](qint64, qint64) { return false; }});
        QCOMPARE(cancelled.error().kind, Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestSourceReader)
#include "tst_sourcereader.moc"
