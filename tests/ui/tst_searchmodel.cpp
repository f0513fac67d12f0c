#include "ui/conversations/searchmodel.h"

#include "tests/support/fakeconversations.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestSearchModel : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_fake = {}; }

    void showsWhatIsFound()
    {
        m_fake.hits = {hit(u"a"_s)};
        SearchModel model(m_fake.source());
        const QAbstractItemModelTester tester(&model);
        model.search(u"  late   parcel "_s, {});
        QCOMPARE(model.state(), SearchModel::State::Searching);
        QTRY_COMPARE(model.state(), SearchModel::State::Ready);
        QCOMPARE(m_fake.searches, QStringList{u"late parcel"_s});
        QCOMPARE(model.index(0).data(SearchModel::MessageIdRole).toString(), u"a"_s);
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole).toString(), u"Order 7: a parcel"_s);
    }

    void onlyTheNewestQuestionCounts()
    {
        m_fake.held = true;
        SearchModel model(m_fake.source());
        model.search(u"par"_s, {});
        model.search(u"parcel"_s, {});
        FakeConversations::answer(m_fake.heldHits[1], HitsResult(QList{hit(u"new"_s)}));
        FakeConversations::answer(m_fake.heldHits[0], HitsResult(QList{hit(u"old"_s)}));
        QTRY_COMPARE(model.state(), SearchModel::State::Ready);
        QTest::qWait(1);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0).data(SearchModel::MessageIdRole).toString(), u"new"_s);
    }

    void noWordsEmptyTheListAndDropWhatIsOnItsWay()
    {
        m_fake.held = true;
        SearchModel model(m_fake.source());
        model.search(u"parcel"_s, {});
        model.search(u" "_s, {});
        QCOMPARE(model.state(), SearchModel::State::Idle);
        FakeConversations::answer(m_fake.heldHits[0], HitsResult(QList{hit(u"old"_s)}));
        QTest::qWait(1);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.state(), SearchModel::State::Idle);
    }

    void saysWhyItFailed()
    {
        m_fake.error = Error{.kind = Error::Kind::StoreFailed};
        SearchModel model(m_fake.source());
        model.search(u"parcel"_s, {});
        QTRY_COMPARE(model.state(), SearchModel::State::Failed);
        QCOMPARE(model.error().kind, Error::Kind::StoreFailed);
    }

private:
    using HitsResult = FakeConversations::HitsResult;

    static SearchHit hit(const QString &messageId)
    {
        return {.conversation = {.id = u"c"_s, .title = u"Order 7"_s},
                .messageId = messageId,
                .snippet = u"a \u0002parcel\u0003"_s};
    }

    FakeConversations m_fake;
};

QTEST_MAIN(TestSearchModel)
#include "tst_searchmodel.moc"
