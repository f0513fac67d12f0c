#include "core/base/sha256.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Core;

class TestSha256 : public QObject
{
    Q_OBJECT

private slots:
    void isWhatTheStandardSays()
    {
        QCOMPARE(sha256("abc").toHex(),
                 QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(sha256({}).toHex(),
                 QByteArray("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    void isOverOneBehindTheOther()
    {
        // Around the sizes of blocks and of what ends the last one.
        for (int size = 0; size < 200; ++size) {
            const QByteArray bytes(size, char(size));
            const QByteArray whole = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
            QCOMPARE(sha256(bytes), whole);
            QCOMPARE(sha256(bytes.first(size / 3), bytes.sliced(size / 3)), whole);
        }
    }
};

QTEST_GUILESS_MAIN(TestSha256)
#include "tst_sha256.moc"
