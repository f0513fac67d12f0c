#include "ui/conversations/recentconversations.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestRecentConversations : public QObject
{
    Q_OBJECT

private slots:
    void goesBackAndForthBetweenTwo()
    {
        RecentConversations recent;
        QCOMPARE(recent.previous(), QString());
        recent.visit(u"a"_s);
        QCOMPARE(recent.previous(), QString());
        recent.visit(u"b"_s);
        QCOMPARE(recent.previous(), u"a"_s);
        recent.visit(u"a"_s);
        QCOMPARE(recent.previous(), u"b"_s);
    }

    void leavesOutWhatIsGone()
    {
        RecentConversations recent;
        for (const QString &id : {u"a"_s, u"b"_s, u"c"_s})
            recent.visit(id);
        recent.forget(u"b"_s);
        QCOMPARE(recent.previous(), u"a"_s);
    }
};

QTEST_GUILESS_MAIN(TestRecentConversations)
#include "tst_recentconversations.moc"
