#include "ui/lab/labfilter.h"
#include "ui/lab/labmatrixmodel.h"

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
        made.append({.id = u"m%1"_s.arg(i),
                     .role = i % 2 == 0 ? Role::User : Role::Assistant,
                     .content = u"text %1\nsecond line"_s.arg(i)});
    return made;
}

PlanItem item(int number, Verdict verdict, int tokens, int sent)
{
    return {.id = u"m%1"_s.arg(number),
            .tokens = tokens,
            .sentTokens = sent,
            .verdict = verdict,
            .reason = {Reason::Code::AmongLast, 2}};
}

/// Sends the last `kept` of `count` messages with ten tokens each.
LabColumn column(const QString &card, int count, int kept)
{
    ContextPlan plan;
    for (int i = 0; i < count; ++i) {
        const bool sent = i >= count - kept;
        plan.items.append(item(i, sent ? Verdict::Kept : Verdict::Dropped, 10, sent ? 10 : 0));
    }
    return {.card = {.id = card, .strategy = u"sliding"_s, .model = u"gpt-4o"_s}, .plan = plan};
}

Verdict verdict(const LabMatrixModel &model, int row, int place)
{
    return model.index(row, place).data(LabMatrixModel::VerdictRole).value<Verdict>();
}

} // namespace

class TestLabMatrixModel : public QObject
{
    Q_OBJECT

private slots:
    void onlyAnotherPlanChangesTheCells()
    {
        LabMatrixModel model;
        model.setMessages(messages(4));
        LabColumn first = column(u"a"_s, 4, 2);
        model.setColumn(first);
        QSignalSpy cells(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy heads(&model, &QAbstractItemModel::headerDataChanged);
        first.card.budgetTokens = 500;
        model.setColumn(first);
        QCOMPARE(cells.size(), 0);
        QCOMPARE(heads.size(), 1);
        model.setColumn(column(u"a"_s, 4, 3));
        QCOMPARE(cells.size(), 1);
    }

    void aCellTellsWhatBecomesOfTheMessageUnderTheCard()
    {
        LabMatrixModel model;
        QAbstractItemModelTester tester(&model);
        model.setMessages(messages(4));
        model.setColumn(column(u"a"_s, 4, 4));
        model.setColumn(column(u"b"_s, 4, 2));

        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(verdict(model, 0, 0), Verdict::Kept);
        QCOMPARE(verdict(model, 0, 1), Verdict::Dropped);
        QCOMPARE(verdict(model, 3, 1), Verdict::Kept);
        QCOMPARE(model.index(0, 1).data(LabMatrixModel::SentTokensRole).toInt(), 0);
        const QString why = model.index(3, 1).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(why.contains(u"among the last 2 messages"_s), qPrintable(why));
    }

    void editingACardChangesItsColumnAndNoOther()
    {
        LabMatrixModel model;
        QAbstractItemModelTester tester(&model);
        model.setMessages(messages(4));
        for (const QString &card : {u"a"_s, u"b"_s})
            model.setColumn(column(card, 4, 2));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        LabColumn edited = column(u"b"_s, 4, 3);
        edited.card.budgetTokens = 3000;

        model.setColumn(edited);

        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.column(u"b"_s)->card.budgetTokens, 3000);
        QCOMPARE(verdict(model, 1, 1), Verdict::Kept);
        QCOMPARE(verdict(model, 1, 0), Verdict::Dropped);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toModelIndex().column(), 1);
    }

    void cardsComeAndGo()
    {
        LabMatrixModel model;
        QAbstractItemModelTester tester(&model);
        model.setMessages(messages(3));
        for (const QString &card : {u"a"_s, u"b"_s, u"c"_s})
            model.setColumn(column(card, 3, 2));
        model.removeCard(u"b"_s);
        model.removeCard(u"unknown"_s);
        QCOMPARE(model.columnCount(), 2);
        QCOMPARE(model.columns().last().card.id, u"c"_s);
        QVERIFY(!model.column(u"b"_s));
    }

    void rowsDiffer_data()
    {
        QTest::addColumn<PlanItem>("other");
        QTest::addColumn<bool>("different");

        const PlanItem kept = item(0, Verdict::Kept, 10, 10);
        QTest::addRow("not where both keep it") << kept << false;
        QTest::addRow("not where it is kept for another reason")
            << item(0, Verdict::Retrieved, 10, 10) << false;
        QTest::addRow("where one sends a part") << item(0, Verdict::Shortened, 10, 4) << true;
        QTest::addRow("where one drops it") << item(0, Verdict::Dropped, 10, 0) << true;
        QTest::addRow("where one summarises it") << item(0, Verdict::Summarised, 10, 0) << true;
    }

    void rowsDiffer()
    {
        QFETCH(PlanItem, other);
        QFETCH(bool, different);
        LabMatrixModel model;
        model.setMessages(messages(1));
        model.setColumn(column(u"a"_s, 1, 1));
        LabColumn second = column(u"b"_s, 1, 1);
        second.plan->items = {other};

        model.setColumn(second);

        QCOMPARE(model.isDifferent(0), different);
        QCOMPARE(model.differences(), different ? 1 : 0);
    }

    void onlyRowsThatDifferAreShownOnWish()
    {
        LabMatrixModel model;
        LabFilter filter;
        QAbstractItemModelTester tester(&filter);
        filter.setSourceModel(&model);
        model.setMessages(messages(6));
        model.setColumn(column(u"a"_s, 6, 6));
        model.setColumn(column(u"b"_s, 6, 2));
        QCOMPARE(filter.rowCount(), 6);

        filter.setRows(LabFilter::Rows::OnlyDifferent);
        QCOMPARE(filter.rowCount(), 4);
        QCOMPARE(filter.headerData(3, Qt::Vertical, LabMatrixModel::NumberRole).toInt(), 4);

        model.setColumn(column(u"b"_s, 6, 5));
        filter.setRows(LabFilter::Rows::OnlyDifferent);
        QCOMPARE(filter.rowCount(), 1);
    }

    void aPlanOfOtherMessagesIsNotShown()
    {
        LabMatrixModel model;
        QAbstractItemModelTester tester(&model);
        model.setMessages(messages(2));
        model.setColumn(column(u"a"_s, 2, 2));
        model.setMessages(messages(3));
        QVERIFY(!model.index(0, 0).data(LabMatrixModel::VerdictRole).isValid());
        QCOMPARE(model.column(u"a"_s)->card.strategy, u"sliding"_s);

        LabColumn wrong = column(u"a"_s, 3, 3);
        wrong.plan->items[1].id = u"gone"_s;
        model.setColumn(wrong);
        QVERIFY(model.index(0, 0).data(LabMatrixModel::VerdictRole).isValid());
        QVERIFY(!model.index(1, 0).data(LabMatrixModel::VerdictRole).isValid());
    }

    void aPlanThatFailedLeavesItsColumnEmpty()
    {
        LabMatrixModel model;
        model.setMessages(messages(2));
        model.setColumn(column(u"a"_s, 2, 1));
        model.setColumn({.card = {.id = u"b"_s}, .problem = Error{Error::Kind::NotFound, {}}});
        QVERIFY(!model.index(0, 1).data(LabMatrixModel::VerdictRole).isValid());
        QCOMPARE(model.differences(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLabMatrixModel)
#include "tst_labmatrixmodel.moc"
