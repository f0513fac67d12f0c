#include "ui/conversations/conversationlistmodel.h"

#include "tests/support/fakeconversations.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestConversationListModel : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fake = {};
        for (int i = 0; i < 250; ++i)
            m_fake.rows.append(conversationBefore(m_now, i, u"c%1"_s.arg(i, 3, 10, QChar(u'0'))));
    }

    void loadsAPageAtATime()
    {
        const auto model = loaded();
        QCOMPARE(model->rowCount(), ConversationListModel::pageSize);
        QVERIFY(model->canFetchMore({}));
        const int before = m_fake.pagesAsked;
        model->fetchMore({});
        model->fetchMore({}); // while one is on its way
        QTRY_COMPARE(model->rowCount(), 2 * ConversationListModel::pageSize);
        QCOMPARE(m_fake.pagesAsked, before + 1);
        model->fetchMore({});
        QTRY_COMPARE(model->rowCount(), 250);
        QVERIFY(!model->canFetchMore({}));
        QVERIFY(model->isAtEnd());
    }

    void headsEachGroupOnce()
    {
        const auto model = loaded();
        QStringList heads;
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row).data(ConversationListModel::StartsGroupRole).toBool())
                heads += id(*model, row);
        }
        // Noon: eleven hours ago is today still, 13 is yesterday, 37 are two days.
        QCOMPARE(heads, (QStringList{u"c000"_s, u"c013"_s, u"c037"_s}));
    }

    void aChangedConversationMovesToTheTop()
    {
        const auto model = loaded();
        Conversation changed = *model->conversation(u"c040"_s);
        changed.updatedAt = m_now.addSecs(60);
        changed.lastLine = u"New"_s;
        const QPersistentModelIndex index = model->indexOf(u"c040"_s);
        model->put(changed);
        QCOMPARE(id(*model, 0), u"c040"_s);
        QCOMPARE(index.row(), 0);
        QCOMPARE(model->rowCount(), ConversationListModel::pageSize);
    }

    void pinnedOnesComeFirst()
    {
        const auto model = loaded();
        Conversation changed = *model->conversation(u"c040"_s);
        changed.pinned = true;
        model->put(changed);
        QCOMPARE(id(*model, 0), u"c040"_s);
        changed.pinned = false;
        model->put(changed);
        QCOMPARE(model->indexOf(u"c040"_s).row(), 40);
    }

    void aRowThatWasBroughtAlreadyIsNotLoadedAgain()
    {
        const auto model = loaded();
        Conversation changed = m_fake.rows[150];
        changed.updatedAt = m_now.addSecs(60);
        model->put(changed);
        QCOMPARE(model->rowCount(), ConversationListModel::pageSize + 1);
        model->fetchMore({});
        model->fetchMore({});
        QTRY_COMPARE(model->rowCount(), 2 * ConversationListModel::pageSize);
        model->fetchMore({});
        QTRY_COMPARE(model->rowCount(), 250);
        QCOMPARE(id(*model, 0), u"c150"_s);
    }

    void aRowBehindTheLoadedOnesWaitsForItsPage()
    {
        const auto model = loaded();
        model->put(m_fake.rows[200]);
        QVERIFY(!model->indexOf(u"c200"_s).isValid());
    }

    void hidesWhatIsRemovedOrFilteredOut_data()
    {
        QTest::addColumn<Conversation>("change");
        Conversation row = conversationBefore(m_now, 3, u"c003"_s);
        row.tags = {u"vip"_s};
        Conversation removed = row;
        removed.active = false;
        QTest::addRow("removed") << removed;
        Conversation untagged = row;
        untagged.tags.clear();
        QTest::addRow("without the tag") << untagged;
    }

    void hidesWhatIsRemovedOrFilteredOut()
    {
        QFETCH(Conversation, change);
        for (Conversation &row : m_fake.rows)
            row.tags = {u"vip"_s};
        const auto model = loaded({.tag = u"vip"_s});
        QVERIFY(model->indexOf(u"c003"_s).isValid());
        model->put(change);
        QVERIFY(!model->indexOf(u"c003"_s).isValid());
    }

    void anAnswerForAnOlderFilterIsDropped()
    {
        ConversationListModel model(m_fake.source(), m_now.date());
        const QAbstractItemModelTester tester(&model);
        m_fake.held = true;
        model.reload();
        model.setFilter({.tag = u"vip"_s});
        QCOMPARE(m_fake.heldPages.size(), 2);
        FakeConversations::answer(m_fake.heldPages[1],
                                  FakeConversations::PageResult(ConversationPage{}));
        FakeConversations::answer(m_fake.heldPages[0], m_fake.page({}, {}, 100));
        QTRY_COMPARE(model.state(), ConversationListModel::State::Ready);
        QTest::qWait(1);
        QCOMPARE(model.rowCount(), 0);
    }

    void saysWhyItFailedAndTriesAgain()
    {
        m_fake.error = Error{.kind = Error::Kind::StoreFailed};
        ConversationListModel model(m_fake.source(), m_now.date());
        model.reload();
        QTRY_COMPARE(model.state(), ConversationListModel::State::Failed);
        QCOMPARE(model.error().kind, Error::Kind::StoreFailed);
        QVERIFY(!model.canFetchMore({}));
        m_fake.error.reset();
        model.reload();
        QTRY_COMPARE(model.state(), ConversationListModel::State::Ready);
    }

    void marksAreKeptWhileRowsMove()
    {
        const auto model = loaded();
        model->setStreaming(u"c005"_s, true);
        model->setUnread(u"c005"_s, true);
        Conversation changed = *model->conversation(u"c005"_s);
        changed.updatedAt = m_now.addSecs(60);
        model->put(changed);
        QVERIFY(model->index(0).data(ConversationListModel::StreamingRole).toBool());
        QVERIFY(model->index(0).data(ConversationListModel::UnreadRole).toBool());
        model->setStreaming(u"c005"_s, false);
        QVERIFY(!model->index(0).data(ConversationListModel::StreamingRole).toBool());
    }

    void aNewTitleIsTold()
    {
        const auto model = loaded();
        QSignalSpy renamed(model.get(), &ConversationListModel::renamed);
        QVERIFY(model->setData(model->index(2), u"  Refund\n 12 "_s, Qt::EditRole));
        QCOMPARE(renamed.size(), 1);
        QCOMPARE(renamed[0][1].toString(), u"Refund 12"_s);
        QVERIFY(!model->setData(model->index(2), u"   "_s, Qt::EditRole));
        QCOMPARE(renamed.size(), 1);
    }

    void whatTheRowShowsBySignsIsAlsoSaid()
    {
        Conversation &row = m_fake.rows[0];
        row.pinned = true;
        row.hasError = true;
        row.tags = {u"vip"_s};
        const auto model = loaded();
        model->setUnread(row.id, true);
        const QString spoken = model->index(0).data(Qt::AccessibleTextRole).toString();
        for (const QString &word :
             {u"Title of c000"_s, u"pinned"_s, u"incomplete"_s, u"vip"_s, u"unread"_s})
            QVERIFY2(spoken.contains(word), qPrintable(spoken));
    }

private:
    using Mode = QAbstractItemModelTester::FailureReportingMode;

    std::unique_ptr<ConversationListModel> loaded(const ConversationFilter &filter = {})
    {
        auto model = std::make_unique<ConversationListModel>(m_fake.source(), m_now.date());
        auto *tester = new QAbstractItemModelTester(model.get(), Mode::QtTest, model.get());
        tester->setUseFetchMore(false);
        model->setFilter(filter);
        [&] { QTRY_COMPARE(model->state(), ConversationListModel::State::Ready); }();
        return model;
    }

    static QString id(const ConversationListModel &model, int row)
    {
        return model.index(row)
            .data(ConversationListModel::ConversationRole)
            .value<Conversation>()
            .id;
    }

    const QDateTime m_now{QDate(2026, 11, 23), QTime(12, 0), Qt::LocalTime};
    FakeConversations m_fake;
};

QTEST_MAIN(TestConversationListModel)
#include "tst_conversationlistmodel.moc"
