#include "core/net/retrypolicy.h"

#include <QTest>

using namespace Core;
using Kind = Error::Kind;

namespace {

Error failure(Kind kind, qint64 retryAfterMs = -1)
{
    return {.kind = kind, .retryAfterMs = retryAfterMs};
}

} // namespace

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private slots:
    void waits_data()
    {
        QTest::addColumn<FailedTry>("failed");
        QTest::addColumn<qint64>("least"); // with a random of 0; -1: gives up
        QTest::addColumn<qint64>("most"); // with a random of nearly 1
        const auto row = [](const char *name, const FailedTry &failed, qint64 least, qint64 most) {
            QTest::addRow("%s", name) << failed << least << most;
        };
        const Error down = failure(Kind::NetworkDown);

        row("1 s after the first", {down, 1}, 1'000, 1'250);
        row("2 s after the second", {down, 2}, 2'000, 2'500);
        row("4 s after the third", {down, 3}, 4'000, 5'000);
        row("8 s after the fourth", {down, 4}, 8'000, 10'000);
        row("no more after the fifth", {down, 5}, -1, -1);
        row("not once something was shown", {down, 1, true}, -1, -1);
        row("after a failure of the server", {failure(Kind::ServerFailed), 1}, 1'000, 1'250);
        row("after a timeout", {failure(Kind::TimedOut), 1}, 1'000, 1'250);
        row("after an answer cut before its first word", {failure(Kind::Truncated), 1}, 1'000,
            1'250);
        row("as long as a rate limit asks", {failure(Kind::RateLimited, 7'000), 1}, 7'000, 7'750);
        row("a minute for a rate limit that does not say", {failure(Kind::RateLimited), 1}, 60'000,
            60'750);
        row("its own time for a rate limit that says 0", {failure(Kind::RateLimited, 0), 1}, 1'000,
            1'250);
        row("as long as an overloaded server asks", {failure(Kind::ServerFailed, 3'000), 1}, 3'000,
            3'750);
        row("up to two minutes", {failure(Kind::RateLimited, 120'000), 1}, 120'000, 120'750);
        row("not longer", {failure(Kind::RateLimited, 120'001), 1}, -1, -1);
        row("not for a request that alone is over the limit",
            {{.kind = Kind::RateLimited, .retryAfterMs = 5, .asked = 40'000, .limit = 30'000}, 1},
            -1, -1);
        row("for one that only comes too early",
            {{.kind = Kind::RateLimited, .retryAfterMs = 5, .asked = 2'000, .limit = 30'000}, 1}, 5,
            755);
        row("after a conflict", {{.kind = Kind::Rejected, .status = 409}, 1}, 1'000, 1'250);
        for (const Kind kind :
             {Kind::BadInput, Kind::BadReply, Kind::Cancelled, Kind::ContentFiltered,
              Kind::ContextExceeded, Kind::NotFound, Kind::QuotaExhausted, Kind::Rejected,
              Kind::SpendLimit, Kind::TlsFailed, Kind::Unauthorized})
            QTest::addRow("never after kind %d", int(kind))
                << FailedTry{failure(kind, 5), 1} << qint64(-1) << qint64(-1);
    }

    void waits()
    {
        QFETCH(FailedTry, failed);
        QFETCH(qint64, least);
        QFETCH(qint64, most);
        const RetryLimits limits;

        QCOMPARE(waitBeforeRetry(failed, limits, 0.0).value_or(-1), least);
        const qint64 longest = waitBeforeRetry(failed, limits, 0.999999).value_or(-1);
        QVERIFY2(longest <= most && longest >= most - 1, qPrintable(QString::number(longest)));
    }

    void noWaitOfItsOwnIsLongerThanAMinute()
    {
        const RetryLimits limits{.tries = 1'000};
        for (int tries = 1; tries < 1'000; ++tries) {
            const auto wait = waitBeforeRetry({failure(Kind::NetworkDown), tries}, limits, 0.9);
            QVERIFY(wait && *wait > 0 && *wait <= 60'000);
        }
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
