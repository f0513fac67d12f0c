#include "core/base/diff.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<QStringView> letters(const QString &text)
{
    QList<QStringView> views;
    for (qsizetype i = 0; i < text.size(); ++i)
        views.append(QStringView(text).sliced(i, 1));
    return views;
}

/// "=a -b +c"
QString written(const QList<DiffStep> &steps, const QString &before, const QString &after)
{
    QString text;
    for (const DiffStep &step : steps) {
        const QString mark = step.kind == DiffKind::Same ? u"="_s
            : step.kind == DiffKind::Removed             ? u"-"_s
                                                         : u"+"_s;
        text += mark + (step.after < 0 ? before[step.before] : after[step.after]);
    }
    return text;
}

/// Whether the steps lead from one text to the other, and stand on equal letters where they
/// say so.
bool leads(const QList<DiffStep> &steps, const QString &before, const QString &after)
{
    qsizetype x = 0;
    qsizetype y = 0;
    for (const DiffStep &step : steps) {
        if (step.kind != DiffKind::Added && step.before != x++)
            return false;
        if (step.kind != DiffKind::Removed && step.after != y++)
            return false;
        if (step.kind == DiffKind::Same && before[step.before] != after[step.after])
            return false;
    }
    return x == before.size() && y == after.size();
}

int edits(const QList<DiffStep> &steps)
{
    return int(std::count_if(steps.begin(), steps.end(),
                             [](const DiffStep &step) { return step.kind != DiffKind::Same; }));
}

/// By the table of longest common subsequences, which is slow and plainly right.
int fewestEdits(const QString &before, const QString &after)
{
    QList<QList<int>> table(before.size() + 1, QList<int>(after.size() + 1, 0));
    for (qsizetype i = 1; i <= before.size(); ++i) {
        for (qsizetype j = 1; j <= after.size(); ++j)
            table[i][j] = before[i - 1] == after[j - 1] ? table[i - 1][j - 1] + 1
                                                        : qMax(table[i - 1][j], table[i][j - 1]);
    }
    return int(before.size() + after.size()) - 2 * table.last().last();
}

} // namespace

class TestDiff : public QObject
{
    Q_OBJECT

private slots:
    void itFinds_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("steps");

        QTest::addRow("nothing in nothing") << u""_s << u""_s << u""_s;
        QTest::addRow("no change") << u"abc"_s << u"abc"_s << u"=a=b=c"_s;
        QTest::addRow("what was added at the end") << u"ab"_s << u"abc"_s << u"=a=b+c"_s;
        QTest::addRow("what was removed at the beginning") << u"abc"_s << u"bc"_s << u"-a=b=c"_s;
        QTest::addRow("what was replaced") << u"abc"_s << u"axc"_s << u"=a-b+x=c"_s;
        QTest::addRow("everything from nothing") << u""_s << u"ab"_s << u"+a+b"_s;
        QTest::addRow("nothing from everything") << u"ab"_s << u""_s << u"-a-b"_s;
    }

    void itFinds()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, steps);
        QCOMPARE(written(diff(letters(before), letters(after)), before, after), steps);
    }

    void theWayIsRightAndShortest()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 400; ++i) {
            QString before;
            QString after;
            for (int n = random.bounded(24); n > 0; --n)
                before += QChar(u'a' + random.bounded(4));
            for (int n = random.bounded(24); n > 0; --n)
                after += QChar(u'a' + random.bounded(4));
            const QList<DiffStep> steps = diff(letters(before), letters(after));
            QVERIFY2(leads(steps, before, after), qPrintable(before + u"/"_s + after));
            QCOMPARE(edits(steps), fewestEdits(before, after));
        }
    }

    void tooManyEditsReplaceThePartThatDiffers()
    {
        const QString before = u"headabcdeftail"_s;
        const QString after = u"headuvwxyztail"_s;
        const QList<DiffStep> steps = diff(letters(before), letters(after), 3);
        QVERIFY(leads(steps, before, after));
        QCOMPARE(written(steps, before, after), u"=h=e=a=d-a-b-c-d-e-f+u+v+w+x+y+z=t=a=i=l"_s);
    }

    void wordsKeepTheirBlanksAndJoinToTheText()
    {
        const QString text = u"  Xin chào,\n bạn  nhé "_s;
        const QList<QStringView> words = diffWords(text);
        QString joined;
        for (const QStringView word : words)
            joined += word;
        QCOMPARE(joined, text);
        QCOMPARE(words.size(), 5);
        QCOMPARE(words[1].toString(), u"Xin "_s);
    }
};

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
