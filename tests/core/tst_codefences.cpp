#include "core/exchange/codefences.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestCodeFences : public QObject
{
    Q_OBJECT

private slots:
    void cuts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("stretches"); // code between [ and ]
        QTest::addColumn<QString>("missing");
        QTest::addRow("nothing") << QString() << QString() << QString();
        QTest::addRow("prose") << u"a\nb\n"_s << u"a\nb\n"_s << QString();
        QTest::addRow("code") << u"a\n```python x\nb\n\nc\n```\nd"_s << u"a[python:b\n\nc]d"_s
                              << QString();
        QTest::addRow("code alone") << u"```\nb\n```"_s << u"[:b]"_s << QString();
        QTest::addRow("empty code") << u"```\n```"_s << u"[:]"_s << QString();
        QTest::addRow("code that is never closed")
            << u"a\n~~~~\nb\n~~~"_s << u"a[:b\n~~~]"_s << u"~~~~"_s;
        QTest::addRow("a longer fence around a shorter")
            << u"````\n```\n````"_s << u"[:```]"_s << QString();
        QTest::addRow("code within a line") << u"```x``` y"_s << u"```x``` y"_s << QString();
        QTest::addRow("an indented block") << u"    ```"_s << u"    ```"_s << QString();
        QTest::addRow("line ends of Windows") << u"```\r\nb\r\n```\r\n"_s << u"[:b]"_s << QString();
    }

    void cuts()
    {
        QFETCH(QString, text);
        QFETCH(QString, stretches);
        QFETCH(QString, missing);
        QString seen;
        for (const TextStretch &stretch : stretchesOf(text))
            seen += stretch.isCode ? u'[' + stretch.language + u':' + stretch.text + u']'
                                   : stretch.text;
        QCOMPARE(seen, stretches);
        QCOMPARE(missingFence(text), missing);
    }
};

QTEST_GUILESS_MAIN(TestCodeFences)
#include "tst_codefences.moc"
