#include "core/context/storedsummary.h"
#include "tests/support/inspectsamples.h"
#include "tests/support/pictures.h"
#include "ui/base/appearance.h"
#include "ui/base/colors.h"
#include "ui/budget/budgetmeter.h"
#include "ui/inspector/inspector.h"

#include <QApplication>
#include <QComboBox>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

/// Paints the views that show context and cost; see Pictures.
class TestInspectPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void paints_data();
    void paints();

private:
    std::unique_ptr<Appearance> m_appearance;
};

void TestInspectPictures::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_appearance = std::make_unique<Appearance>();
}

namespace {

MeterState meterState(int history)
{
    MeterState state{.use = {.system = 412,
                             .pinned = 230,
                             .summary = 1'900,
                             .history = history,
                             .retrieved = 1'240,
                             .question = 96},
                     .budget = {.window = 128'000, .replyReserve = 4'096},
                     .cost = Core::Money{19'400'000'000}};
    if (history > 120'000) {
        state.messagesToGo = 14;
        state.waysOut = {{u"sliding"_s, 8'200}, {u"summary"_s, 6'400}};
    }
    return state;
}

QWidget *meters()
{
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(24);
    for (const int history : {5'800, 92'000, 112'000, 131'000}) {
        auto *meter = new BudgetMeter(holder);
        meter->setState(meterState(history));
        column->addWidget(meter);
    }
    return holder;
}

QList<Core::Summary> summaries(const QList<Core::Message> &thread)
{
    Core::Summary first{
        .text = u"User: the wool jacket of order 48-2210 came on 12 November, a size too small.\n"
                u"User: wants the larger size, not the money; lives in Đà Nẵng.\n"
                u"Promised: the exchange is free, the parcel is fetched on Thursday."_s,
        .lastCovered = thread[17].id,
        .madeBy = u"gpt-4o-mini"_s,
        .createdAt = InspectSamples::now,
        .version = 1};
    Core::Summary second = first;
    second.version = 2;
    second.madeBy = u"hand"_s;
    second.text += u" Never offer a refund again."_s;
    return {first, second};
}

QWidget *inspector(const QString &which)
{
    auto *view = new Inspector;
    const bool isLong = which == "long context"_L1;
    const QList<Core::Message> thread = InspectSamples::thread(isLong ? 5'000 : 46);
    const QList<Core::Attempt> attempts = InspectSamples::attempts(thread, isLong ? 1 : 6);
    Core::ContextPlan plan = InspectSamples::mixedPlan(thread);
    Core::Attempt next = attempts.last();
    next.id.clear();
    view->setConversation(u"c"_s);
    if (which == "nothing"_L1)
        return view;
    if (which == "summary"_L1) {
        view->setSummaries(summaries(thread));
        plan.messages.append({.content = Core::markedSummary(summaries(thread).last()),
                              .part = Core::Part::Summary});
    }
    view->setMessages(thread);
    view->setAttempts(attempts);
    view->setNext(plan, next);
    view->setCharges(InspectSamples::turnCharges(26));
    view->setSaving({.turns = 26,
                     .sentTokens = 61'400,
                     .fullTokens = 214'900,
                     .paid = Core::Money{41'200'000'000},
                     .full = Core::Money{96'700'000'000}});
    if (which == "request"_L1 || which == "changes"_L1) {
        view->showAnswer(attempts.last().messageId);
        view->showTab(Inspector::Tab::Request);
        const auto boxes = view->findChildren<QComboBox *>();
        for (QComboBox *box : boxes) {
            if (which == "changes"_L1 && box->findText(u"Changes"_s) >= 0)
                box->setCurrentText(u"Changes"_s);
        }
    }
    if (which == "cost"_L1)
        view->showTab(Inspector::Tab::Cost);
    return view;
}

QWidget *view(const QString &which)
{
    return which == "meters"_L1 ? meters() : inspector(which);
}

} // namespace

void TestInspectPictures::paints_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");

    const std::pair<QString, QSize> views[] = {
        {u"meters"_s, {760, 300}},  {u"context"_s, {380, 760}}, {u"long context"_s, {380, 760}},
        {u"request"_s, {420, 760}}, {u"changes"_s, {420, 760}}, {u"cost"_s, {380, 760}},
        {u"nothing"_s, {380, 600}}, {u"summary"_s, {380, 760}},
    };
    for (const auto &[which, size] : views) {
        for (const bool dark : {false, true})
            QTest::addRow("%s %s", qPrintable(which), dark ? "dark" : "light")
                << which << size << dark;
    }
}

void TestInspectPictures::paints()
{
    QFETCH(QString, which);
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    m_appearance->setTheme(dark ? u"dark"_s : u"light"_s);

    const std::unique_ptr<QWidget> shown(view(which));
    const QImage picture = Pictures::of(*shown, size, which == "changes"_L1 ? 60 : 0);
    QVERIFY(picture.width() >= size.width());
    QVERIFY(Pictures::keep(picture));
}

QTEST_MAIN(TestInspectPictures)
#include "tst_inspectpictures.moc"
