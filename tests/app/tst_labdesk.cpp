#include "app/labdesk.h"
#include "core/net/openaiclient.h"
#include "core/practice/practiceprovider.h"
#include "tests/support/storesamples.h"
#include "ui/base/stackchart.h"
#include "ui/base/undobar.h"
#include "ui/lab/experimentspane.h"
#include "ui/lab/fatebar.h"
#include "ui/lab/planstrip.h"
#include "ui/lab/probespane.h"
#include "ui/lab/repliespane.h"
#include "ui/lab/replyview.h"
#include "ui/lab/timepane.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

/// The lab with a real store and the practice provider, without the window around it.
class TestLabDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const Result<QUrl> url = m_practice.start();
        QVERIFY(url);
        m_practiceUrl = *url;
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_store = std::make_unique<ConversationStore>(m_clock);
        m_vault = std::make_unique<KeyVault>(m_folder->path(), false);
        m_settings = {};
        valueOf(m_store->open(m_folder->filePath(u"store.db"_s)));
        m_session = std::make_unique<ChatSession>(parts());
        startDesk();
    }

    void cleanup()
    {
        m_desk.reset();
        m_page.reset();
        m_session.reset();
        m_store.reset();
    }

    void aConversationIsPlannedUnderTheUsualCards()
    {
        fill(40);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));

        QCOMPARE(matrix().rowCount(), 39); // up to the last question
        const QList<LabColumn> &columns = matrix().columns();
        QCOMPARE(sentMessages(*columns[0].plan), 39);
        QVERIFY(sentMessages(*columns[1].plan) < 39);
        QVERIFY(columns[1].plan->use.total() <= columns[1].card.budgetTokens);
        QVERIFY(columns[1].perCall.has_value());
        QVERIFY(columns[1].usage.prompt < columns[0].usage.prompt);
        QVERIFY(matrix().differences() > 0);
        QTRY_VERIFY(columns[0].replay.has_value());
    }

    void aCardIsChangedAddedAndRemoved()
    {
        fill(40);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        const int before = matrix().columns()[1].plan->use.total();
        TrialCard card = matrix().columns()[1].card;
        card.budgetTokens /= 2;
        emit m_page->cardChanged(card);
        QTRY_VERIFY(matrix().columns()[1].plan->use.total() < before);
        QCOMPARE(matrix().columnCount(), 4);

        emit m_page->cardAdded();
        QTRY_VERIFY(isPlanned(5));
        QCOMPARE(matrix().columns()[4].card.strategy, matrix().columns()[3].card.strategy);

        emit m_page->cardRemoved(card.id);
        QCOMPARE(matrix().columnCount(), 4);
    }

    void theLabBeginsAsItWasLeft()
    {
        fill(6);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        TrialCard card = matrix().columns()[1].card;
        card.budgetTokens = 777;
        emit m_page->cardChanged(card);
        emit m_page->cardRemoved(matrix().columns()[0].card.id);

        startDesk();
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(3));
        QCOMPARE(matrix().columns()[0].card.budgetTokens, 777);
    }

    void anotherQuestionGoesBehindTheWholeConversation()
    {
        fill(40);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        const auto fields = m_page->findChildren<QLineEdit *>();
        for (QLineEdit *field : fields) {
            if (field->accessibleName() == "Question"_L1)
                field->setText(u"What was the order number?"_s);
        }
        QTRY_COMPARE(matrix().rowCount(), 41);
        QTRY_VERIFY(isPlanned(4));
        QCOMPARE(matrix().messages().last().content, u"What was the order number?"_s);
        QCOMPARE(matrix().columns()[1].plan->items.last().verdict, Verdict::Kept);
    }

    void anOptionIsPlannedAtOnceAndKept()
    {
        fill(40);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        TrialCard card = withOption(matrix().columns()[1].card, u"last"_s, 2);
        emit m_page->cardChanged(card);
        QTRY_COMPARE(sentMessages(*matrix().columns()[1].plan), 1); // an answer cannot be first

        startDesk();
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        QCOMPARE(matrix().columns()[1].card.options, card.options);
    }

    void aCardIsDuplicatedBesideItselfAndMoved()
    {
        fill(6);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        const TrialCard card = matrix().columns()[1].card;
        emit m_page->cardDuplicated(card.id);
        QTRY_VERIFY(isPlanned(5));
        QCOMPARE(matrix().columns()[2].card.strategy, card.strategy);
        emit m_page->cardMoved(card.id, -1);
        QCOMPARE(matrix().columns()[0].card.id, card.id);
        emit m_page->cardMoved(card.id, -1); // it is the first already
        QCOMPARE(matrix().columns()[0].card.id, card.id);
        QVERIFY(isPlanned(5));
    }

    void markedMessagesMeasureTheCardsAndAreKept()
    {
        fill(40);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        const QString early = matrix().messages()[1].id;
        emit m_page->probes().addRequested();
        emit m_page->evidenceToggled(early);
        QTRY_VERIFY(matrix().columns()[0].recall.has_value());
        QTRY_VERIFY(matrix().columns()[1].recall.has_value());
        QCOMPARE(matrix().columns()[0].recall->row.recall, 1.0);
        QCOMPARE(matrix().columns()[1].recall->row.recall, 0.0);
        QVERIFY(matrix().columns()[1].recall->isDifferent());

        startDesk();
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        QTRY_VERIFY(matrix().columns()[0].recall.has_value());
        QTRY_COMPARE(evidenceAt(1), LabMatrixModel::Evidence::Marked);

        const QString path = m_folder->filePath(u"probes.jsonl"_s);
        emit m_page->probes().exportRequested(path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto probes = probesFromJson(file.readAll());
        QVERIFY(probes);
        QCOMPARE(probes->size(), 1);
        QCOMPARE(probes->first().source, u"c"_s);
        QCOMPARE(probes->first().evidence, QStringList{early});

        emit m_page->probes().removeRequested(0);
        QTRY_VERIFY(!matrix().columns()[0].recall.has_value());
        QCOMPARE(evidenceAt(1), LabMatrixModel::Evidence::None);
    }

    void aProposalIsNoEvidenceBeforeItIsConfirmed()
    {
        fill(20);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        m_page->setQuestion(u"What about order 4705?"_s);
        QTRY_COMPARE(matrix().rowCount(), 21);
        emit m_page->probes().proposalRequested();
        QTRY_COMPARE(evidenceAt(5), LabMatrixModel::Evidence::Proposed);
        QVERIFY(!matrix().columns()[0].recall.has_value());
        emit m_page->probes().proposalConfirmed();
        QCOMPARE(evidenceAt(5), LabMatrixModel::Evidence::Marked);
        QTRY_VERIFY(matrix().columns()[0].recall.has_value());
    }

    void theCurvesAreMadeWhileOneLooks()
    {
        fill(40);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        emit m_page->probes().addRequested();
        emit m_page->evidenceToggled(matrix().messages()[1].id);
        m_page->showProbes(true);
        const auto *chart = m_page->probes().findChild<StackChart *>();
        QTRY_COMPARE(chart->data().lines.size(), 4);
        QVERIFY(chart->data().labels.size() > 1);
        m_page->showProbes(false);
        QVERIFY(chart->data().lines.isEmpty());
    }

    void oneStepsThroughTheTurnsAndSeesWhereAFactIsLost()
    {
        fill(40);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        emit m_page->probes().addRequested();
        emit m_page->evidenceToggled(matrix().messages()[1].id);
        QTRY_COMPARE(matrix().rowCount(), 41); // its question goes behind the conversation
        m_page->showTab(LabPage::Tab::Time);
        TimePane &time = m_page->time();
        QCOMPARE(time.turns(), 20);
        const auto strips = time.findChildren<PlanStrip *>();
        QCOMPARE(strips.size(), 4);
        QTRY_COMPARE(strips[0]->plan().items.size(), 39);
        time.setTurn(3);
        QTRY_COMPARE(strips[0]->plan().items.size(), 5);
        QTRY_COMPARE(time.findChildren<FateBar *>().size(), 4);
        QVERIFY(time.findChildren<FateBar *>()[1]->accessibleName().startsWith(u"Lost at turn"_s));
    }

    void anExperimentIsSavedReopenedAndRemoved()
    {
        fill(40);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        ExperimentsPane &pane = m_page->experiments();
        emit pane.saveRequested(u"First"_s);
        emit pane.saveRequested(u"First"_s);
        const auto *list = pane.findChild<QListWidget *>();
        QCOMPARE(list->count(), 2);
        QVERIFY(list->item(0)->text().startsWith(u"First (2)"_s));
        emit m_page->cardRemoved(matrix().columns()[0].card.id);

        startDesk();
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(3));
        const auto kept = keptExperiments();
        QCOMPARE(kept->size(), 2);
        QCOMPARE(kept->first().results.first().messages, 39);
        emit m_page->experiments().openRequested(kept->first().id);
        QTRY_VERIFY(isPlanned(4));

        const QString path = m_folder->filePath(u"first.csv"_s);
        emit m_page->experiments().exportRequested(kept->first().id, path,
                                                   ExperimentExport::Format::Csv);
        QVERIFY(QFileInfo(path).size() > 100);
        emit m_page->experiments().removeRequested(kept->first().id);
        QCOMPARE(m_page->experiments().findChild<QListWidget *>()->count(), 1);
    }

    void twoWhoSaveAtOnceKeepBoth()
    {
        fill(6);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        emit m_page->experiments().saveRequested(u"Mine"_s);
        // A colleague's program, which was open before and knows nothing of it.
        Experiment theirs{.id = newId(), .name = u"Theirs"_s, .savedAt = m_clock.now()};
        succeed(m_store->setValue(experimentName(theirs.id), experimentsToJson({theirs})));
        emit m_page->experiments().saveRequested(u"Mine too"_s);
        QCOMPARE(keptExperiments()->size(), 3);
        startDesk();
        m_desk->show(u"c"_s);
        const auto *list = m_page->experiments().findChild<QListWidget *>();
        QTRY_COMPARE(list->count(), 3);
        emit m_page->experiments().removeRequested(theirs.id);
        QCOMPARE(keptExperiments()->size(), 2);
        m_page->experiments().findChild<UndoBar *>()->findChild<QPushButton *>()->click();
        QTRY_COMPARE(keptExperiments()->size(), 3);
    }

    void experimentsOfAnOlderProgramAreTakenOver()
    {
        const Experiment first{.id = newId(), .name = u"First"_s, .savedAt = m_clock.now()};
        const Experiment second{
            .id = newId(), .name = u"Second"_s, .savedAt = m_clock.now().addSecs(60)};
        const QString old = u"labExperiments"_s;
        fill(2);
        succeed(m_store->setValue(old, experimentsToJson({first, second})));
        startDesk();
        m_desk->show(u"c"_s);
        const auto *list = m_page->experiments().findChild<QListWidget *>();
        QTRY_COMPARE(list->count(), 2);
        QCOMPARE(*keptExperiments(), (QList<Experiment>{second, first}));
        QCOMPARE(valueOf(m_store->value(old)), QString());
        succeed(m_store->setValue(old, u"no list"_s)); // it stays for whoever can read it
        startDesk();
        m_desk->show(u"c"_s);
        QTRY_COMPARE(m_page->experiments().findChild<QListWidget *>()->count(), 2);
        QCOMPARE(valueOf(m_store->value(old)), u"no list"_s);
    }

    void anExperimentBringsItsProbesBack()
    {
        fill(6);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        emit m_page->probes().addRequested();
        emit m_page->evidenceToggled(matrix().messages()[1].id);
        emit m_page->experiments().saveRequested(u"One message"_s);
        const auto kept = keptExperiments();
        QCOMPARE(kept->first().probes.size(), 1);
        emit m_page->evidenceToggled(matrix().messages()[2].id);
        QTRY_VERIFY(keptProbes() != kept->first().probes);
        const QList<Probe> own = keptProbes();

        emit m_page->experiments().openRequested(kept->first().id);
        QTRY_COMPARE(keptProbes(), kept->first().probes);
        auto *undo = m_page->probes().findChild<UndoBar *>();
        QVERIFY(!undo->isHidden());
        undo->findChild<QPushButton *>()->click();
        QTRY_COMPARE(keptProbes(), own);
    }

    void aMessageThatIsGoneMeasuresNothing()
    {
        fill(6);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        emit m_page->probes().addRequested();
        emit m_page->evidenceToggled(matrix().messages()[1].id);
        QTRY_VERIFY(matrix().columns()[0].recall.has_value());

        // Meanwhile the conversation went another way from its first message on.
        const QString first = matrix().messages()[0].id;
        valueOf(m_store->addMessage({.parentId = first,
                                     .conversationId = u"c"_s,
                                     .role = Role::User,
                                     .content = u"Another way"_s}));
        m_desk->show(u"c"_s);
        QTRY_COMPARE(matrix().rowCount(), 3); // with the question that is measured
        QTRY_VERIFY(isPlanned(4));
        QTRY_VERIFY(!matrix().columns()[0].recall.has_value());
    }

    void aModelIsAskedForEvidenceAndWhatItSaysIsCharged()
    {
        fill(6);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        emit m_page->probes().addRequested();
        QSignalSpy spent(m_desk.get(), &LabDesk::spendChanged);
        emit m_page->probes().modelProposalRequested({u"practice"_s, u"practice"_s});
        QTRY_COMPARE_WITH_TIMEOUT(spent.size(), 1, 15'000);
        QCOMPARE(valueOf(m_store->chargesOf(u"c"_s)).first().kind, Charge::Kind::Lab);
    }

    void blindRepliesHaveNoNamesUntilOneIsMarked()
    {
        fill(6);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        RepliesPane &replies = m_page->replies();
        replies.setBlind(true);
        emit m_page->askRequested();
        QTRY_VERIFY_WITH_TIMEOUT(!replies.isRunning(), 15'000);
        QVERIFY(replies.isHidden());
        const auto views = replies.findChildren<ReplyView *>();
        QStringList names;
        for (const ReplyView *view : views)
            names += view->name();
        QCOMPARE(names, (QStringList{u"Reply A"_s, u"Reply B"_s, u"Reply C"_s, u"Reply D"_s}));

        QSignalSpy preferred(&replies, &RepliesPane::preferred);
        emit views[2]->marked();
        QCOMPARE(preferred.size(), 1);
        QCOMPARE(preferred[0][0].toString(), views[2]->card().id);
        QVERIFY(!replies.isHidden());
        QVERIFY(views[0]->name().contains(u'·'));
        emit m_page->experiments().saveRequested({});
        const auto kept = keptExperiments();
        int marks = 0;
        for (const CardResult &result : kept->first().results)
            marks += result.preferred;
        QCOMPARE(marks, 1);
    }

    void aJudgeAlsoReadsRepliesThatAreWrong()
    {
        fill(6);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        emit m_page->askRequested();
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->replies().isRunning(), 15'000);
        QSignalSpy spent(m_desk.get(), &LabDesk::spendChanged);
        emit m_page->replies().judgeRequested({u"practice"_s, u"practice"_s});
        QTRY_VERIFY_WITH_TIMEOUT(spent.size() > 1, 15'000);
    }

    void allAreAskedAndOneWithoutAKeyDisturbsNobody()
    {
        m_settings.providers.append({.name = u"keyless"_s,
                                     .baseUrl = QUrl(u"http://127.0.0.1:9/v1"_s),
                                     .model = u"gpt-4o"_s});
        fill(6);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        TrialCard card = matrix().columns()[2].card;
        card.provider = u"keyless"_s;
        card.model = u"gpt-4o"_s;
        emit m_page->cardChanged(card);
        QTRY_VERIFY(isPlanned(4));

        emit m_page->askRequested();
        QVERIFY(m_page->replies().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->replies().isRunning(), 15'000);

        const auto views = m_page->replies().findChildren<ReplyView *>();
        QCOMPARE(views.size(), 4);
        for (const ReplyView *view : views)
            QCOMPARE(view->text().isEmpty(), view->card().id == card.id);
        const QList<Charge> charges = valueOf(m_store->chargesOf(u"c"_s));
        QCOMPARE(charges.size(), 3);
        for (const Charge &charge : charges)
            QCOMPARE(charge.kind, Charge::Kind::Lab);
        QCOMPARE(valueOf(m_store->thread(u"c"_s)).tree.messages().size(), 6);
        m_page->replies().showDifferences(true);
        QVERIFY(!m_page->replies().differences().isEmpty());
    }

    void closingWhileItStreamsEndsWell()
    {
        fill(6);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        emit m_page->askRequested();
        m_desk.reset();
        m_page.reset();
        QTest::qWait(20);
    }

    void aConversationOf_data()
    {
        QTest::addColumn<int>("messages");
        QTest::addColumn<int>("rows");
        QTest::addRow("no message has no rows") << 0 << 0;
        QTest::addRow("one message has one row") << 1 << 1;
    }

    void aConversationOf()
    {
        QFETCH(int, messages);
        QFETCH(int, rows);
        fill(messages);
        m_desk->show(u"c"_s);
        QTRY_COMPARE(matrix().columnCount(), 4);
        QTRY_VERIFY(rows == 0 || isPlanned(4));
        QCOMPARE(matrix().rowCount(), rows);
        QCOMPARE(matrix().differences(), 0);
    }

    void onlySystemMessagesAreNoQuestion()
    {
        valueOf(m_store->createConversation({.id = u"c"_s}));
        valueOf(m_store->appendMessage(
            {.conversationId = u"c"_s, .role = Role::System, .content = u"Be kind."_s}));
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        emit m_page->probes().addRequested(); // there is nothing to measure
        m_page->showTab(LabPage::Tab::Time);
        QCOMPARE(m_page->time().turns(), 0);
        emit m_page->experiments().saveRequested({});
        QCOMPARE(matrix().differences(), 0);
    }

    void aCardWhoseProviderIsGoneSaysSo()
    {
        fill(6);
        m_desk->show(u"c"_s);
        QTRY_VERIFY(isPlanned(4));
        TrialCard card = matrix().columns()[1].card;
        card.provider = u"gone"_s;
        emit m_page->cardChanged(card);
        QVERIFY(matrix().columns()[1].problem.has_value());
        emit m_page->probes().addRequested();
        emit m_page->evidenceToggled(matrix().messages()[1].id);
        QTRY_VERIFY(matrix().columns()[0].recall.has_value());
        QVERIFY(!matrix().columns()[1].recall.has_value());
        emit m_page->experiments().saveRequested({});
        emit m_page->askRequested();
        QTRY_VERIFY_WITH_TIMEOUT(!m_page->replies().isRunning(), 15'000);
    }

    void anEmptyStoreShowsWhatTheLabIs()
    {
        QSignalSpy failed(m_desk.get(), &LabDesk::failed);
        m_desk->show({});
        QTest::qWait(20);
        QCOMPARE(failed.size(), 0);
        QCOMPARE(matrix().columnCount(), 0);
    }

private:
    /// Newest first; never nothing.
    std::optional<QList<Experiment>> keptExperiments() const
    {
        QList<Experiment> kept;
        for (const auto &[name, json] : valueOf(m_store->values(experimentNames())))
            kept += *experimentsFromJson(json);
        sortExperiments(kept);
        return kept;
    }

    QList<Probe> keptProbes() const
    {
        const QString lines = valueOf(m_store->value(probesName(u"c"_s)));
        return *probesFromJson(lines.toUtf8());
    }

    SessionParts parts() { return {*m_store, m_client, *m_vault, PriceList::shipped(), m_clock}; }

    void startDesk()
    {
        m_desk.reset();
        m_page = std::make_unique<LabPage>();
        m_desk =
            std::make_unique<LabDesk>(LabDesk::Parts{*m_page, parts(), *m_session, m_settings});
        m_desk->setPracticeUrl(m_practiceUrl);
    }

    void fill(int count)
    {
        valueOf(m_store->createConversation({.id = u"c"_s, .title = u"Orders"_s}));
        for (int i = 0; i < count; ++i) {
            const QString text = u"Message %1 is about order %2. "_s.arg(i).arg(4700 + i);
            valueOf(m_store->appendMessage({.conversationId = u"c"_s,
                                            .role = i % 2 == 0 ? Role::User : Role::Assistant,
                                            .content = text.repeated(10)}));
        }
    }

    LabMatrixModel::Evidence evidenceAt(int row)
    {
        return matrix()
            .headerData(row, Qt::Vertical, LabMatrixModel::EvidenceRole)
            .value<LabMatrixModel::Evidence>();
    }

    LabMatrixModel &matrix() { return m_page->matrix(); }

    bool isPlanned(int cards)
    {
        const QList<LabColumn> &columns = matrix().columns();
        return columns.size() == cards
            && std::all_of(columns.cbegin(), columns.cend(), [this](const LabColumn &column) {
                   return column.plan && column.plan->items.size() == matrix().rowCount();
               });
    }

    SystemClock m_clock;
    OpenAiClient m_client{m_clock};
    PracticeProvider m_practice{m_clock, {}};
    QUrl m_practiceUrl;
    Settings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConversationStore> m_store;
    std::unique_ptr<KeyVault> m_vault;
    std::unique_ptr<ChatSession> m_session;
    std::unique_ptr<LabPage> m_page;
    std::unique_ptr<LabDesk> m_desk;
};

QTEST_MAIN(TestLabDesk)
#include "tst_labdesk.moc"
