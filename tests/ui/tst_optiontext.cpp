#include "ui/base/optiontext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestOptionText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void everyOptionHasWords()
    {
        for (const Core::Strategy &strategy : Core::strategies()) {
            for (const Core::OptionInfo &option : strategy.options) {
                const QString which = strategy.id + u'.' + option.name;
                QVERIFY2(optionName(option.name) != option.name, qPrintable(which));
                QVERIFY2(!optionText(option.name).isEmpty(), qPrintable(which));
            }
        }
    }

    void anOptionThatIsNotKnownIsItsOwnName()
    {
        QCOMPARE(optionName(u"new"_s), u"new"_s);
        QVERIFY(optionText(u"new"_s).isEmpty());
    }

    void whatIsSetIsSaidInOneLine()
    {
        QCOMPARE(optionsText({{u"last"_s, 1040}, {u"omissions"_s, true}}),
                 u"Newest messages 1,040, Mark what is left out: yes"_s);
        QCOMPARE(optionsText({{u"extractive"_s, false}}), u"Summarise on this machine: no"_s);
        QCOMPARE(optionsText({{u"similarity"_s, 0.45}}), u"Similarity 0.45"_s);
        QCOMPARE(optionsText({}), QString());
    }
};

QTEST_GUILESS_MAIN(TestOptionText)
#include "tst_optiontext.moc"
