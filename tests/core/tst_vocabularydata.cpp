#include "core/tokens/vocabularydata.h"

#include <QTest>

#include <vector>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(Core::Encoding)

using Table = std::vector<unsigned char>;

class TestVocabularyData : public QObject
{
    Q_OBJECT

private slots:
    void isWhole()
    {
        QVERIFY(checkVocabularies(Thoroughness::Quick));
        QVERIFY(checkVocabularies(Thoroughness::Full));
    }

    void tellsWhatIsDamaged_data()
    {
        QTest::addColumn<std::function<void(Table &)>>("damage");
        QTest::addColumn<bool>("isSeenAtOnce");
        QTest::addColumn<QString>("says");
        using Damage = std::function<void(Table &)>;
        QTest::addRow("nothing there")
            << Damage([](Table &table) { table.clear(); }) << true << u"0 bytes"_s;
        QTest::addRow("half a head")
            << Damage([](Table &table) { table.resize(10); }) << true << u"10 bytes"_s;
        QTest::addRow("cut off") << Damage([](Table &table) { table.resize(1000); }) << true
                                 << u"1000 of 3"_s;
        QTest::addRow("too long") << Damage([](Table &table) { table.push_back(0); }) << true
                                  << u" of 3"_s;
        QTest::addRow("another file")
            << Damage([](Table &table) { table[0] = '<'; }) << true << u"not a table"_s;
        QTest::addRow("another version")
            << Damage([](Table &table) { table[4] = 6; }) << true << u"version 6"_s;
        QTest::addRow("a bit in the middle")
            << Damage([](Table &table) { table[table.size() / 2] ^= 1; }) << false << u"checksum"_s;
        QTest::addRow("the last byte")
            << Damage([](Table &table) { table.back() ^= 0x80; }) << false << u"checksum"_s;
        QTest::addRow("two words exchanged") << Damage([](Table &table) {
            std::swap_ranges(table.begin() + 80'000, table.begin() + 80'008,
                             table.begin() + 80'032);
        }) << false << u"checksum"_s;
    }

    void tellsWhatIsDamaged()
    {
        QFETCH(std::function<void(Table &)>, damage);
        QFETCH(bool, isSeenAtOnce);
        QFETCH(QString, says);
        const auto whole = vocabularyTable(Encoding::Cl100k);
        Table table(whole.begin(), whole.end());
        damage(table);
        const auto quick = checkVocabulary(table, u"cl100k_base"_s, Thoroughness::Quick);
        const auto full = checkVocabulary(table, u"cl100k_base"_s, Thoroughness::Full);
        QCOMPARE(bool(quick), !isSeenAtOnce);
        QVERIFY(!full);
        const QString text = full.error().detail;
        QVERIFY2(text.contains(says), qPrintable(text));
        QVERIFY2(text.contains(u"cl100k_base"_s), qPrintable(text));
        QVERIFY2(text.contains(u"install Skein again"_s), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestVocabularyData)
#include "tst_vocabularydata.moc"
