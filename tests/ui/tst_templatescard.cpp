#include "ui/settings/templatescard.h"

#include "ui/settings/templateform.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestTemplatesCard : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_card = std::make_unique<TemplatesCard>();
        m_card->setTemplates({{u"1"_s, u"Greeting"_s, u"Hello {{customer}}."_s}});
    }

    void aNewTemplateIsWritten()
    {
        QSignalSpy saved(m_card.get(), &TemplatesCard::saveAsked);
        press(u"Add template"_s);
        write(u"  Refund "_s, u"Your refund is on its way."_s);
        press(u"Save"_s);

        QCOMPARE(saved.size(), 1);
        const auto reply = saved[0][0].value<Core::ReplyTemplate>();
        QVERIFY(reply.id.isEmpty());
        QCOMPARE(reply.name, u"Refund"_s);
        QCOMPARE(reply.text, u"Your refund is on its way."_s);
        QVERIFY(!form());
    }

    void whatCannotBeSavedIsSaidAndKept_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("text");
        QTest::addRow("no name") << u" "_s << u"text"_s;
        QTest::addRow("a name that is taken") << u"greeting"_s << u"text"_s;
        QTest::addRow("no text") << u"Refund"_s << u" \n"_s;
    }

    void whatCannotBeSavedIsSaidAndKept()
    {
        QFETCH(QString, name);
        QFETCH(QString, text);
        QSignalSpy saved(m_card.get(), &TemplatesCard::saveAsked);
        press(u"Add template"_s);
        write(name, text);
        press(u"Save"_s);

        QCOMPARE(saved.size(), 0);
        QVERIFY(form());
        QCOMPARE(form()->findChild<QPlainTextEdit *>()->toPlainText(), text);
    }

    void aChangeKeepsTheIdAndMayKeepTheName()
    {
        QSignalSpy saved(m_card.get(), &TemplatesCard::saveAsked);
        press(u"Edit"_s);
        write(u"Greeting"_s, u"Good morning."_s);
        press(u"Save"_s);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved[0][0].value<Core::ReplyTemplate>().id, u"1"_s);
    }

    void whatIsBeingWrittenOutlivesAChangeElsewhere()
    {
        press(u"Add template"_s);
        write(u"Refund"_s, u"half a"_s);
        m_card->setTemplates({});
        QVERIFY(form());
        QCOMPARE(form()->findChild<QPlainTextEdit *>()->toPlainText(), u"half a"_s);
    }

    void aRemovalCanBeUndone()
    {
        QSignalSpy removed(m_card.get(), &TemplatesCard::removeAsked);
        QSignalSpy saved(m_card.get(), &TemplatesCard::saveAsked);
        press(u"Remove"_s);
        QCOMPARE(removed[0][0].toString(), u"1"_s);
        press(u"Undo"_s);
        QCOMPARE(saved[0][0].value<Core::ReplyTemplate>().text, u"Hello {{customer}}."_s);
    }

    void theFocusGoesWhereOneGoesOn()
    {
        m_card->show();
        QVERIFY(QTest::qWaitForWindowActive(m_card.get()));
        press(u"Add template"_s);
        QCOMPARE(QApplication::focusWidget(), form()->findChild<QLineEdit *>());
        press(u"Cancel"_s);
        const auto *button = qobject_cast<QPushButton *>(QApplication::focusWidget());
        QVERIFY(button);
        QCOMPARE(button->text(), u"Add template"_s);
    }

private:
    TemplateForm *form() const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return m_card->findChild<TemplateForm *>();
    }

    void write(const QString &name, const QString &text) const
    {
        QVERIFY(form());
        form()->findChild<QLineEdit *>()->setText(name);
        form()->findChild<QPlainTextEdit *>()->setPlainText(text);
    }

    void press(const QString &words) const
    {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        for (QPushButton *button : m_card->findChildren<QPushButton *>())
            if (button->text() == words)
                return button->click();
        QFAIL(qPrintable(u"no button “%1”"_s.arg(words)));
    }

    std::unique_ptr<TemplatesCard> m_card;
};

QTEST_MAIN(TestTemplatesCard)
#include "tst_templatescard.moc"
