#include "ui/inspector/planfilter.h"
#include "ui/inspector/planmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

QList<Message> messages(int count)
{
    QList<Message> made;
    for (int i = 0; i < count; ++i)
        made.append({.id = u"m%1"_s.arg(i), .content = u"text %1\nsecond line"_s.arg(i)});
    return made;
}

ContextPlan plan(int count, Verdict verdict = Verdict::Kept)
{
    ContextPlan made;
    for (int i = 0; i < count; ++i)
        made.items.append({.id = u"m%1"_s.arg(i),
                           .tokens = (i * 7) % 5 + 1,
                           .verdict = verdict,
                           .reason = {Reason::Code::AmongLast, 20}});
    return made;
}

QStringList ids(const QAbstractItemModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.index(row, 0).data(PlanModel::IdRole).toString();
    return ids;
}

} // namespace

class TestPlanModel : public QObject
{
    Q_OBJECT

private slots:
    void rowsComeAndGoAtTheEndWhilePlansChange()
    {
        PlanModel model;
        QAbstractItemModelTester tester(&model);
        PlanFilter filter;
        QAbstractItemModelTester filterTester(&filter);
        filter.setSourceModel(&model);
        QSignalSpy resets(&model, &PlanModel::modelReset);
        for (const int count : {3, 5, 5, 2, 0, 4}) {
            model.setPlan(plan(count), messages(count));
            QCOMPARE(model.rowCount(), count);
            QCOMPARE(filter.rowCount(), count);
        }
        QCOMPARE(resets.size(), 0);
    }

    void aSelectionOutlivesAKeystroke()
    {
        PlanModel model;
        model.setPlan(plan(4), messages(4));
        const QPersistentModelIndex third(model.index(2));
        model.setPlan(plan(5, Verdict::Dropped), messages(5));
        QVERIFY(third.isValid());
        QCOMPARE(third.data(PlanModel::VerdictRole).value<Verdict>(), Verdict::Dropped);
        QCOMPARE(third.data(PlanModel::IdRole).toString(), u"m2"_s);
    }

    void aBranchThatPartsIsShownFromWhereItParts()
    {
        PlanModel model;
        QAbstractItemModelTester tester(&model);
        model.setPlan(plan(4), messages(4));
        ContextPlan other = plan(4);
        other.items[2].id = u"x"_s;
        model.setPlan(other, messages(4));
        QCOMPARE(ids(model), QStringList({u"m0"_s, u"m1"_s, u"x"_s, u"m3"_s}));
        QCOMPARE(model.beginning(3), u"text 3"_s);
        QCOMPARE(model.beginning(2), u"(the text is not here any more)"_s);
    }

    void whatIsBeingWrittenIsShownFromTheRequest()
    {
        PlanModel model;
        ContextPlan next = plan(3);
        next.items[2].id.clear();
        next.messages = {{.content = u"text 0"_s, .item = 0}, {.content = u"a draft"_s, .item = 2}};
        model.setPlan(next, messages(2));
        QCOMPARE(model.beginning(2), u"a draft"_s);
    }

    void aRowSaysWhatItIs()
    {
        PlanModel model;
        ContextPlan one = plan(1);
        one.items[0].tokens = 1'234;
        one.items[0].sentTokens = 34;
        one.items[0].score = 0.5;
        one.items[0].cached = true;
        model.setPlan(one, messages(1));
        QCOMPARE(model.description(0),
                 u"Message 1 of 1, User\ntext 0\n1,234 tokens\nKept: among the last 20 messages\n"
                 "Sent of these: 34 tokens\nScore 0.500\n"
                 "In the prefix that the provider has cached"_s);
    }

    void messagesWithoutTextAreNamed()
    {
        PlanModel model;
        QList<Message> two = messages(2);
        two[0].content.clear();
        two[1].content.clear();
        two[1].toolCalls = {{u"c"_s, u"order_status"_s, u"{}"_s}};
        model.setPlan(plan(2), two);
        QCOMPARE(model.beginning(0), u"(empty)"_s);
        QCOMPARE(model.beginning(1), u"Calls order_status"_s);
    }

    void theListShowsWhatIsAskedFor()
    {
        PlanModel model;
        PlanFilter filter;
        filter.setSourceModel(&model);
        ContextPlan mixed = plan(4);
        mixed.items[1].verdict = Verdict::Dropped;
        mixed.items[2].verdict = Verdict::Summarised;
        mixed.items[0].score = 0.2;
        mixed.items[3].score = 0.9;
        model.setPlan(mixed, messages(4)); // tokens 1, 3, 5, 2

        filter.setShow(PlanFilter::Show::Sent);
        QCOMPARE(ids(filter), QStringList({u"m0"_s, u"m3"_s}));
        filter.setShow(PlanFilter::Show::NotSent);
        QCOMPARE(ids(filter), QStringList({u"m1"_s, u"m2"_s}));
        filter.setShow(PlanFilter::Show::All);
        filter.setOrder(PlanFilter::Order::Tokens);
        QCOMPARE(ids(filter), QStringList({u"m2"_s, u"m1"_s, u"m3"_s, u"m0"_s}));
        filter.setOrder(PlanFilter::Order::Score);
        QCOMPARE(ids(filter), QStringList({u"m3"_s, u"m0"_s, u"m2"_s, u"m1"_s}));
        filter.setOrder(PlanFilter::Order::Conversation);
        QCOMPARE(ids(filter), ids(model));
    }

    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
};

QTEST_MAIN(TestPlanModel)
#include "tst_planmodel.moc"
