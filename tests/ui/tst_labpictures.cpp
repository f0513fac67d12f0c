#include "tests/support/inspectsamples.h"
#include "ui/base/appearance.h"
#include "ui/lab/labpage.h"
#include "ui/lab/repliespane.h"

#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Paints the lab. With SKEIN_PICTURES set to a folder, the pictures are kept there to be
/// looked at.
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
    return page;
}

} // namespace

void TestLabPictures::paints_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");

    const std::pair<QString, QSize> views[] = {{u"matrix"_s, {1200, 760}},
                                               {u"long"_s, {1840, 1040}},
                                               {u"replies"_s, {1200, 760}},
                                               {u"word differences"_s, {1200, 760}},
                                               {u"nothing"_s, {1200, 760}}};
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

    const std::unique_ptr<QWidget> window = lab(which);
    window->resize(size);
    window->show();
    QVERIFY(QTest::qWaitForWindowExposed(window.get()));
    const QImage picture = window->grab().toImage();
    QVERIFY(picture.width() >= size.width());
    const QString folder = qEnvironmentVariable("SKEIN_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(picture.save(QDir(folder).filePath(
            u"lab-"_s + QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-')
            + u".png"_s)));
}

QTEST_MAIN(TestLabPictures)
#include "tst_labpictures.moc"
