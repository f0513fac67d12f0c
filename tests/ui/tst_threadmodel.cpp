#include "tests/support/threadsamples.h"
#include "ui/thread/threadmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Core::Message;
using Core::MessageStatus;
using Core::Role;
using Core::Verdict;

namespace {

QStringList idsOf(const ThreadModel &model)
{
    QStringList ids;
    for (int row = 0; row < model.rowCount(); ++row)
        ids += model.row(row).message.id;
    return ids;
}

Core::ContextPlan planOf(const QList<std::pair<QString, Verdict>> &verdicts)
{
    Core::ContextPlan plan;
    for (const auto &[id, verdict] : verdicts)
        plan.items.append({.id = id, .verdict = verdict});
    return plan;
}

} // namespace

class TestThreadModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_model = std::make_unique<ThreadModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_model->setThread(u"c"_s, ThreadSamples::support(), {{u"s3"_s, {2, 3}}});
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void showsTheBranchInOrder()
    {
        QCOMPARE(idsOf(*m_model), (QStringList{u"s1"_s, u"s2"_s, u"s3"_s, u"s4"_s, u"s5"_s}));
        QCOMPARE(m_model->row(2).siblings, (SiblingPlace{2, 3}));
        QCOMPARE(m_model->row(1).siblings, SiblingPlace{});
        QCOMPARE(m_model->index(2).data(ThreadModel::IdRole).toString(), u"s3"_s);
    }

    void growsAnAnswerAsItsLastRow()
    {
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->beginAnswer(ThreadSamples::message(u"a"_s, Role::Assistant, {}, 20));
        QVERIFY(m_model->isGrowing());
        QCOMPARE(inserted.count(), 1);

        m_model->growAnswer(u"Xin "_s);
        m_model->growAnswer(u"chào"_s);
        QCOMPARE(m_model->row(5).message.content, u"Xin chào"_s);
        QCOMPARE(m_model->row(5).message.status, MessageStatus::Streaming);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(changed.last().at(0).toModelIndex().row(), 5);

        m_model->finishAnswer(ThreadSamples::message(u"a"_s, Role::Assistant, u"Xin chào!"_s, 20));
        QVERIFY(!m_model->isGrowing());
        QCOMPARE(m_model->row(5).message.content, u"Xin chào!"_s);
        QCOMPARE(m_model->rowCount(), 6);
    }

    void goesOnGrowingAnAnswerThatIsThereAlready()
    {
        Message partial = ThreadSamples::message(u"a"_s, Role::Assistant, u"Xin "_s, 20);
        m_model->setThread(u"d"_s, ThreadSamples::support() + QList<Message>{partial}, {});
        partial.content = u"Xin ch"_s;
        m_model->beginAnswer(partial);
        m_model->growAnswer(u"ào"_s);
        QCOMPARE(m_model->rowCount(), 6);
        QCOMPARE(m_model->row(5).message.content, u"Xin chào"_s);
    }

    void ignoresTextWhenNothingGrows()
    {
        m_model->growAnswer(u"late"_s);
        m_model->finishAnswer(ThreadSamples::message(u"a"_s, Role::Assistant, u"late"_s));
        QCOMPARE(m_model->rowCount(), 5);
        QCOMPARE(m_model->row(4).message.id, u"s5"_s);
    }

    void changesOnlyWhatDiffersInTheSameConversation()
    {
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        QSignalSpy removed(m_model.get(), &QAbstractItemModel::rowsRemoved);
        QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
        QList<Message> branch = ThreadSamples::support();
        branch[4] = ThreadSamples::message(u"other"_s, Role::Assistant, u"Vâng."_s, 10);
        m_model->setThread(u"c"_s, branch, {});

        QCOMPARE(reset.count(), 0);
        QCOMPARE(removed.count(), 1);
        QCOMPARE(removed.first().at(1).toInt(), 4);
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(m_model->row(4).message.id, u"other"_s);
        QCOMPARE(m_model->row(2).siblings, SiblingPlace{});
    }

    void keepsFeetWhenTheConversationIsSetAgain()
    {
        const MessageFoot foot{Core::Money{7}, true, u"m"_s, 12};
        m_model->setFoot(u"s3"_s, foot);
        QList<Message> branch = ThreadSamples::support();
        branch[2].tokens = 99;
        m_model->setThread(u"c"_s, branch, {});
        QCOMPARE(m_model->row(2).foot, foot);
        QCOMPARE(m_model->row(2).message.tokens, 99);
    }

    void aChargeLeavesTheTimeToTheFirstToken()
    {
        m_model->setFirstToken(u"s3"_s, 180);
        m_model->setFoot(u"s3"_s, {.charged = true, .model = u"m"_s});
        QCOMPARE(m_model->row(2).foot,
                 (MessageFoot{.charged = true, .model = u"m"_s, .firstTokenMs = 180}));
        m_model->setFirstToken(u"s3"_s, -1); // not known is not nothing
        QCOMPARE(m_model->row(2).foot.firstTokenMs, 180);
    }

    void knowsWhatOthersThanTheReaderHaveWritten()
    {
        QList<Message> branch = ThreadSamples::support();
        branch[0].author = u"minh"_s;
        branch[2].author = u"an"_s;
        m_model->setReader(u"an"_s);
        m_model->setThread(u"c"_s, branch, {});
        QVERIFY(m_model->row(0).isOthers);
        QVERIFY(!m_model->row(1).isOthers); // nobody is known
        QVERIFY(!m_model->row(2).isOthers);
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setReader(u"minh"_s);
        QVERIFY(!m_model->row(0).isOthers);
        QVERIFY(m_model->row(2).isOthers);
        QCOMPARE(changed.count(), 2);
    }

    void isResetByAnotherConversation()
    {
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_model->setFoot(u"s3"_s, {.model = u"m"_s});
        m_model->setThread(u"d"_s, ThreadSamples::support(), {});
        QCOMPARE(reset.count(), 1);
        QCOMPARE(m_model->row(2).foot, MessageFoot{});
    }

    void marksRowsAsThePlanHasThem()
    {
        m_model->setPlan(planOf({{u"s1"_s, Verdict::Kept},
                                 {u"s2"_s, Verdict::Summarised},
                                 {u"s3"_s, Verdict::Summarised},
                                 {u"s4"_s, Verdict::Dropped}}));
        QVERIFY(!m_model->row(0).isLeftOut());
        QVERIFY(m_model->row(1).isLeftOut());
        QVERIFY(m_model->row(3).isLeftOut());
        QVERIFY(!m_model->row(4).plan.has_value());
        QCOMPARE(m_model->row(2).endsSummary, false);
        QCOMPARE(m_model->row(3).endsSummary, true);

        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setPlan(planOf({{u"s1"_s, Verdict::Kept},
                                 {u"s2"_s, Verdict::Summarised},
                                 {u"s3"_s, Verdict::Summarised},
                                 {u"s4"_s, Verdict::Dropped}}));
        QCOMPARE(changed.count(), 0); // the same plan again repaints nothing
    }

    void beginsADayWhereTheDateChanges()
    {
        QList<Message> branch = ThreadSamples::support();
        branch[3].createdAt = branch[3].createdAt.addDays(1);
        branch[4].createdAt = branch[4].createdAt.addDays(1);
        m_model->setThread(u"d"_s, branch, {});
        QVERIFY(m_model->row(0).startsDay);
        QVERIFY(!m_model->row(1).startsDay);
        QVERIFY(m_model->row(3).startsDay);
        QVERIFY(!m_model->row(4).startsDay);
        Message next = ThreadSamples::message(u"n"_s, Role::User, u"?"_s);
        next.createdAt = branch[4].createdAt.addDays(1);
        m_model->appendMessage(next);
        QVERIFY(m_model->row(5).startsDay);
    }

private:
    std::unique_ptr<ThreadModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_GUILESS_MAIN(TestThreadModel)
#include "tst_threadmodel.moc"
