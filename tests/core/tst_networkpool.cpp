#include "core/net/networkpool.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestNetworkPool : public QObject
{
    Q_OBJECT

private:
    static NetworkLeasePtr leaseOf(NetworkPool &pool, const QString &origin, QObject *receiver)
    {
        NetworkLeasePtr got;
        pool.lease(origin, receiver, [&](NetworkLeasePtr lease) { got = std::move(lease); });
        return got;
    }

private slots:
    void eachLeaseHasAManagerToItself()
    {
        NetworkPool pool;
        const NetworkLeasePtr first = leaseOf(pool, u"a"_s, this);
        const NetworkLeasePtr second = leaseOf(pool, u"a"_s, this);

        QVERIFY(&first->manager() != &second->manager());
        QCOMPARE(pool.busyCount(), 2);
    }

    void aManagerGoesBackToWhomItSpokeTo()
    {
        NetworkPool pool;
        NetworkLeasePtr a = leaseOf(pool, u"a"_s, this);
        NetworkLeasePtr b = leaseOf(pool, u"b"_s, this);
        QNetworkAccessManager *spokeToA = &a->manager();
        a.reset();
        b.reset();

        QCOMPARE(&leaseOf(pool, u"a"_s, this)->manager(), spokeToA);
        QCOMPARE(pool.managerCount(), 2);
    }

    void beyondTheLimitTheyWaitInOrder()
    {
        NetworkPool pool(1);
        NetworkLeasePtr held = leaseOf(pool, u"a"_s, this);
        QStringList order;
        const auto ask = [&](const QString &name) {
            pool.lease(u"b"_s, this, [&order, name](const NetworkLeasePtr &) { order += name; });
        };
        ask(u"first"_s);
        ask(u"second"_s);
        QVERIFY(order.isEmpty());

        held.reset();

        QTRY_COMPARE(order, (QStringList{u"first"_s, u"second"_s}));
        QCOMPARE(pool.managerCount(), 1);
    }

    void whoDiedWhileWaitingIsSkipped()
    {
        NetworkPool pool(1);
        NetworkLeasePtr held = leaseOf(pool, u"a"_s, this);
        bool asked = false;
        bool next = false;
        auto dying = std::make_unique<QObject>();
        pool.lease(u"a"_s, dying.get(), [&](const NetworkLeasePtr &) { asked = true; });
        pool.lease(u"a"_s, this, [&](const NetworkLeasePtr &) { next = true; });
        dying.reset();

        held.reset();

        QTRY_VERIFY(next);
        QVERIFY(!asked);
    }

    void afterARushFewAreKept()
    {
        NetworkPool pool;
        std::vector<NetworkLeasePtr> rush;
        for (int i = 0; i < 30; ++i)
            rush.push_back(leaseOf(pool, u"a"_s, this));
        const NetworkLeasePtr held = rush.front();
        rush.clear();

        QTRY_COMPARE(pool.managerCount(), NetworkPool::mostIdle + 1);
        QCOMPARE(pool.busyCount(), 1);
    }

    void aLeaseMayOutliveThePool()
    {
        auto pool = std::make_unique<NetworkPool>();
        const NetworkLeasePtr lease = leaseOf(*pool, u"a"_s, this);
        pool.reset();
    }
};

QTEST_GUILESS_MAIN(TestNetworkPool)
#include "tst_networkpool.moc"
