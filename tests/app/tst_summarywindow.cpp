#include "app/composition.h"
#include "core/context/sampleconversation.h"
#include "core/context/storedsummary.h"
#include "tests/support/pictures.h"
#include "ui/budget/budgetmeter.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/inspector/summarycard.h"
#include "ui/mainwindow/chatspage.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A long talk with a shop as a file to import.
QByteArray longTalk(Core::TextLanguage language)
{
    QJsonArray messages;
    for (const Core::Message &message :
         Core::sampleConversation(7, {.language = language, .matters = 14, .toolCalls = false})
             .messages)
        messages.append(QJsonObject{{u"role"_s, Core::roleName(message.role)},
                                    {u"content"_s, message.content}});
    return QJsonDocument(QJsonObject{{u"id"_s, u"talk"_s}, {u"messages"_s, messages}})
               .toJson(QJsonDocument::Compact)
        + '\n';
}

} // namespace

/// The summary of a long conversation in the whole window, with the practice provider.
class TestSummaryWindow : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_program.reset(); }

    void aSummaryIsRewrittenAndTakenBack()
    {
        open(Core::TextLanguage::English, {.language = u"en"_s, .strategy = u"summary"_s});
        QTRY_VERIFY(card().isVisible());
        const QString made = text();
        QVERIFY(!made.isEmpty());
        QCOMPARE(sentSummary(), made);
        const int before = meter().use.summary;
        QVERIFY(before > 0);

        rewrite(u"The customer waits for a blue jacket."_s);
        QTRY_COMPARE(sentSummary(), u"The customer waits for a blue jacket."_s);
        QTRY_VERIFY(meter().use.summary > 0 && meter().use.summary < before);
        QCOMPARE(meter().use.summary, m_plan.use.summary);

        rewrite(u"The customer wants the money back."_s);
        QTRY_COMPARE(sentSummary(), u"The customer wants the money back."_s);

        auto *versions = card().findChild<QComboBox *>();
        QTRY_COMPARE(versions->count(), 2);
        versions->setCurrentIndex(1);
        press(u"Go back"_s);
        QTRY_COMPARE(sentSummary(), u"The customer waits for a blue jacket."_s);
        QTRY_COMPARE(versions->count(), 3);
    }

    void itCanBeReadEverywhere_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QSize>("size");
        for (const QString &language : {u"en"_s, u"vi"_s}) {
            for (const QString &theme : {u"light"_s, u"dark"_s})
                QTest::addRow("%s %s small", qPrintable(language), qPrintable(theme))
                    << language << theme << QSize(1280, 800);
        }
        QTest::addRow("en light large") << u"en"_s << u"light"_s << QSize(1920, 1080);
        QTest::addRow("vi dark large") << u"vi"_s << u"dark"_s << QSize(1920, 1080);
    }

    void itCanBeReadEverywhere()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        const bool vietnamese = language == u"vi"_s;
        open(vietnamese ? Core::TextLanguage::Vietnamese : Core::TextLanguage::English,
             {.language = language, .theme = theme, .strategy = u"summary"_s});
        m_program->window().resize(size);
        QTRY_VERIFY(card().isVisible());
        keep(u"read"_s);
        for (const QLabel *label : card().findChildren<QLabel *>())
            QVERIFY2(!label->isVisible()
                         || label->height() >= label->heightForWidth(label->width()),
                     qPrintable(label->text()));
        pressFirst(); // to write it
        card().findChild<QPlainTextEdit *>()->setPlainText(u"The customer waits."_s);
        keep(u"write"_s);
        for (const QPushButton *button : card().findChildren<QPushButton *>())
            QVERIFY2(!button->isVisible()
                         || (button->width() >= button->sizeHint().width()
                             && card().rect().contains(button->geometry())),
                     qPrintable(button->text()));
        pressFirst(); // to keep it
        QTRY_COMPARE(sentSummary(), u"The customer waits."_s);
        keep(u"kept"_s);
    }

private:
    void open(Core::TextLanguage language, const Core::Settings &settings)
    {
        m_program = std::make_unique<Composition>(
            Options{m_folder->filePath(u"store.skein"_s), m_folder->filePath(u"config"_s)});
        QSignalSpy ready(m_program.get(), &Composition::ready);
        m_program->start();
        QTRY_COMPARE(ready.size(), 1);
        m_program->settings().apply(settings);
        m_program->settings().setTheme(settings.theme);
        connect(&m_program->desk(), &ChatDesk::planned, this,
                [this](const Core::ContextPlan &plan) { m_plan = plan; });

        QFile file(m_folder->filePath(u"talk.jsonl"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(longTalk(language));
        file.close();
        QSignalSpy imported(&m_program->exchange(), &ExchangeDesk::imported);
        m_program->exchange().importFiles({file.fileName()});
        QTRY_COMPARE(imported.size(), 1);
        m_program->window().showPage(MainWindow::Page::Chats);
        auto &list = m_program->window().chats().list().model();
        QTRY_COMPARE(list.rowCount(), 1);
        m_program->desk().openConversation(list.index(0)
                                               .data(ConversationListModel::ConversationRole)
                                               .value<Core::Conversation>()
                                               .id);
        m_program->window().chats().showInspector(true);
        m_program->inspector().showTab(Inspector::Tab::Context);
    }

    SummaryCard &card() { return *m_program->inspector().findChild<SummaryCard *>(); }
    const MeterState &meter() { return m_program->window().chats().meter().state(); }
    QString text() { return card().findChild<QPlainTextEdit *>()->toPlainText(); }

    QString sentSummary() const
    {
        const auto sent = Core::summaryIn(m_plan, {});
        return sent ? sent->text : QString();
    }

    void press(const QString &name)
    {
        for (QPushButton *button : card().findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().startsWith(name))
                return QTest::mouseClick(button, Qt::LeftButton);
        }
        QFAIL(qPrintable(name + u" cannot be pressed"_s));
    }

    void rewrite(const QString &words)
    {
        press(u"Edit"_s);
        card().findChild<QPlainTextEdit *>()->setPlainText(words);
        press(u"Save"_s);
    }

    void pressFirst()
    {
        for (QPushButton *button : card().findChildren<QPushButton *>()) {
            if (button->isVisible())
                return QTest::mouseClick(button, Qt::LeftButton);
        }
    }

    /// The window as it is once nothing in it changes any more, to be looked at.
    void keep(const QString &state)
    {
        QTest::qWait(20); // for the layout
        if (qEnvironmentVariableIsEmpty("SKEIN_PICTURES"))
            return;
        QImage last;
        for (int step = 0; step < 20; ++step) {
            QTest::qWait(60);
            const QImage now = m_program->window().grab().toImage();
            if (now == last)
                break;
            last = now;
        }
        QVERIFY(Pictures::keep(last, u"summary-"_s, tag(state)));
    }

    static QString tag(const QString &state)
    {
        return QString::fromLatin1(QTest::currentDataTag()) + u' ' + state;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Composition> m_program;
    Core::ContextPlan m_plan; ///< the last one that was shown
};

QTEST_MAIN(TestSummaryWindow)
#include "tst_summarywindow.moc"
