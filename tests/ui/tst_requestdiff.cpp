#include "ui/inspector/requestdiff.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Core::DiffKind;

class TestRequestDiff : public QObject
{
    Q_OBJECT

private slots:
    void whatChangedStandsAmongThreeEqualLines()
    {
        const RequestDiff changes =
            requestDiff("{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":6,\"g\":7}",
                        "{\"a\":1,\"b\":2,\"c\":3,\"d\":4,\"e\":5,\"f\":8,\"g\":7}");
        QCOMPARE(changes.added, 1);
        QCOMPARE(changes.removed, 1);
        QCOMPARE(changes.text,
                 u"3 equal lines\n  \"c\": 3,\n  \"d\": 4,\n  \"e\": 5,\n  \"f\": 6,\n"
                 "  \"f\": 8,\n  \"g\": 7\n}"_s);
        QCOMPARE(changes.marks.size(), changes.text.count(u'\n') + 1);
        QCOMPARE(changes.marks[0].skipped, 3);
        QCOMPARE(changes.marks[4].change, DiffKind::Removed);
        QCOMPARE(changes.marks[5].change, DiffKind::Added);
    }

    void theSameRequestHasNoChanges()
    {
        const RequestDiff changes = requestDiff("{\"a\":[1,2]}", "{ \"a\": [1, 2] }");
        QCOMPARE(changes.added + changes.removed, 0);
        QCOMPARE(changes.marks.size(), 1);
        QCOMPARE(changes.marks[0].skipped, 6);
    }

    void megabytesAreComparedWithBoundedWork()
    {
        QByteArray one = "{\"messages\":[";
        QByteArray two = one;
        for (int i = 0; i < 20'000; ++i) {
            one += "{\"content\":\"before " + QByteArray::number(i) + "\"},";
            two += "{\"content\":\"after " + QByteArray::number(i) + "\"},";
        }
        const RequestDiff changes = requestDiff(one + "0]}", two + "0]}");
        QVERIFY(changes.added >= 20'000);
        QCOMPARE(changes.added, changes.removed);
    }
};

QTEST_GUILESS_MAIN(TestRequestDiff)
#include "tst_requestdiff.moc"
