#include "tests/support/inspectsamples.h"
#include "tests/support/pictures.h"
#include "ui/base/appearance.h"
#include "ui/lab/experimentspane.h"
#include "ui/lab/labpage.h"
#include "ui/lab/probespane.h"
#include "ui/lab/repliespane.h"
#include "ui/lab/timepane.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Paints the lab; see Pictures.
class TestLabPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void paints_data();
    void paints();

private:
    std::unique_ptr<Appearance> m_appearance;
};

void TestLabPictures::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_appearance = std::make_unique<Appearance>();
}

namespace {

LabColumn column(const QString &strategy, const Core::ContextPlan &plan, qint64 pico)
{
    return {.card = {.id = strategy,
                     .strategy = strategy,
                     .budgetTokens = strategy == "full"_L1 ? 0 : 2000,
                     .provider = u"openai"_s,
                     .model = u"gpt-4.1-mini"_s},
            .plan = plan,
            .replay = Core::CacheReplay{.requests = 4, .tokens = 100, .cached = 62},
            .perCall = pico > 0 ? std::optional(Core::Money{pico}) : std::nullopt};
}

void fillReplies(LabPage &page, bool compared)
{
    QList<Core::TrialCard> cards;
    for (const LabColumn &each : page.matrix().columns())
        cards.append(each.card);
    page.beginReplies(cards);
    RepliesPane &replies = page.replies();
    replies.grow(cards[0].id, u"Your order number is 4711, and it leaves on Monday."_s);
    Core::TrialReply reply{.text = u"Your order number is 4711. It leaves on Tuesday, I think."_s,
                           .usage = {.prompt = 1850, .cachedRead = 1024, .completion = 240},
                           .cost = Core::Money{1'234'000'000},
                           .timing = {.total = 1432}};
    replies.end(cards[1].id, reply);
    reply.problem = Core::Error{.kind = Core::Error::Kind::Cancelled};
    replies.end(cards[2].id, reply);
    replies.end(
        cards[3].id,
        {.problem = Core::Error{.kind = Core::Error::Kind::Unauthorized, .where = u"openai"_s}});
    replies.showDifferences(compared);
}

Core::EvaluationRow row(const QString &card, int budget, double recall)
{
    return {.strategy = card,
            .budget = budget,
            .tag = u"all"_s,
            .n = 12,
            .recall = recall,
            .all = recall * 0.8,
            .low = recall * 0.75,
            .high = std::min(1.0, recall * 1.2)};
}

void fillProbes(LabPage &page)
{
    const QList<LabColumn> columns = page.matrix().columns();
    QList<Core::EvaluationRow> rows;
    QList<Core::TrialCard> cards;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const double best = 1.0 - 0.2 * double(i);
        LabColumn measured = columns[i];
        measured.recall = Core::CardRecall{.row = row(measured.card.id, 0, best)};
        if (i > 0)
            measured.recall->behind = Core::RecallDifference{
                .difference = best - 1, .low = -0.9, .high = i == 1 ? 0.1 : -0.1};
        page.matrix().setColumn(measured);
        cards.append(measured.card);
        for (int budget = 250; budget <= 8000; budget *= 2)
            rows.append(
                row(measured.card.id, budget, best * budget / (budget + 400.0 * double(i + 1))));
    }
    const QList<Core::Message> &messages = page.matrix().messages();
    page.probes().setProbes(
        {{.question = u"When does my refund arrive?"_s, .evidence = {u"x"_s}},
         {.question = u"Which size did I order?"_s, .evidence = {messages[1].id, messages[3].id}}},
        1);
    page.probes().setModels({{u"openai"_s, u"gpt-4.1-mini"_s}});
    page.probes().setProposed(1);
    page.probes().setCurves(rows, cards);
    page.matrix().setEvidence({messages[1].id, messages[3].id}, {messages[4].id});
    page.showProbes(true);
}

void fillTime(LabPage &page)
{
    TimePane &time = page.time();
    const QList<Core::Message> &messages = page.matrix().messages();
    QList<Core::TrialCard> cards;
    for (const LabColumn &column : page.matrix().columns())
        cards.append(column.card);
    time.setThread(messages);
    time.setCards(cards);
    time.setMarked({messages[5].id});
    QList<Core::FactFate> fates;
    for (const Core::TrialCard &card : std::as_const(cards)) {
        Core::FactFate fate{.card = card.id, .message = messages[5].id};
        for (int turn = 1; turn <= time.turns(); ++turn)
            fate.byTurn.append(turn < 4                         ? Core::Presence::NotSaid
                                   : card.strategy == "full"_L1 ? Core::Presence::Sent
                                   : turn < 12 || card.strategy == "sliding"_L1
                                   ? turn < 12 ? Core::Presence::Sent : Core::Presence::Missing
                                   : Core::Presence::Summarised);
        fates.append(fate);
    }
    time.addFates(fates);
    for (const LabColumn &column : page.matrix().columns())
        time.setPlan(column.card.id, time.turn(), *column.plan);
    time.setProgress(30, 100);
    page.showTab(LabPage::Tab::Time);
}

void fillExperiments(LabPage &page)
{
    Core::Experiment saved{
        .id = u"e"_s,
        .name = u"Refunds in spring"_s,
        .savedAt = InspectSamples::now,
        .conversationId = u"0f3a"_s,
        .conversationTitle = u"Orders of the spring"_s,
        .callsPerDay = 1000,
        .probes = {{.source = u"0f3a"_s, .question = u"?"_s, .evidence = {u"1"_s}}}};
    for (const LabColumn &column : page.matrix().columns()) {
        saved.cards.append(column.card);
        saved.results.append({.tokens = 1840,
                              .limit = 4000,
                              .sent = 31,
                              .messages = 92,
                              .perCall = column.perCall,
                              .perMonth = Core::costPerMonth(column.perCall, 1000),
                              .cachedShare = 0.62,
                              .recall = row(column.card.id, 0, 0.83),
                              .isBehind = column.card.strategy == "sliding"_L1,
                              .preferred = 2});
    }
    Core::Experiment other = saved;
    other.id = u"f"_s;
    other.name = u"Sizes"_s;
    page.experiments().setExperiments({saved, other}, u"e"_s);
    page.experiments().suggestName(u"Orders of the spring"_s);
    page.showTab(LabPage::Tab::Experiments);
}

std::unique_ptr<QWidget> lab(const QString &which)
{
    auto page = std::make_unique<LabPage>();
    if (which == "nothing"_L1) {
        page->setConversations({}, {});
        return page;
    }
    const QList<Core::Message> thread = InspectSamples::thread(which == "long"_L1 ? 10'000 : 46);
    page->setConversations({{.id = u"c"_s, .title = u"Orders of the spring"_s}}, u"c"_s);
    page->setModels({{u"openai"_s, u"gpt-4.1-mini"_s}, {u"practice"_s, u"practice"_s}});
    page->setMessages(thread);
    const Core::ContextPlan mixed = InspectSamples::mixedPlan(thread);
    Core::ContextPlan full = mixed;
    for (Core::PlanItem &item : full.items) {
        item.verdict = Core::Verdict::Kept;
        item.sentTokens = item.tokens;
    }
    Core::ContextPlan over = full;
    over.use.limit = over.use.total() - 137;
    page->matrix().setColumn(column(u"full"_s, full, 9'400'000'000));
    page->matrix().setColumn(column(u"sliding"_s, over, 1'200'000'000));
    page->matrix().setColumn(column(u"hybrid"_s, mixed, 1'700'000'000));
    page->matrix().setColumn(column(u"semantic"_s, mixed, 0));
    if (which == "replies"_L1 || which == "word differences"_L1)
        fillReplies(*page, which == "word differences"_L1);
    if (which == "probes"_L1 || which == "long"_L1)
        fillProbes(*page);
    if (which == "time"_L1)
        fillTime(*page);
    if (which == "experiments"_L1)
        fillExperiments(*page);
    return page;
}

} // namespace

void TestLabPictures::paints_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");

    const std::pair<QString, QSize> views[] = {
        {u"matrix"_s, {1200, 760}},      {u"long"_s, {1840, 1040}},
        {u"replies"_s, {1200, 760}},     {u"word differences"_s, {1200, 760}},
        {u"probes"_s, {1200, 760}},      {u"time"_s, {1200, 760}},
        {u"experiments"_s, {1200, 760}}, {u"nothing"_s, {1200, 760}}};
    for (const auto &[which, size] : views) {
        for (const bool dark : {false, true})
            QTest::addRow("%s %s", qPrintable(which), dark ? "dark" : "light")
                << which << size << dark;
    }
}

void TestLabPictures::paints()
{
    QFETCH(QString, which);
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    m_appearance->setTheme(dark ? u"dark"_s : u"light"_s);

    const std::unique_ptr<QWidget> view = lab(which);
    const QImage picture = Pictures::of(*view, size, which == "time"_L1 ? 60 : 0);
    QVERIFY(picture.width() >= size.width());
    QVERIFY(Pictures::keep(picture, u"lab-"_s));
}

QTEST_MAIN(TestLabPictures)
#include "tst_labpictures.moc"
