#include "ui/composer/softbreaks.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSoftBreaks : public QObject
{
    Q_OBJECT

private slots:
    void areTakenOutAgain_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("of nothing") << QString();
        QTest::addRow("of short lines") << u"a\nb\n\n"_s;
        QTest::addRow("of words") << u"some words "_s.repeated(2000);
        QTest::addRow("of one word") << u"x"_s.repeated(12'345);
        QTest::addRow("of a line of the longest length") << u"x"_s.repeated(4000) + u"\ny"_s;
        QTest::addRow("of a line one longer") << u"x"_s.repeated(4001) + u"\ny"_s;
        QTest::addRow("of emoji") << u'x' + u"😀"_s.repeated(5001);
        QTest::addRow("of lines between") << u"a\n"_s + u"x"_s.repeated(9000) + u"\n\nb\n"_s;
    }

    void areTakenOutAgain()
    {
        QFETCH(QString, text);
        const QString broken = SoftBreaks::inserted(text);
        QCOMPARE(SoftBreaks::removed(broken), text);
        const QStringList lines = broken.split(u'\n');
        for (const QString &line : lines) {
            QVERIFY(line.size() <= SoftBreaks::longestLine + 2);
            QVERIFY(line.isEmpty() || !line.front().isLowSurrogate());
        }
    }

    void leaveShortLinesAlone()
    {
        const QString text = u"a line\n"_s.repeated(100);
        QCOMPARE(SoftBreaks::inserted(text), text);
    }

    void standBehindABlankWhereThereIsOne()
    {
        const QString broken = SoftBreaks::inserted(u"word "_s.repeated(1000));
        QCOMPARE(broken.section(u'\n', 0, 0).size() % 5, 2); // whole words and the mark
    }

    void surviveWhenTheirLineEndWasDeleted()
    {
        QString broken = SoftBreaks::inserted(u"x"_s.repeated(5000));
        broken.remove(broken.indexOf(u'\n'), 1);
        QCOMPARE(SoftBreaks::removed(broken), u"x"_s.repeated(5000));
    }
};

QTEST_GUILESS_MAIN(TestSoftBreaks)
#include "tst_softbreaks.moc"
