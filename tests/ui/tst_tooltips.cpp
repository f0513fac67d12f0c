#include "ui/base/tooltips.h"

#include <QTest>
#include <QTextDocumentFragment>

using namespace Qt::Literals::StringLiterals;

class TestToolTips : public QObject
{
    Q_OBJECT

private slots:
    void whatLooksLikeHtmlIsShownAsItIs()
    {
        const QString text = u"<img src='file:///etc/passwd'> & <b>bold</b>\nsecond line"_s;
        QCOMPARE(QTextDocumentFragment::fromHtml(plainToolTip(text)).toPlainText(), text);
    }

    void nothingHasNoToolTip() { QVERIFY(plainToolTip({}).isEmpty()); }
};

QTEST_MAIN(TestToolTips)
#include "tst_tooltips.moc"
