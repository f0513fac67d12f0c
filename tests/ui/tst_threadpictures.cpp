#include "tests/support/threadsamples.h"
#include "ui/base/colors.h"
#include "ui/composer/composer.h"
#include "ui/composer/templatepopup.h"
#include "ui/thread/threadcanvas.h"
#include "ui/thread/threadview.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

/// Paints the thread and the composer. With SKEIN_PICTURES set to a folder, the pictures are
/// kept there to be looked at.
class TestThreadPictures : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void paints_data();
    void paints();
    void offersTemplates();
};

void TestThreadPictures::initTestCase()
{
    QFont font(u"Inter"_s);
    font.setPixelSize(13);
    QApplication::setFont(font);
    QApplication::setStyle(u"Fusion"_s);
}

namespace {

void keep(const QImage &picture, const QString &name)
{
    if (const QString folder = qEnvironmentVariable("SKEIN_PICTURES"); !folder.isEmpty())
        QVERIFY(picture.save(QDir(folder).filePath(u"thread-"_s + name + u".png"_s)));
}

Core::ContextPlan planFor(const QList<Core::Message> &thread)
{
    using Core::Verdict;
    Core::ContextPlan plan;
    for (const Core::Message &message : thread) {
        Core::PlanItem item{.id = message.id};
        if (message.id == u"s2"_s) {
            item.verdict = Verdict::Summarised;
            item.reason = {Core::Reason::Code::InSummary};
        } else if (message.id == u"e3"_s) {
            item.verdict = Verdict::Dropped;
            item.reason = {Core::Reason::Code::OlderThanLast, 3};
        }
        plan.items += item;
    }
    return plan;
}

/// A person in the middle of work: a search, a selection, the keyboard at a message.
void workOn(ThreadView &view)
{
    const QList<Core::Message> thread = ThreadSamples::support();
    view.setThread({.id = u"c"_s}, thread, {{u"s3"_s, {2, 3}}});
    view.setRegenerateChoices({u"gpt-4o"_s}, {u"sliding"_s});
    view.openFind();
    view.findChild<QLineEdit *>()->setText(u"hoan tien"_s);
    const int from = int(thread[1].content.indexOf(u"tôi đặt"_s));
    view.canvas().select({{1, from}, {2, 40}});
    view.canvas().setFocus(Qt::TabFocusReason);
    view.canvas().setCurrentRow(2);
    view.beginAnswer(ThreadSamples::message(u"g"_s, Core::Role::Assistant,
                                            u"Dạ, em đang **kiểm tra** đơn"_s, 11));
}

void fill(ThreadView &view, const QString &which)
{
    if (which == "work"_L1)
        return workOn(view);
    const Core::Conversation conversation{.id = u"c"_s};
    if (which == "nothing"_L1)
        return view.showNothing();
    if (which == "error"_L1)
        return view.showError({.kind = Core::Error::Kind::StoreFailed});
    if (which == "empty"_L1)
        return view.setThread(conversation, {}, {});
    const QList<Core::Message> thread = which == "support"_L1 ? ThreadSamples::support()
        : which == "engineering"_L1                           ? ThreadSamples::engineering()
                                                              : ThreadSamples::hostile();
    view.setThread(conversation, thread, {{u"s3"_s, {2, 3}}, {u"e2"_s, {1, 2}}});
    view.setPlan(planFor(thread));
    view.setFoot(u"s3"_s, {Core::Money{1'234'000'000}, true, u"gpt-4o-mini"_s, 420});
    view.setFoot(u"e2"_s, {std::nullopt, true, u"claude-sonnet"_s, 1430});
}

} // namespace

void TestThreadPictures::paints_data()
{
    QTest::addColumn<QString>("which");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    const QStringList samples{u"support"_s, u"engineering"_s, u"hostile"_s,
                              u"nothing"_s, u"empty"_s,       u"error"_s};
    for (const QString &which : samples) {
        const bool state = samples.indexOf(which) > 2;
        for (const bool dark : {false, true})
            QTest::addRow("%s %s", qPrintable(which), dark ? "dark" : "light")
                << which << dark
                << QSize(820,
                         state                           ? 480
                             : which == "engineering"_L1 ? 2100
                                                         : 1150);
    }
    QTest::addRow("work light") << u"work"_s << false << QSize(820, 1000);
    QTest::addRow("work dark") << u"work"_s << true << QSize(820, 1000);
    QTest::addRow("support narrow") << u"support"_s << false << QSize(380, 1500);
}

void TestThreadPictures::offersTemplates()
{
    QApplication::setPalette(Colors::lightPalette());
    Composer composer;
    composer.resize(600, 50);
    composer.setTemplates(
        {{u"1"_s, u"Hoàn tiền"_s, u"Chào {{tên khách}}, đơn {{số đơn}} đã được hoàn tiền."_s},
         {u"2"_s, u"Đổi trả"_s, u"Chúng tôi nhận đổi trả trong 14 ngày kể từ ngày nhận hàng."_s},
         {u"3"_s, u"Greeting"_s, u"Hello {{name}}, thank you for writing to us."_s}});
    composer.show();
    QVERIFY(QTest::qWaitForWindowExposed(&composer));
    composer.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&composer));
    composer.setFocus();
    auto *edit = composer.findChild<ComposerEdit *>();
    QTest::keyClicks(edit, u"/"_s);
    auto *popup = composer.findChild<TemplatePopup *>();
    QVERIFY(popup->isVisible());
    keep(popup->grab().toImage(), u"templates"_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::keyClick(edit, Qt::Key_Return);
    QTest::qWait(50); // for the layout to make room for the hint
    keep(composer.grab().toImage(), u"fields"_s);
}

void TestThreadPictures::paints()
{
    QFETCH(QString, which);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    QApplication::setPalette(dark ? Colors::darkPalette() : Colors::lightPalette());

    QWidget window;
    auto *column = new QVBoxLayout(&window);
    column->setContentsMargins(0, 0, 0, 0);
    auto *view = new ThreadView(&window);
    auto *composer = new Composer(&window);
    auto *below = new QVBoxLayout;
    below->setContentsMargins(24, 0, 24, 12);
    below->addWidget(composer);
    column->addWidget(view, 1);
    column->addLayout(below);
    fill(*view, which);
    window.resize(size);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.activateWindow();
    if (which == "work"_L1) {
        composer->setDraft(u"Chào chị,\nem gửi chị mã hoàn tiền ạ.\n\nTrân trọng"_s);
        composer->setBusy(true);
        QVERIFY(QTest::qWaitForWindowActive(&window));
        composer->setFocus();
        view->canvas().setFocus(Qt::TabFocusReason);
        view->canvas().setCurrentRow(2);
        QTest::qWait(20); // the search
    }
    const QImage picture = window.grab().toImage();

    const QColor ground = picture.pixelColor(4, 4);
    bool painted = false;
    for (int y = 0; y < view->height() && !painted; y += 3) {
        for (int x = 30; x < picture.width() - 30 && !painted; ++x)
            painted = picture.pixelColor(x, y) != ground;
    }
    QVERIFY(painted);
    keep(picture, QString::fromLatin1(QTest::currentDataTag()).replace(u' ', u'-'));
}

QTEST_MAIN(TestThreadPictures)
#include "tst_threadpictures.moc"
