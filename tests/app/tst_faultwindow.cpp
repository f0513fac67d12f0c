#include "app/composition.h"
#include "core/base/clock.h"
#include "core/practice/practiceprovider.h"
#include "ui/base/noticebar.h"
#include "ui/composer/composer.h"
#include "ui/mainwindow/chatspage.h"
#include "ui/thread/threadview.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

/// The whole program beside a provider that goes wrong: what a person reads, what is kept, and
/// what can be done about it.
class TestFaultWindow : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_program.reset(); }

    void everyFaultIsSaidAndWhatCameIsKept_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<QString>("words"); // empty: nothing is said
        QTest::addColumn<MessageStatus>("status");
        using Status = MessageStatus;
        QTest::addRow("quota") << Fault::Quota << u"no money left"_s << Status::Failed;
        QTest::addRow("401") << Fault::Unauthorized << u"does not accept the key"_s
                             << Status::Failed;
        QTest::addRow("context overflow")
            << Fault::ContextOverflow << u"128,001 tokens and the model takes 128,000"_s
            << Status::Failed;
        QTest::addRow("html") << Fault::Html << u"Welcome to the guest network"_s << Status::Failed;
        QTest::addRow("cut") << Fault::Cut << u"what had arrived is kept"_s << Status::Interrupted;
        QTest::addRow("garbage") << Fault::Garbage << u"cannot be understood"_s
                                 << Status::Interrupted;
        QTest::addRow("an error in mid-stream")
            << Fault::ErrorMidStream << u"failed on its side"_s << Status::Interrupted;
        QTest::addRow("usage twice") << Fault::DoubleUsage << QString() << Status::Complete;
    }

    void everyFaultIsSaidAndWhatCameIsKept()
    {
        QFETCH(Fault, fault);
        QFETCH(QString, words);
        QFETCH(MessageStatus, status);
        PracticeProvider server(m_clock, {.faults = {{fault, 1}}});
        startWith({server.start()});

        type(u"Where is my order 4711?"_s);

        QTRY_COMPARE(messages().size(), 2);
        QTRY_VERIFY(!chats().composer().isBusy());
        const Message answer = messages().last();
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.content.isEmpty(), status == MessageStatus::Failed);
        QVERIFY2(notice().text().contains(words), qPrintable(notice().text()));
        QCOMPARE(notice().text().isEmpty(), words.isEmpty());
        QCOMPARE(actions().contains(u"Continue"_s), status == MessageStatus::Interrupted);
        QCOMPARE(actions().contains(u"Try again"_s), status != MessageStatus::Complete);
        QCOMPARE(server.chatRequests(), 1);
    }

    void aFurtherTryIsCountedAloudAndCanBeStopped()
    {
        PracticeProvider server(m_clock, {.faults = {{Fault::Unavailable, 1}}});
        startWith({server.start()});

        type(u"Where is my order 4711?"_s);

        QTRY_VERIFY2(notice().text().contains(u"Try 2 of 5 asks shop-1 in"_s),
                     qPrintable(notice().text()));
        QCOMPARE(actions(), QStringList{u"Stop"_s});
        press(u"Stop"_s);
        QTRY_VERIFY(!chats().composer().isBusy());
        QCOMPARE(server.chatRequests(), 1);
    }

    void whoAnsweredInsteadIsSaid()
    {
        PracticeProvider bad(m_clock, {.faults = {{Fault::Unavailable, 1}}});
        PracticeProvider good(m_clock, {});
        startWith({bad.start(), good.start()});

        type(u"Where is my order 4711?"_s);

        QTRY_COMPARE(messages().size(), 2);
        QTRY_VERIFY(!chats().composer().isBusy());
        QCOMPARE(messages().last().status, MessageStatus::Complete);
        QVERIFY2(notice().text().contains(u"“shop-1” did not answer, so “shop-2” did."_s),
                 qPrintable(notice().text()));
    }

private:
    /// The first one gets everybody; the others stand in for it.
    void startWith(const QList<Result<QUrl>> &urls)
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_program = std::make_unique<Composition>(
            Options{m_folder->filePath(u"store.skein"_s), m_folder->filePath(u"config"_s)});
        QSignalSpy ready(m_program.get(), &Composition::ready);
        m_program->start();
        QTRY_COMPARE(ready.size(), 1);
        Settings settings;
        for (const Result<QUrl> &url : urls)
            settings.providers.append({.name = u"shop-%1"_s.arg(settings.providers.size() + 1),
                                       .baseUrl = *url,
                                       .model = u"practice"_s,
                                       .weight = settings.providers.isEmpty() ? 1e6 : 1e-6,
                                       .needsKey = false});
        settings.provider = u"shop-1"_s;
        settings.welcomed = true;
        m_program->settings().apply(settings);
    }

    void type(const QString &text)
    {
        chats().composer().setDraft(text);
        emit chats().composer().sendRequested(text);
    }

    QStringList actions()
    {
        QStringList words;
        for (const QPushButton *button : notice().findChildren<QPushButton *>())
            words += button->text();
        return words;
    }

    void press(const QString &text)
    {
        for (QPushButton *button : notice().findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button->click();
        }
    }

    QList<Message> messages()
    {
        QList<Message> list;
        const auto &model = chats().thread().model();
        for (int row = 0; row < model.rowCount(); ++row)
            list += model.row(row).message;
        return list;
    }

    ChatsPage &chats() { return m_program->window().chats(); }
    NoticeBar &notice() { return chats().notice(); }

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Composition> m_program;
};

QTEST_MAIN(TestFaultWindow)
#include "tst_faultwindow.moc"
