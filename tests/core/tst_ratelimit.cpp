#include "core/net/ratelimit.h"

#include <QTest>

using namespace Core;

class TestRateLimit : public QObject
{
    Q_OBJECT

private:
    const QDateTime m_now{{2026, 11, 1}, {12, 0}, Qt::UTC};

private slots:
    void openAisHeadersAreRead()
    {
        const RateLimitState state = rateLimitFrom({{"X-RateLimit-Limit-Requests", "60"},
                                                    {"x-ratelimit-remaining-requests", "59"},
                                                    {"x-ratelimit-reset-requests", "1s"},
                                                    {"x-ratelimit-limit-tokens", "150000"},
                                                    {"x-ratelimit-remaining-tokens", "149984"},
                                                    {"x-ratelimit-reset-tokens", "6m0s"}},
                                                   m_now);

        QCOMPARE(state.requests, (RateLimitState::Bucket{60, 59, 1'000}));
        QCOMPARE(state.tokens, (RateLimitState::Bucket{150'000, 149'984, 360'000}));
    }

    void anthropicsHeadersAreRead()
    {
        const RateLimitState state =
            rateLimitFrom({{"anthropic-ratelimit-requests-limit", "50"},
                           {"anthropic-ratelimit-requests-remaining", "0"},
                           {"anthropic-ratelimit-requests-reset", "2026-11-01T12:00:30Z"}},
                          m_now);

        QCOMPARE(state.requests, (RateLimitState::Bucket{50, 0, 30'000}));
        QVERIFY(!state.tokens.limit && !state.tokens.remaining && !state.tokens.resetMs);
    }

    void resets_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("milliseconds"); // -1: absent
        const auto row = [](const char *value, qint64 milliseconds) {
            QTest::addRow("%s", value) << QByteArray(value) << milliseconds;
        };
        row("12ms", 12);
        row("1.5", 1'500);
        row("0", 0);
        row("2026-11-01T11:00:00Z", 0);
        row("-5", -1);
        row("soon", -1);
        row("1e300", -1);
        row("", -1);
    }

    void resets()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, milliseconds);

        const RateLimitState state = rateLimitFrom({{"x-ratelimit-reset-tokens", value}}, m_now);

        QCOMPARE(state.tokens.resetMs.value_or(-1), milliseconds);
    }

    void nonsenseIsAbsent()
    {
        const RateLimitState state = rateLimitFrom(
            {{"x-ratelimit-limit-requests", "-1"}, {"x-ratelimit-remaining-requests", "many"}},
            m_now);
        QVERIFY(!state.requests.limit && !state.requests.remaining && !state.requests.resetMs);
    }
};

QTEST_GUILESS_MAIN(TestRateLimit)
#include "tst_ratelimit.moc"
