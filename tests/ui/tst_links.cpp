#include "ui/thread/links.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestLinks : public QObject
{
    Q_OBJECT

private slots:
    void areOpenedOnlyForWebAndMail_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<bool>("opened");
        const auto row = [](const QString &target, bool opened) {
            QTest::addRow("%s", qPrintable(target)) << target << opened;
        };
        row(u"https://a.example/x?y=1#z"_s, true);
        row(u"HTTP://A.EXAMPLE"_s, true);
        row(u"mailto:me@a.example"_s, true);
        row(u"www.a.example"_s, true);
        row(u"https://bücher.example"_s, true);
        row(u"javascript:alert(1)"_s, false);
        row(u"JaVaScRiPt:alert(1)"_s, false);
        row(u" javascript:alert(1)"_s, false);
        row(u"file:///etc/passwd"_s, false);
        row(u"/etc/passwd"_s, false);
        row(u"../x"_s, false);
        row(u"#anchor"_s, false);
        row(u"//a.example"_s, false);
        row(u"data:text/html,x"_s, false);
        row(u"smb://a.example/x"_s, false);
        row(u"vscode://file/x"_s, false);
        row(u"tel:123"_s, false);
        row(u"ftp://a.example"_s, false);
        row(u"https://good.example@evil.example/"_s, false);
        row(u"https://me:secret@a.example/"_s, false);
        row(u"https://"_s, false);
        row(u"mailto:"_s, false);
        row(u"https://a b.example"_s, false);
        row(QString(), false);
    }

    void areOpenedOnlyForWebAndMail()
    {
        QFETCH(QString, target);
        QFETCH(bool, opened);
        QCOMPARE(Links::openable(target).has_value(), opened);
    }

    void sayWhereTheyLead()
    {
        QVERIFY(Links::tip(u"https://bücher.example/a"_s).contains(u"xn--bcher-kva.example"_s));
        QVERIFY(Links::tip(u"https://a.example/?q=12345"_s).contains(u"7"_s));
        QVERIFY(Links::tip(u"javascript:alert(1)"_s).startsWith(u"Not opened"_s));
        QVERIFY(Links::tip(u"https://a.example/"_s + u"x"_s.repeated(9000)).size() < 500);
    }
};

QTEST_GUILESS_MAIN(TestLinks)
#include "tst_links.moc"
