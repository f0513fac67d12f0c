#include "tests/support/shown.h"
#include "ui/base/optiontext.h"
#include "ui/lab/cardoptions.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestCardOptions : public QObject
{
    Q_OBJECT

private slots:
    void everyOptionOfAStrategyHasAField_data()
    {
        QTest::addColumn<QString>("strategy");
        for (const Strategy &strategy : strategies())
            QTest::addRow("%s", qPrintable(strategy.id)) << strategy.id;
    }

    void everyOptionOfAStrategyHasAField()
    {
        QFETCH(QString, strategy);
        CardOptions options;
        options.setCard({.strategy = strategy});
        for (const OptionInfo &option : (*strategyById(strategy))->options)
            QVERIFY2(Shown::withName<QWidget>(options, optionName(option.name)),
                     qPrintable(option.name));
    }

    void aFieldShowsTheCardsValueOrTheUsualOne()
    {
        CardOptions options;
        options.setCard({.strategy = u"sliding"_s, .options = {{u"last"_s, 7}}});
        auto *last = Shown::withName<QSpinBox>(options, u"Newest messages"_s);
        QCOMPARE(last->value(), 7);
        options.setCard({.strategy = u"sliding"_s});
        QCOMPARE(Shown::withName<QSpinBox>(options, u"Newest messages"_s), last); // keeps the focus
        QCOMPARE(last->value(), 20);
    }

    void anEditIsToldAndAShownValueIsNot()
    {
        CardOptions options;
        QSignalSpy changes(&options, &CardOptions::changed);
        options.setCard({.strategy = u"chunks"_s, .options = {{u"similarity"_s, 0.5}}});
        QCOMPARE(changes.size(), 0);
        Shown::withName<QDoubleSpinBox>(options, u"Similarity"_s)->setValue(0.25);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0][0].toString(), u"similarity"_s);
        QCOMPARE(changes[0][1].toJsonValue().toDouble(), 0.25);
        Shown::withText<QCheckBox>(options, u"Mark what is left out"_s)->setChecked(true);
        QCOMPARE(changes[1][1].toJsonValue(), QJsonValue(true));
    }

    void aTextIsToldWhenItIsComplete()
    {
        CardOptions options;
        options.setCard({.strategy = u"summary"_s});
        QSignalSpy changes(&options, &CardOptions::changed);
        auto *by = Shown::withName<QLineEdit>(options, u"Summarised by"_s);
        QVERIFY(by);
        by->setText(u" gpt-4.1-mini "_s);
        QCOMPARE(changes.size(), 0);
        emit by->editingFinished();
        QCOMPARE(changes[0][1].toJsonValue(), QJsonValue(u"gpt-4.1-mini"_s));
    }

    void aValueOutOfItsRangeCannotBeTyped()
    {
        CardOptions options;
        options.setCard({.strategy = u"sliding"_s});
        auto *last = Shown::withName<QSpinBox>(options, u"Newest messages"_s);
        last->setValue(-5);
        QCOMPARE(last->value(), 1);
        auto *tokens = Shown::withName<QSpinBox>(options, u"Tokens at most"_s);
        QCOMPARE(tokens->text(), u"as many as fit"_s);
    }

    void anotherStrategyHasOtherFields()
    {
        CardOptions options;
        options.setCard({.strategy = u"sliding"_s});
        options.setCard({.strategy = u"full"_s});
        QVERIFY(!Shown::withName<QSpinBox>(options, u"Newest messages"_s));
        options.setCard({.strategy = u"gone"_s});
        QVERIFY(options.findChildren<QCheckBox *>().isEmpty());
    }
};

QTEST_MAIN(TestCardOptions)
#include "tst_cardoptions.moc"
