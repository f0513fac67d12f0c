#include "ui/cost/limitspage.h"

#include "ui/base/colors.h"
#include "ui/cost/limitwords.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

SpendLimit limit(const QString &id, qint64 dollars)
{
    return {.id = id,
            .scope = SpendLimit::Scope::User,
            .key = u"minh"_s,
            .zone = "UTC",
            .amount = {dollars * picoPerDollar}};
}

SpendState state(const SpendLimit &limit, qint64 spent)
{
    return {.check = {.limit = limit}, .spent = {spent * picoPerDollar}};
}

QPushButton *button(const QWidget &page, const QString &name)
{
    for (QPushButton *each : page.findChildren<QPushButton *>()) {
        if (each->text() == name || each->accessibleName() == name)
            return each;
    }
    return nullptr;
}

} // namespace

class TestLimitsPage : public QObject
{
    Q_OBJECT

private slots:
    void aBarHasTheColourOfHowNearTheEndIs_data()
    {
        QTest::addColumn<int>("spent");
        QTest::addColumn<QColor>("filling");
        const QPalette palette = QApplication::palette();
        QTest::addRow("little") << 1 << Colors::accent(palette);
        QTest::addRow("most of it") << 9 << Colors::warning(palette);
        QTest::addRow("more than all") << 21 << Colors::bad(palette);
    }

    void aBarHasTheColourOfHowNearTheEndIs()
    {
        QFETCH(int, spent);
        QFETCH(QColor, filling);
        LimitsPage page;
        page.resize(600, 400);
        page.setStates({state(limit(u"a"_s, 10), spent)});
        auto *bar = page.findChild<QProgressBar *>();
        const QImage picture = bar->grab().toImage();
        QCOMPARE(picture.pixelColor(4, picture.height() / 2).rgb(), filling.rgb());
    }

    void aLimitIsAdded()
    {
        LimitsPage page;
        QSignalSpy changed(&page, &LimitsPage::limitsChanged);
        button(page, u"Add a limit"_s)->click();
        page.findChild<QDoubleSpinBox *>()->setValue(12.5);
        button(page, u"Save"_s)->click();
        QCOMPARE(changed.count(), 1);
        const auto limits = changed[0][0].value<QList<SpendLimit>>();
        QCOMPARE(limits.size(), 1);
        QVERIFY(!limits[0].id.isEmpty());
        QCOMPARE(limits[0].scope, SpendLimit::Scope::Whole);
        QCOMPARE(limits[0].period, SpendLimit::Period::Month);
        QCOMPARE(limits[0].amount, (Money{25 * picoPerDollar / 2}));
    }

    void theFocusGoesIntoTheFormAndBack()
    {
        LimitsPage page;
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        button(page, u"Add a limit"_s)->click();
        QVERIFY(qobject_cast<QComboBox *>(QApplication::focusWidget()));
        button(page, u"Cancel"_s)->click();
        QCOMPARE(QApplication::focusWidget(), button(page, u"Add a limit"_s));
    }

    void whatCannotBeIsNotSaved()
    {
        LimitForm form;
        form.setLimit(limit(u"a"_s, 0));
        QVERIFY(!button(form, u"Save"_s)->isEnabled());
        form.setLimit(limit(u"a"_s, 5));
        QVERIFY(button(form, u"Save"_s)->isEnabled());
        SpendLimit nobody = limit(u"a"_s, 5);
        nobody.key.clear();
        form.setLimit(nobody);
        QVERIFY(!button(form, u"Save"_s)->isEnabled());
    }

    void whatIsEditedStaysTheSameButForTheChange()
    {
        const SpendLimit before{.id = u"x"_s,
                                .scope = SpendLimit::Scope::Tag,
                                .key = u"refund"_s,
                                .period = SpendLimit::Period::Week,
                                .zone = "Asia/Ho_Chi_Minh",
                                .amount = {7 * picoPerDollar},
                                .isHard = true};
        LimitForm form;
        form.setKnown({{u"an"_s}, {u"delay"_s, u"refund"_s}, {}, {}});
        form.setLimit(before);
        QCOMPARE(form.limit(), before);
    }

    void removingIsUndone()
    {
        LimitsPage page;
        page.setStates({state(limit(u"a"_s, 10), 1), state(limit(u"b"_s, 20), 19)});
        QSignalSpy changed(&page, &LimitsPage::limitsChanged);
        button(page, u"Remove"_s)->click();
        QCOMPARE(changed[0][0].value<QList<SpendLimit>>().size(), 1);
        button(page, u"Undo"_s)->click();
        QCOMPARE(changed[1][0].value<QList<SpendLimit>>().size(), 2);
    }

    void warningsSayWhatWouldHappen_data()
    {
        QTest::addColumn<qint64>("spent");
        QTest::addColumn<bool>("hard");
        QTest::addColumn<QString>("said");
        QTest::addRow("past 70 percent") << qint64(65) << false << u"75%"_s;
        QTest::addRow("past 90 percent") << qint64(85) << true << u"95%"_s;
        QTest::addRow("past a soft one") << qint64(95) << false << u"would pass the limit"_s;
        QTest::addRow("past a hard one") << qint64(95) << true << u"will not be sent"_s;
    }

    void warningsSayWhatWouldHappen()
    {
        QFETCH(qint64, spent);
        QFETCH(bool, hard);
        QFETCH(QString, said);
        SpendLimit own = limit(u"a"_s, 100);
        own.isHard = hard;
        const Money call{10 * picoPerDollar};
        const auto warnings = spendWarnings({state(own, spent)}, call);
        QCOMPARE(warnings.size(), 1);
        const QString words = LimitWords::warning(warnings[0], call);
        QVERIFY2(words.contains(said) && words.contains(u"User minh"_s), qPrintable(words));
    }
};

QTEST_MAIN(TestLimitsPage)

#include "tst_limitspage.moc"
