#include "core/tokens/tokenizer.h"

#include "tests/support/tokensbydefinition.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <thread>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<TokenId> idsIn(const QJsonValue &value)
{
    std::vector<TokenId> ids;
    for (const QJsonValue &id : value.toArray())
        ids.push_back(TokenId(id.toInt()));
    return ids;
}

QString described(const std::vector<TokenId> &ids)
{
    QStringList words;
    for (const TokenId id : ids)
        words += QString::number(id);
    return words.join(u' ');
}

/// Lines of {"text", "cl100k_base": [...], "o200k_base": [...]} from the reference implementation.
QList<QJsonObject> vectorsIn(const QString &path)
{
    QList<QJsonObject> vectors;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return vectors;
    while (!file.atEnd())
        vectors += QJsonDocument::fromJson(file.readLine()).object();
    return vectors;
}

} // namespace

class TestTokenizer : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheReference_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addRow("sample") << QStringLiteral(TEST_DATA "/tokens.jsonl");
        QTest::addRow("all") << QStringLiteral(SHARED_DATA "/tokens-dev.jsonl");
    }

    void agreesWithTheReference()
    {
        QFETCH(QString, path);
        const QList<QJsonObject> vectors = vectorsIn(path);
        if (vectors.isEmpty() && !path.startsWith(QStringLiteral(TEST_DATA)))
            QSKIP("The full set is not on this machine.");
        QVERIFY(vectors.size() > 400);
        const Tokenizer cl100k(Encoding::Cl100k);
        const Tokenizer o200k(Encoding::O200k);
        for (const QJsonObject &vector : vectors) {
            const QString text = vector[u"text"].toString();
            const QByteArray utf8 = text.toUtf8();
            for (const auto &[name, tokenizer] :
                 {std::pair{u"cl100k_base"_s, cl100k}, std::pair{u"o200k_base"_s, o200k}}) {
                const std::vector<TokenId> expected = idsIn(vector[name]);
                const std::vector<TokenId> ids = tokenizer.encode(utf8);
                if (ids != expected) {
                    qWarning().noquote() << name << text << "\ngot  " << described(ids)
                                         << "\nwanted" << described(expected);
                }
                QVERIFY(ids == expected);
                QCOMPARE(tokenizer.count(utf8), qsizetype(expected.size()));
                QCOMPARE(tokenizer.count(text), qsizetype(expected.size()));
                QCOMPARE(tokenizer.decode(ids), utf8);
            }
        }
    }

    void agreesWithTheDefinition_data()
    {
        QTest::addColumn<QStringList>("alphabet");
        QTest::addRow("words") << QStringList{u"the "_s, u"ing "_s, u" un"_s, u"x"_s,  u"Q"_s,
                                              u"'s"_s,   u", "_s,   u"\n"_s,  u"12"_s, u"es"_s};
        QTest::addRow("blanks") << QStringList{u" "_s, u"\n"_s, u"\t"_s, u"    "_s, u"a"_s};
        QTest::addRow("symbols") << QStringList{u"="_s, u"-"_s, u"*/"_s, u"//"_s, u"{"_s, u"\n"_s};
        QTest::addRow("scripts") << QStringList{u"nghiêng "_s, u"ưở"_s,   u"中文"_s, u"字"_s,
                                                u"한국"_s,     u"はい"_s, u"ไทย"_s,  u"😀"_s,
                                                u"\u0301"_s,   u"Ж"_s,    u" "_s};
        QTest::addRow("one letter") << QStringList{u"a"_s};
        QTest::addRow("few letters") << QStringList{u"A"_s, u"C"_s, u"G"_s, u"T"_s};
    }

    void agreesWithTheDefinition()
    {
        QFETCH(QStringList, alphabet);
        QRandomGenerator random(1);
        for (int round = 0; round < 60; ++round) {
            QString text;
            for (int i = random.bounded(1, 150); i > 0; --i)
                text += alphabet[random.bounded(int(alphabet.size()))];
            const QByteArray utf8 = text.toUtf8();
            for (const Encoding encoding : {Encoding::Cl100k, Encoding::O200k}) {
                const auto expected = tokensByDefinition(encoding, utf8);
                QVERIFY2(Tokenizer(encoding).encode(utf8) == expected, utf8.constData());
                QCOMPARE(Tokenizer(encoding).count(utf8), qsizetype(expected.size()));
            }
        }
    }

    void takesSpecialTokensForText()
    {
        const Tokenizer tokenizer(Encoding::O200k);
        QVERIFY(tokenizer.count("<|endoftext|>"_ba) > 1);
        QCOMPARE(tokenizer.decode({199999}), QByteArray());
    }

    void keepsBytesThatAreNotUtf8()
    {
        for (const Encoding encoding : {Encoding::Cl100k, Encoding::O200k}) {
            const Tokenizer tokenizer(encoding);
            for (const QByteArray &bytes :
                 {"\xff\xfe abc"_ba, "ab\xe1\xbb"_ba, "\xf4\x90\x80\x80"_ba, "\x80\x80\x80"_ba,
                  "\xed\xa0\x80x"_ba}) {
                QCOMPARE(tokenizer.decode(tokenizer.encode(bytes)), bytes);
            }
        }
    }

    void countsALoneSurrogateAsAReplacementCharacter()
    {
        const Tokenizer tokenizer(Encoding::O200k);
        const QString broken = QString(QChar(0xd83d)) + u"x"_s;
        QCOMPARE(tokenizer.decode(tokenizer.encode(broken)), u"\ufffdx"_s.toUtf8());
    }

    void isSharedBetweenThreads()
    {
        const Tokenizer tokenizer(Encoding::O200k);
        const QString text =
            u"Một hai ba bốn năm sáu bảy. Some words, 中文字符 and 12345 more!\n"_s.repeated(50);
        const qsizetype expected = tokenizer.count(text);
        std::vector<qsizetype> counts(4);
        std::vector<std::thread> threads;
        for (qsizetype &count : counts)
            threads.emplace_back([&] { count = tokenizer.count(text); });
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(counts, std::vector<qsizetype>(4, expected));
    }
};

QTEST_GUILESS_MAIN(TestTokenizer)
#include "tst_tokenizer.moc"
