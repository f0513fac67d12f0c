#include "core/store/sealed.h"

#include <QTest>

using namespace Core;

class TestSealed : public QObject
{
    Q_OBJECT

private slots:
    void opensWithItsKey_data()
    {
        QTest::addColumn<QByteArray>("plain");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("a word") << QByteArray("secret");
        QTest::addRow("a whole part") << QByteArray(32, 'a');
        QTest::addRow("many parts") << QByteArray(10'000, 'b');
    }

    void opensWithItsKey()
    {
        QFETCH(QByteArray, plain);
        const QByteArray bytes = sealed(plain, "key");
        QCOMPARE(unsealed(bytes, "key"), plain);
        QVERIFY(!unsealed(bytes, "another"));
        QVERIFY(bytes != sealed(plain, "key"));
        QVERIFY(plain.size() < 6 || !bytes.contains(plain.first(6)));
    }

    void anyChangeIsSeen()
    {
        const QByteArray bytes = sealed("a plan", "key");
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            QByteArray changed = bytes;
            changed[i] = char(changed[i] ^ 1);
            QVERIFY(!unsealed(changed, "key"));
            QVERIFY(!unsealed(bytes.first(i), "key"));
        }
    }
};

QTEST_GUILESS_MAIN(TestSealed)
#include "tst_sealed.moc"
