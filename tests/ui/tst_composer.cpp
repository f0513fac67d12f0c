#include "ui/composer/composer.h"
#include "ui/composer/softbreaks.h"
#include "ui/composer/templatepopup.h"

#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class TestComposer : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_composer = std::make_unique<Composer>();
        m_composer->resize(600, 60);
        m_composer->show();
        m_edit = m_composer->findChild<ComposerEdit *>();
        QVERIFY(QTest::qWaitForWindowExposed(m_composer.get()));
    }

    void cleanup() { m_composer.reset(); }

    void sendsOnEnterAndBreaksOnShiftEnter()
    {
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        QTest::keyClicks(m_edit, u"a"_s);
        QTest::keyClick(m_edit, Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClicks(m_edit, u"b"_s);
        QCOMPARE(sent.count(), 0);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
        QCOMPARE(sent.first().first().toString(), u"a\nb"_s);
    }

    void sendsOnControlEnterWhereSoSet()
    {
        m_composer->setSendKey(ComposerEdit::SendKey::ControlEnter);
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        QTest::keyClicks(m_edit, u"a"_s);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(sent.count(), 0);
        QCOMPARE(m_composer->draft(), u"a\n"_s);
        QTest::keyClick(m_edit, Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(sent.count(), 1);
    }

    void sendsNothingOfNothing()
    {
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        QTest::keyClicks(m_edit, u"  "_s);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(sent.count(), 0);
    }

    void stopsByButtonAndEscapeWhileBusy()
    {
        QSignalSpy stopped(m_composer.get(), &Composer::stopRequested);
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        QTest::keyClick(m_edit, Qt::Key_Escape);
        QCOMPARE(stopped.count(), 0);
        m_composer->setBusy(true);
        QTest::keyClick(m_edit, Qt::Key_Escape);
        QCOMPARE(stopped.count(), 1);
        m_composer->findChild<QToolButton *>()->click();
        QCOMPARE(stopped.count(), 2);
        QTest::keyClicks(m_edit, u"next"_s); // typing goes on meanwhile
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(sent.count(), 0);
        QCOMPARE(m_composer->draft(), u"next"_s);
    }

    void asksToEditTheLastMessageOnUpWhileEmpty()
    {
        QSignalSpy edit(m_composer.get(), &Composer::editLastRequested);
        QTest::keyClick(m_edit, Qt::Key_Up);
        QCOMPARE(edit.count(), 1);
        QTest::keyClicks(m_edit, u"a"_s);
        QTest::keyClick(m_edit, Qt::Key_Up);
        QCOMPARE(edit.count(), 1);
    }

    void tellsADraftOnceAfterAPause()
    {
        QSignalSpy drafts(m_composer.get(), &Composer::draftChanged);
        QSignalSpy edits(m_composer.get(), &Composer::textEdited);
        QTest::keyClicks(m_edit, u"abc"_s);
        QCOMPARE(edits.count(), 3);
        QCOMPARE(drafts.count(), 0);
        QTRY_COMPARE(drafts.count(), 1);
        QCOMPARE(drafts.first().first().toString(), u"abc"_s);
    }

    void neverCarriesADraftIntoAnotherConversation()
    {
        QSignalSpy drafts(m_composer.get(), &Composer::draftChanged);
        QTest::keyClicks(m_edit, u"to Nguyen"_s);
        m_composer->setDraft(u"to Trần"_s);
        QCOMPARE(drafts.count(), 1); // told before the other one came
        QCOMPARE(drafts.first().first().toString(), u"to Nguyen"_s);
        m_composer->flushDraft();
        QCOMPARE(drafts.count(), 1); // setting a draft is no edit
        QCOMPARE(m_composer->draft(), u"to Trần"_s);
    }

    void growsWithItsTextUpToTenLines()
    {
        const int one = m_edit->sizeHint().height();
        m_composer->setDraft(u"1\n2\n3"_s);
        const int three = m_edit->sizeHint().height();
        QVERIFY(three > one);
        m_composer->setDraft(u"x\n"_s.repeated(9));
        const int ten = m_edit->sizeHint().height();
        QVERIFY(ten > three);
        m_composer->setDraft(u"x\n"_s.repeated(30));
        QCOMPARE(m_edit->sizeHint().height(), ten);
    }

    void offersTemplatesBehindASlash()
    {
        const Core::ReplyTemplate refund{u"1"_s, u"Hoàn tiền"_s,
                                         u"Chào {{tên khách}}, đơn {{số đơn}} đã được hoàn."_s};
        m_composer->setTemplates({{u"2"_s, u"Greeting"_s, u"Hello."_s}, refund});
        auto *popup = m_composer->findChild<TemplatePopup *>();
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        m_composer->activateWindow();
        m_edit->setFocus();
        QTRY_VERIFY(m_edit->hasFocus());

        QTest::keyClicks(m_edit, u"/"_s);
        QVERIFY(popup->isVisible());
        QVERIFY(popup->geometry().bottom() < m_composer->mapToGlobal(QPoint()).y());
        QTest::keyClicks(m_edit, u"hoan"_s);
        QVERIFY(popup->isVisible());
        QTest::keyClick(m_edit, Qt::Key_Return);
        QVERIFY(!popup->isVisible());
        QCOMPARE(sent.count(), 0);
        QCOMPARE(m_edit->textCursor().selectedText(), u"{{tên khách}}"_s);

        QTest::keyClicks(m_edit, u"Lan"_s);
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QCOMPARE(m_edit->textCursor().selectedText(), u"{{số đơn}}"_s);

        QTest::keyClick(m_edit, Qt::Key_Return); // one field is not filled in: asked once
        QCOMPARE(sent.count(), 0);
        QTest::keyClicks(m_edit, u"7"_s);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
        QCOMPARE(sent.first().first().toString(), u"Chào Lan, đơn 7 đã được hoàn."_s);
    }

    void aFieldThatStandsTwiceIsFilledInOnce()
    {
        m_composer->insertTemplate(
            {u"1"_s, u"Refund"_s, u"Dear {{ name }}, {{order}} is on its way. {{name}}!"_s});
        QTest::keyClicks(m_edit, u"Lan"_s);
        QCOMPARE(m_composer->draft(), u"Dear Lan, {{order}} is on its way. Lan!"_s);
        QTest::keyClick(m_edit, Qt::Key_Backspace);
        QTest::keyClick(m_edit, Qt::Key_Tab);
        QCOMPARE(m_edit->textCursor().selectedText(), u"{{order}}"_s);
        QTest::keyClicks(m_edit, u"7"_s);
        QTest::keyClick(m_edit, Qt::Key_End);
        QTest::keyClicks(m_edit, u"?"_s); // it is one place again
        QCOMPARE(m_composer->draft(), u"Dear La, 7 is on its way. La!?"_s);
    }

    void whatFilledInAFieldIsUndoneEverywhere()
    {
        const QString text = u"{{a}}{{a}} {{b}} {{a}}"_s;
        m_composer->insertTemplate({u"1"_s, u"Twice"_s, text});
        QTest::keyClicks(m_edit, u"x"_s);
        QCOMPARE(m_composer->draft(), u"x{{a}} {{b}} x"_s); // two that touch are two
        m_edit->undo();
        QCOMPARE(m_composer->draft(), text);
        QTest::keyClicks(m_edit, u"y"_s);
        m_composer->setDraft(u"{{a}} {{a}}"_s);
        QTest::keyClicks(m_edit, u"z"_s);
        QCOMPARE(m_composer->draft(), u"{{a}} {{a}}z"_s);
    }

    void saysThatThereAreNoTemplatesAndStillSends()
    {
        auto *popup = m_composer->findChild<TemplatePopup *>();
        m_composer->activateWindow();
        m_edit->setFocus();
        QTRY_VERIFY(m_edit->hasFocus());
        QTest::keyClicks(m_edit, u"/"_s);
        QVERIFY(popup->isVisible());
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
        QTest::keyClicks(m_edit, u"x"_s);
        QVERIFY(!popup->isVisible());
    }

    void leavesPathsAndUnknownWordsAlone()
    {
        m_composer->setTemplates({{u"2"_s, u"Greeting"_s, u"Hello."_s}});
        auto *popup = m_composer->findChild<TemplatePopup *>();
        m_composer->activateWindow();
        QTRY_VERIFY(m_edit->hasFocus());
        QTest::keyClicks(m_edit, u"/usr/bin"_s);
        QVERIFY(!popup->isVisible());
        QSignalSpy sent(m_composer.get(), &Composer::sendRequested);
        QTest::keyClick(m_edit, Qt::Key_Return);
        QCOMPARE(sent.count(), 1);
    }

    void keepsLongLinesAsTheyWerePasted()
    {
        const QString line = u"x"_s.repeated(1'000'000);
        const QString pasted = line + u"\n\nend"_s;
        QApplication::clipboard()->setText(pasted);
        m_edit->paste();
        QCOMPARE(m_composer->draft(), pasted);
        QVERIFY(m_edit->document()->begin().length() <= SoftBreaks::longestLine + 8);

        m_edit->selectAll();
        m_edit->copy();
        QCOMPARE(QApplication::clipboard()->text(), pasted);
    }

private:
    std::unique_ptr<Composer> m_composer;
    ComposerEdit *m_edit = nullptr;
};

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
