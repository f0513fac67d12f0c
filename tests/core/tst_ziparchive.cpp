#include "core/exchange/ziparchive.h"
#include "tests/support/zipfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestZipArchive : public QObject
{
    Q_OBJECT

private:
    QByteArray zipped(const QList<QPair<QByteArray, QByteArray>> &entries) const
    {
        const QString path = m_dir.filePath(u"archive.zip"_s);
        QFile file(path);
        return writeZip(path, entries) && file.open(QIODevice::ReadOnly) ? file.readAll()
                                                                         : QByteArray();
    }

    QTemporaryDir m_dir;

private slots:
    void readsItsEntries()
    {
        Result<ZipArchive> opened =
            ZipArchive::open(zipped({{"a/đơn.json", "[1]"}, {"folder/", ""}, {"b.txt", "text"}}));
        QVERIFY(opened);
        ZipArchive zip = *std::move(opened);
        QStringList names = zip.names();
        names.sort();
        QCOMPARE(names, (QStringList{u"a/đơn.json"_s, u"b.txt"_s}));
        qint64 budget = 10;
        QCOMPARE(*zip.read(u"a/đơn.json"_s, budget), QByteArray("[1]"));
        QCOMPARE(budget, 7);
        QCOMPARE(*zip.beginning(u"b.txt"_s), QByteArray("text"));
    }

    void aBombIsRefusedByItsRatio()
    {
        const QByteArray bytes = zipped({{"small.json", QByteArray(1'000'000, ' ')},
                                         {"bomb.json", QByteArray(50'000'000, ' ')}});
        QVERIFY(bytes.size() < 100'000);
        ZipArchive zip = *ZipArchive::open(bytes);
        qint64 budget = 1LL << 30;
        QVERIFY(zip.read(u"small.json"_s, budget));
        const Result<QByteArray> bomb = zip.read(u"bomb.json"_s, budget);
        QVERIFY(!bomb);
        QCOMPARE(bomb.error().detail, u"it unpacks to more than 100 times its size"_s);
    }

    void theBudgetIsForAllEntries()
    {
        ZipArchive zip = *ZipArchive::open(zipped({{"a", "12345"}, {"b", "12345"}}));
        qint64 budget = 8;
        QVERIFY(zip.read(u"a"_s, budget));
        QVERIFY(!zip.read(u"b"_s, budget));
    }

    void tooManyEntriesAreRefused()
    {
        QList<QPair<QByteArray, QByteArray>> many;
        for (int i = 0; i <= 10'000; ++i)
            many.append({QByteArray::number(i), "x"});
        QVERIFY(!ZipArchive::open(zipped(many)));
    }

    void damageIsAnErrorAndNoMore()
    {
        const QByteArray good = zipped({{"a.json", QByteArray("[1,2,3]").repeated(100)}});
        QVERIFY(!ZipArchive::open(good.left(good.size() / 2)));
        for (qsizetype i = 0; i < good.size(); ++i) {
            QByteArray bad = good;
            bad[i] = char(~bad[i]);
            Result<ZipArchive> opened = ZipArchive::open(bad);
            if (!opened)
                continue;
            ZipArchive zip = *std::move(opened);
            const QStringList names = zip.names();
            for (const QString &name : names) {
                qint64 budget = 1 << 20;
                const Result<QByteArray> bytes = zip.read(name, budget);
                QVERIFY(!bytes || bytes->size() <= (1 << 20));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestZipArchive)
#include "tst_ziparchive.moc"
