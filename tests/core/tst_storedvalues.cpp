#include "core/store/storedvalues.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestStoredValues : public QObject
{
    Q_OBJECT

private slots:
    // A store that is there would be found damaged if any of these became another.
    void whatAHashCoversStaysAsItIs_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QByteArray>("covered");

        const auto row = [](const char *name, const QVariant &value, const QByteArray &covered) {
            QTest::addRow("%s", name) << value << covered;
        };
        row("a text", u"Where is it?"_s, "12:Where is it?");
        row("no text", u""_s, "0:");
        row("a text with marks", u"Đơn hàng 🧵"_s, "16:Đơn hàng 🧵");
        row("a long text", QString(2000, u'a'), "2000:" + QByteArray(2000, 'a'));
        row("an id", storedId(u"0b7d4c1e"_s), "8:0b7d4c1e");
        row("no id", storedId({}), "0:");
        row("a number", 42, "2:42");
        row("a large number", qint64(-9'000'000'000), "11:-9000000000");
        row("nothing", {}, "-:");
        row("a time", storedTime(QDateTime::fromMSecsSinceEpoch(1'795'000'000'123, Qt::UTC)),
            "13:1795000000123");
        row("no time", storedTime({}), "-:");
        row("an object", storedObject({{u"a"_s, 1}}), "7:{\"a\":1}");
        row("no object", storedObject({}), "0:");
        row("a truth", true, "4:true");
    }

    void whatAHashCoversStaysAsItIs()
    {
        QFETCH(const QVariant, value);
        QFETCH(const QByteArray, covered);

        QCOMPARE(coveredByHash({value}), covered);
        QCOMPARE(coveredByHash({value, 7}), covered + "1:7");
    }

    void aHashIsOverWhatIsBeforeAndWhatIsCovered()
    {
        QCOMPARE(hashOf(QVariantList{u"abc"_s}, "before").toHex(),
                 QByteArray("005539c69cd4b6da0e730a8676c3635f4d6cfb6f1def72cd99de9e2cc1458259"));
        QCOMPARE(hashOf(QVariantList{u"abc"_s}, "before"), hashOf("3:abc", "before"));
    }
};

QTEST_GUILESS_MAIN(TestStoredValues)
#include "tst_storedvalues.moc"
