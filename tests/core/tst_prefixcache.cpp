#include "core/practice/prefixcache.h"

#include <QTest>

#include <numeric>

using namespace Core;

namespace {

PrefixCache::Prompt counting(int tokens)
{
    PrefixCache::Prompt prompt(size_t(tokens), 0);
    std::iota(prompt.begin(), prompt.end(), 0);
    return prompt;
}

PrefixCache::Prompt changedAt(PrefixCache::Prompt prompt, int place)
{
    prompt[size_t(place)] = 999'999;
    return prompt;
}

} // namespace

class TestPrefixCache : public QObject
{
    Q_OBJECT

private slots:
    void caches_data()
    {
        QTest::addColumn<PrefixCache::Prompt>("second");
        QTest::addColumn<int>("cached");
        QTest::addRow("the same again") << counting(3'000) << 2'944; // 23 · 128
        QTest::addRow("a longer one") << counting(5'000) << 2'944;
        QTest::addRow("a shorter one") << counting(1'030) << 1'024;
        QTest::addRow("up to the change") << changedAt(counting(3'000), 1'300) << 1'280;
        QTest::addRow("not from 1,023 on") << changedAt(counting(3'000), 1'023) << 0;
        QTest::addRow("from 1,024 on") << changedAt(counting(3'000), 1'024) << 1'024;
        QTest::addRow("no end without its beginning") << changedAt(counting(3'000), 0) << 0;
        QTest::addRow("nothing of nothing") << PrefixCache::Prompt() << 0;
    }

    void caches()
    {
        QFETCH(PrefixCache::Prompt, second);
        QFETCH(int, cached);
        PrefixCache cache;

        QCOMPARE(cache.take(counting(3'000)), 0);
        QCOMPARE(cache.take(second), cached);
    }

    void theBestOfSeveralEarlierOnesCounts()
    {
        PrefixCache cache;
        cache.take(changedAt(counting(3'000), 2'000));
        cache.take(changedAt(counting(3'000), 1'500));

        QCOMPARE(cache.take(counting(3'000)), 1'920);
    }

    void theOldestAreForgotten()
    {
        PrefixCache cache;
        cache.take(counting(2'000));
        for (size_t i = 0; i < PrefixCache::roomForPrompts; ++i)
            cache.take(changedAt(counting(10), 0));

        QCOMPARE(cache.take(counting(2'000)), 0);
    }
};

QTEST_GUILESS_MAIN(TestPrefixCache)
#include "tst_prefixcache.moc"
