#include "core/base/redact.h"
#include "core/net/keypool.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;
using Kind = Error::Kind;

namespace {

PoolKey key(const QString &id, qint64 requests, const QString &group = {}, qint64 tokens = 0)
{
    return {.id = id,
            .secret = "sk-secret-" + id.toLatin1(),
            .group = group,
            .requestsPerMinute = requests,
            .tokensPerMinute = tokens};
}

} // namespace

class TestKeyPool : public QObject
{
    Q_OBJECT

private:
    FakeClock m_clock;

private slots:
    void init() { m_clock = {}; }
    void cleanup() { forgetSecrets(); }

    /// At no moment of an hour of rush do more than the limit lie within one minute.
    void noMinuteHoldsMoreThanTheLimit()
    {
        KeyPool pool(m_clock, {key(u"a"_s, 50)});
        QList<qint64> sent;
        while (m_clock.monotonicMs() < 600'000) {
            const KeyOffer offer = pool.reserve(0);
            if (offer.grant)
                sent.append(m_clock.monotonicMs());
            else
                QVERIFY(offer.waitMs > 0 && offer.waitMs <= 60'000);
            m_clock.advance(offer.grant ? 7 : 313);
        }
        QVERIFY(sent.size() > 400);
        for (qsizetype i = 50; i < sent.size(); ++i)
            QVERIFY(sent[i] - sent[i - 50] >= 60'000);
    }

    void theTimeToWaitIsExact()
    {
        KeyPool pool(m_clock, {key(u"a"_s, 2)});
        pool.reserve(0);
        m_clock.advance(10'000);
        pool.reserve(0);

        QCOMPARE(pool.reserve(0).waitMs, 50'000);
        m_clock.advance(49'999);
        QVERIFY(!pool.reserve(0).grant);
        m_clock.advance(1);
        QVERIFY(pool.reserve(0).grant);
        QCOMPARE(pool.reserve(0).waitMs, 10'000);
    }

    void aRequestThatWasNeverSentIsGivenBack()
    {
        KeyPool pool(m_clock, {key(u"a"_s, 1, {}, 100)});
        pool.release(pool.reserve(100).grant->ticket);

        QVERIFY(pool.reserve(100).grant);
    }

    void tokensAreReservedAndSettled()
    {
        KeyPool pool(m_clock, {key(u"a"_s, 0, {}, 100)});
        const KeyOffer first = pool.reserve(90);
        QVERIFY(!pool.reserve(20).grant);
        pool.succeeded(first.grant->ticket, 30);

        QVERIFY(pool.reserve(70).grant);
        QVERIFY(!pool.reserve(1).grant);
    }

    void aRequestBeyondEveryLimitIsToldSo()
    {
        KeyPool pool(m_clock, {key(u"a"_s, 0, {}, 100)});

        const KeyOffer offer = pool.reserve(101);

        QCOMPARE(offer.waitMs, -1);
        QCOMPARE(offer.error->kind, Kind::RateLimited);
    }

    void theKeyWithMostLeftGoesFirst()
    {
        KeyPool pool(m_clock, {key(u"a"_s, 2), key(u"b"_s, 3)});
        QStringList order;
        for (int i = 0; i < 5; ++i) {
            order += pool.reserve(0).grant->keyId;
            m_clock.advance(1);
        }
        QCOMPARE(order.count(u"a"_s), 2);
        QCOMPARE(order.first(), u"b"_s);
        QVERIFY(!pool.reserve(0).grant);
    }

    void keysOfOneAccountShareItsLimit()
    {
        KeyPool pool(m_clock, {key(u"a"_s, 2, u"org"_s), key(u"b"_s, 2, u"org"_s)});
        QVERIFY(pool.reserve(0).grant);
        QVERIFY(pool.reserve(0).grant);
        QVERIFY(!pool.reserve(0).grant);
    }

    void aRateLimitRestsTheWholeAccount()
    {
        KeyPool pool(m_clock, {key(u"a"_s, 9, u"org"_s), key(u"b"_s, 9, u"org"_s), key(u"c"_s, 5)});
        const KeyOffer first = pool.reserve(0);
        QCOMPARE(first.grant->keyId, u"a"_s);
        pool.failed(first.grant->ticket, {.kind = Kind::RateLimited, .retryAfterMs = 7'000});

        for (int i = 0; i < 5; ++i)
            QCOMPARE(pool.reserve(0).grant->keyId, u"c"_s);
        QCOMPARE(pool.reserve(0).waitMs, 7'000);
        m_clock.advance(7'000);
        QCOMPARE(pool.reserve(0).grant->keyId, u"b"_s);
    }

    void aTimeOfDayThatJumpsMovesNoWait()
    {
        KeyPool pool(m_clock, {key(u"a"_s, 9)});
        pool.failed(pool.reserve(0).grant->ticket,
                    {.kind = Kind::RateLimited, .retryAfterMs = 7'000});
        for (const qint64 day : {86'400'000, -2 * 86'400'000}) {
            m_clock.jump(day);
            QCOMPARE(pool.reserve(0).waitMs, 7'000);
        }
        m_clock.advance(7'000);
        QVERIFY(pool.reserve(0).grant);
    }

    void aRefusedKeyLeaves()
    {
        KeyPool pool(m_clock, {key(u"a"_s, 9, u"org"_s), key(u"b"_s, 9, u"org"_s)});
        const KeyOffer first = pool.reserve(0);
        pool.failed(first.grant->ticket, {.kind = Kind::Unauthorized});
        const KeyOffer second = pool.reserve(0);
        QVERIFY(second.grant->keyId != first.grant->keyId);
        pool.failed(second.grant->ticket, {.kind = Kind::Unauthorized});

        QCOMPARE(pool.reserve(0).waitMs, -1);
        QCOMPARE(pool.reserve(0).error->kind, Kind::Unauthorized);
    }

    void anEmptyAccountLeavesWithAllItsKeys()
    {
        KeyPool pool(m_clock, {key(u"a"_s, 9, u"org"_s), key(u"b"_s, 9, u"org"_s)});
        pool.failed(pool.reserve(0).grant->ticket, {.kind = Kind::QuotaExhausted});

        QCOMPARE(pool.reserve(0).error->kind, Kind::QuotaExhausted);
    }

    void aFailingKeyMovesToTheBackUntilItSucceeds()
    {
        KeyPool pool(m_clock, {key(u"a"_s, 9), key(u"b"_s, 3)});
        m_clock.advance(5);
        const KeyOffer first = pool.reserve(0);
        QCOMPARE(first.grant->keyId, u"a"_s);
        pool.failed(first.grant->ticket, {.kind = Kind::ServerFailed});

        for (int i = 0; i < 3; ++i)
            QCOMPARE(pool.reserve(0).grant->keyId, u"b"_s);
        const KeyOffer later = pool.reserve(0);
        QCOMPARE(later.grant->keyId, u"a"_s); // at the back, not away
        pool.succeeded(later.grant->ticket, 0);
        m_clock.advance(60'000);
        QCOMPARE(pool.reserve(0).grant->keyId, u"a"_s);
    }

    void whatIsNotTheKeysFaultDoesNotMoveIt()
    {
        KeyPool pool(m_clock, {key(u"a"_s, 9), key(u"b"_s, 3)});
        for (const Kind kind : {Kind::Cancelled, Kind::ContextExceeded, Kind::Rejected}) {
            const KeyOffer offer = pool.reserve(0);
            QCOMPARE(offer.grant->keyId, u"a"_s);
            pool.failed(offer.grant->ticket, {.kind = kind});
        }
    }

    void statusTellsNothingOfTheSecrets()
    {
        KeyPool pool(m_clock, {key(u"a"_s, 9), key(u"b"_s, 3)});
        pool.failed(pool.reserve(0).grant->ticket, {.kind = Kind::RateLimited});

        const QList<KeyPool::KeyStatus> status = pool.status();

        QCOMPARE(status[0].restsMs, 60'000);
        QCOMPARE(status[0].requestsLeft, 8);
        QCOMPARE(status[1].restsMs, 0);
        for (const KeyPool::KeyStatus &each : status)
            QVERIFY(!(each.id + each.group).contains("secret"_L1));
        QCOMPARE(redacted(QByteArray("x sk-secret-a y")), "x *** y");
    }

    void aPoolWithoutKeysSaysSo()
    {
        KeyPool pool(m_clock, {});
        QCOMPARE(pool.reserve(0).error->kind, Kind::Unauthorized);
    }
};

QTEST_GUILESS_MAIN(TestKeyPool)
#include "tst_keypool.moc"
