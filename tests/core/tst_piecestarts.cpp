#include "core/tokens/piecestarts.h"

#include "core/tokens/splitter.h"

#include <QRandomGenerator>
#include <QTest>

#include <bit>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

using PieceStarts = std::uint64_t (*)(const char *, int);

/// Where the pieces of a text start, one after the other.
std::vector<qsizetype> startsOf(Splitter pieceEnd, const QByteArray &text)
{
    std::vector<qsizetype> starts;
    const char *end = text.data() + text.size();
    for (const char *at = text.data(); at != end; at = pieceEnd(at, end))
        starts.push_back(at - text.data());
    return starts;
}

/// The first start for which the masks say something else than the splitter; -1 if none.
qsizetype firstWrong(PieceStarts pieceStarts, Splitter pieceEnd, const QByteArray &text)
{
    const std::vector<qsizetype> starts = startsOf(pieceEnd, text);
    const QByteArray readable = text + QByteArray(64, '\0');
    for (const qsizetype start : starts) {
        const int size = int(std::min<qsizetype>(64, text.size() - start));
        const std::uint64_t found = pieceStarts(readable.data() + start, size);
        std::uint64_t expected = 0;
        for (const qsizetype each : starts) {
            if (each >= start && each - start < qsizetype(std::bit_width(found)))
                expected |= std::uint64_t(1) << (each - start);
        }
        if (found != expected)
            return start;
    }
    return -1;
}

QByteArray randomText(QRandomGenerator &random, const QStringList &alphabet)
{
    QString text;
    for (int i = random.bounded(1, 60); i > 0; --i) {
        const QString &part = alphabet[random.bounded(int(alphabet.size()))];
        text += part.repeated(random.bounded(4) == 0 ? random.bounded(1, 5) : 1);
    }
    return text.toUtf8();
}

} // namespace

class TestPieceStarts : public QObject
{
    Q_OBJECT

private slots:
    void areWhereTheSplitterCuts_data()
    {
        QTest::addColumn<QStringList>("alphabet");
        QTest::addRow("words") << QStringList{u"a"_s, u"B"_s, u" "_s, u"'"_s, u"s"_s, u"re"_s};
        QTest::addRow("code") << QStringList{u"x"_s, u"Y"_s, u" "_s, u"\n"_s, u"\t"_s,
                                             u"1"_s, u"/"_s, u"*"_s, u"\r"_s, u"("_s};
        QTest::addRow("blanks") << QStringList{u" "_s,      u"\n"_s,     u"\r\n"_s,
                                               u"\t"_s,     u"a"_s,      u"\u00a0"_s,
                                               u"\u3000"_s, u"\u2028"_s, u"!"_s};
        QTest::addRow("scripts") << QStringList{u"ế"_s, u"Đ"_s, u"中"_s, u"я"_s, u"Ж"_s, u"ʰ"_s,
                                                u" "_s, u"a"_s, u"A"_s,  u"ǅ"_s, u"٣"_s, u"½"_s};
        QTest::addRow("Latin") << QStringList{u"ế"_s, u"Ế"_s, u"đ"_s, u"Đ"_s, u"ư"_s, u"ũ"_s,
                                              u"ß"_s, u"÷"_s, u"ŉ"_s, u"é"_s, u" "_s, u"a"_s,
                                              u"A"_s, u"'"_s, u"d"_s, u"1"_s};
        QTest::addRow("Chinese") << QStringList{u"\u4dff"_s, u"一"_s,     u"\u9fff"_s, u"\ua000"_s,
                                                u"中文"_s,   u"字词句"_s, u"，"_s,     u"。"_s,
                                                u"a"_s,      u"A"_s,      u" "_s,      u"1"_s};
        QTest::addRow("marks") << QStringList{u"\u0301"_s, u"e"_s,  u"E"_s, u"!"_s,  u" "_s, u"1"_s,
                                              u"'"_s,      u"ll"_s, u"ſ"_s, u"\n"_s, u"/"_s};
        QTest::addRow("emoji") << QStringList{u"😀"_s,  u"\u200d"_s,     u"\ufe0f"_s,     u" "_s,
                                              u"a"_s,  u"\U0001d7d9"_s, u"\U00010400"_s, u"/"_s,
                                              u"\n"_s, u"'"_s,          u"t"_s};
    }

    void areWhereTheSplitterCuts()
    {
        QFETCH(QStringList, alphabet);
        QRandomGenerator random(1);
        for (int round = 0; round < 1500; ++round) {
            const QByteArray text = randomText(random, alphabet);
            const qsizetype cl100k = firstWrong(cl100kPieceStarts, cl100kPieceEnd, text);
            QVERIFY2(cl100k < 0, (text + " from " + QByteArray::number(cl100k)).constData());
            const qsizetype o200k = firstWrong(o200kPieceStarts, o200kPieceEnd, text);
            QVERIFY2(o200k < 0, (text + " from " + QByteArray::number(o200k)).constData());
        }
    }

    void areRightForAnyBytes_data()
    {
        QTest::addColumn<QByteArray>("common");
        QTest::addRow("two bytes") << "aB 1\n'/\xc3"_ba;
        QTest::addRow("small Latin") << "\xc3\xc4\xc5\xc6\xe1\xba\xbb\xa1\xb0\xb7 "_ba;
        QTest::addRow("three bytes") << "\xe4\xe5\xe9\xb8\xb7\xbf\x80 "_ba;
    }

    void areRightForAnyBytes()
    {
        QFETCH(QByteArray, common);
        QRandomGenerator random(2);
        for (int round = 0; round < 5000; ++round) {
            QByteArray text(random.bounded(1, 90), '\0');
            for (char &byte : text)
                byte = random.bounded(3) == 0 ? char(random.bounded(256))
                                              : common[random.bounded(int(common.size()))];
            QVERIFY2(firstWrong(cl100kPieceStarts, cl100kPieceEnd, text) < 0,
                     text.toHex().constData());
            QVERIFY2(firstWrong(o200kPieceStarts, o200kPieceEnd, text) < 0,
                     text.toHex().constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestPieceStarts)
#include "tst_piecestarts.moc"
