#include "tests/support/pictures.h"
#include "ui/base/appearance.h"
#include "ui/providers/canarycard.h"
#include "ui/providers/comparecard.h"
#include "ui/providers/providerspage.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTranslator>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

/// Paints the lower half of the page of providers; see Pictures.
class TestProviderPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void paints_data();
    void paints();

private:
    std::unique_ptr<Appearance> m_appearance;
};

void TestProviderPictures::initTestCase()
{
    m_appearance = std::make_unique<Appearance>();
}

namespace {

QList<Provider> three()
{
    return {
        {.name = u"HolySheep"_s,
         .baseUrl = QUrl(u"https://api.holysheep.ai/v1"_s),
         .model = u"gpt-4.1"_s,
         .weight = 95},
        {.name = u"OpenAI"_s,
         .baseUrl = QUrl(u"https://api.openai.com/v1"_s),
         .model = u"gpt-4.1"_s,
         .weight = 5},
        {.name = u"Ollama"_s, .baseUrl = QUrl(u"http://localhost:11434/v1"_s), .needsKey = false}};
}

/// As many requests of each, of which every n-th of the canary's fails.
void feed(Canary &canary, int count, int everyFailing, const QDateTime &now)
{
    for (int i = 1; i <= count && canary.isRunning(); ++i) {
        HealthSample sample{.provider = u"OpenAI"_s,
                            .firstTokenMs = 300 + i % 90,
                            .totalMs = 1'400 + 7 * (i % 90),
                            .isTurn = true};
        if (everyFailing > 0 && i % everyFailing == 0)
            sample.error = Error{.kind = Error::Kind::ServerFailed};
        canary.add(sample, now);
        for (int j = 0; j < 4; ++j)
            canary.add({.provider = u"HolySheep"_s,
                        .firstTokenMs = 310 + (i + j) % 90,
                        .totalMs = 1'420 + 7 * ((i + j) % 90),
                        .isTurn = true},
                       now);
    }
}

Canary canaryOf(const QString &which)
{
    const QDateTime start({2026, 11, 20}, {8, 0}, Qt::UTC);
    Canary canary({.canary = u"OpenAI"_s, .control = u"HolySheep"_s}, start);
    if (which == "begun"_L1)
        return canary;
    if (which == "passed"_L1) {
        feed(canary, 5'000, 0, start.addDays(1));
        return canary;
    }
    feed(canary, 142, 0, start.addDays(1));
    if (which == "taken back"_L1)
        feed(canary, 2'000, 4, start.addDays(2));
    return canary;
}

void compare(CompareCard &card)
{
    card.findChild<QPlainTextEdit *>()->setPlainText(u"Where is my order 4711?"_s);
    card.begin();
    card.setReply(0,
                  {.text = u"It left our warehouse this morning and arrives on Friday."_s,
                   .usage = {.prompt = 1'850, .cachedRead = 1'024, .completion = 240},
                   .cost = Money{1'234'000'000},
                   .timing = {.firstToken = 310, .total = 1'432}});
    card.setReply(1, {.problem = Error{.kind = Error::Kind::ModelMissing, .where = u"Ollama"_s}});
}

/// One whose words do not fit into it, or nothing.
QString cutOff(const QWidget &view)
{
    for (const QLabel *label : view.findChildren<QLabel *>()) {
        const bool isCut = label->isVisible()
            && (label->width() < label->minimumSizeHint().width()
                || label->height() < label->heightForWidth(label->width()));
        if (isCut)
            return label->text();
    }
    for (const QPushButton *button : view.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->width() < button->sizeHint().width())
            return button->text();
    }
    return {};
}

} // namespace

void TestProviderPictures::paints_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<bool>("isVietnamese");
    QTest::addColumn<bool>("isDark");
    for (const char *which : {"begun", "running", "passed", "taken back", "compared"}) {
        QTest::addRow("%s en light", which) << QString::fromLatin1(which) << false << false;
        QTest::addRow("%s vi dark", which) << QString::fromLatin1(which) << true << true;
    }
}

void TestProviderPictures::paints()
{
    QFETCH(QString, which);
    QFETCH(bool, isVietnamese);
    QFETCH(bool, isDark);
    m_appearance->setTheme(isDark ? u"dark"_s : u"light"_s);
    QLocale::setDefault(QLocale(isVietnamese ? QLocale::Vietnamese : QLocale::English));
    QTranslator words;
    if (isVietnamese) {
        QVERIFY(words.load(u":/i18n/skein_vi.qm"_s));
        QApplication::installTranslator(&words);
    }
    ProvidersPage page;
    page.setProviders(three(), u"HolySheep"_s);
    if (which == "compared"_L1)
        compare(page.comparison());
    else
        page.canary().setCanary(canaryOf(which));

    QWidget &card = which == "compared"_L1 ? static_cast<QWidget &>(page.comparison())
                                           : static_cast<QWidget &>(page.canary());
    QVERIFY(!Pictures::of(page, {1'000, 800}).isNull());
    const QImage picture = card.grab().toImage();
    QVERIFY(!picture.isNull());
    QVERIFY(Pictures::keep(picture, u"providers-"_s));
    QCOMPARE(cutOff(card), QString());
}

QTEST_MAIN(TestProviderPictures)
#include "tst_providerpictures.moc"
