#include "ui/inspector/summarycard.h"

#include "core/context/storedsummary.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

Core::Summary version(int number, const QString &text)
{
    return {.id = u"s%1"_s.arg(number),
            .text = text,
            .lastCovered = u"2"_s,
            .madeBy = u"gpt-4o-mini"_s,
            .conversationId = u"c"_s,
            .createdAt = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC),
            .version = number};
}

const QList<Core::Summary> versions{version(1, u"The jacket is late."_s),
                                    version(2, u"The jacket came; it is too small."_s)};

/// Of three messages, two of which are in the summary.
Core::ContextPlan planWith(const Core::Summary &summary)
{
    Core::ContextPlan plan;
    for (const QString &id : {u"1"_s, u"2"_s, u"3"_s})
        plan.items.append(
            {.id = id, .verdict = id == u"3"_s ? Core::Verdict::Kept : Core::Verdict::Summarised});
    plan.messages.append({.content = Core::markedSummary(summary), .part = Core::Part::Summary});
    return plan;
}

QPushButton *button(const SummaryCard &card, const QString &text)
{
    for (QPushButton *each : card.findChildren<QPushButton *>()) {
        if (each->text().startsWith(text))
            return each;
    }
    return nullptr;
}

QString shownText(const SummaryCard &card)
{
    QStringList texts;
    for (const QLabel *label : card.findChildren<QLabel *>())
        texts += label->text();
    return texts.join(u'|');
}

void choose(const SummaryCard &card, const QString &name)
{
    auto *box = card.findChild<QComboBox *>();
    box->setCurrentIndex(box->findText(name));
}

} // namespace

class TestSummaryCard : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void isHiddenWithoutASummary()
    {
        SummaryCard card;
        card.setPlan({}, {}, SummaryCard::Change::Allowed);
        QVERIFY(card.isHidden());
    }

    void tellsWhoMadeTheOneThatIsSentAndWhatItCovers()
    {
        SummaryCard card;
        card.setPlan(planWith(versions[0]), versions, SummaryCard::Change::Allowed);
        QVERIFY(!card.isHidden());
        QVERIFY2(shownText(card).contains(u"version 1"_s), qPrintable(shownText(card)));
        QVERIFY2(shownText(card).contains(u"gpt-4o-mini"_s), qPrintable(shownText(card)));
        QVERIFY2(shownText(card).contains(u"first 2 message"_s), qPrintable(shownText(card)));
        QCOMPARE(card.findChild<QPlainTextEdit *>()->toPlainText(), versions[0].text);
    }

    void theSystemsMessagesAreNotCovered()
    {
        SummaryCard card;
        Core::ContextPlan plan = planWith(versions[0]);
        plan.items.prepend({.id = u"s"_s, .role = Core::Role::System});
        card.setPlan(plan, versions, SummaryCard::Change::Allowed);
        QVERIFY2(shownText(card).contains(u"first 2 message"_s), qPrintable(shownText(card)));
    }

    void tellsThatAStoredOneIsNotInThisRequest()
    {
        SummaryCard card;
        card.setPlan({}, versions, SummaryCard::Change::Allowed);
        QVERIFY2(shownText(card).contains(u"version 2"_s), qPrintable(shownText(card)));
        QVERIFY2(shownText(card).contains(u"not in this request"_s), qPrintable(shownText(card)));
    }

    void anEditIsSavedAsAFurtherVersion()
    {
        SummaryCard card;
        QSignalSpy made(&card, &SummaryCard::versionMade);
        card.setPlan(planWith(versions[1]), versions, SummaryCard::Change::Allowed);
        button(card, u"Edit"_s)->click();
        auto *text = card.findChild<QPlainTextEdit *>();
        QVERIFY(!button(card, u"Save"_s)->isEnabled()); // nothing is changed
        text->setPlainText(u" "_s);
        QVERIFY(!button(card, u"Save"_s)->isEnabled());
        text->setPlainText(u"The jacket came."_s);
        QCOMPARE(button(card, u"Save"_s)->text(), u"Save as version 3"_s);
        button(card, u"Save"_s)->click();
        QCOMPARE(made.count(), 1);
        QCOMPARE(made[0][0].value<Core::Summary>(),
                 Core::editedSummary(versions[1], u"The jacket came."_s));
        QVERIFY(text->isReadOnly());
    }

    void whatWasMadeHereCanBeKeptAndChanged()
    {
        SummaryCard card;
        QSignalSpy made(&card, &SummaryCard::versionMade);
        Core::Summary here = version(0, u"- the jacket is late"_s);
        here.madeBy = u"extractive"_s;
        card.setPlan(planWith(here), {}, SummaryCard::Change::Allowed);
        button(card, u"Edit"_s)->click();
        card.findChild<QPlainTextEdit *>()->setPlainText(u"Late jacket"_s);
        button(card, u"Save as version 1"_s)->click();
        QCOMPARE(made[0][0].value<Core::Summary>().lastCovered, u"2"_s);
        QCOMPARE(made[0][0].value<Core::Summary>().madeBy, u"hand"_s);
    }

    void anOlderVersionCanBeTakenAgain()
    {
        SummaryCard card;
        QSignalSpy made(&card, &SummaryCard::versionMade);
        card.setPlan(planWith(versions[1]), versions, SummaryCard::Change::Allowed);
        QVERIFY(button(card, u"Go back"_s)->isHidden());
        choose(card, u"Version 1"_s);
        card.setPlan(planWith(versions[1]), versions, SummaryCard::Change::Allowed);
        QCOMPARE(card.findChild<QPlainTextEdit *>()->toPlainText(), versions[0].text);
        button(card, u"Go back"_s)->click();
        QCOMPARE(made[0][0].value<Core::Summary>(), Core::revertedSummary(versions[0]));

        const Core::Summary third = version(3, versions[0].text);
        card.setPlan(planWith(third), versions + QList{third}, SummaryCard::Change::Allowed);
        QVERIFY2(shownText(card).contains(u"version 3"_s), qPrintable(shownText(card)));
    }

    void whatIsBeingWrittenSurvivesAFurtherPlan()
    {
        SummaryCard card;
        card.setPlan(planWith(versions[1]), versions, SummaryCard::Change::Allowed);
        button(card, u"Edit"_s)->click();
        auto *text = card.findChild<QPlainTextEdit *>();
        text->setPlainText(u"half a sen"_s);
        card.setPlan(planWith(versions[0]), versions, SummaryCard::Change::Allowed);
        QCOMPARE(text->toPlainText(), u"half a sen"_s);
        button(card, u"Cancel"_s)->click();
        QCOMPARE(text->toPlainText(), versions[0].text);
    }

    void thatOfAPastRequestCannotBeChanged()
    {
        SummaryCard card;
        card.setPlan(planWith(versions[1]), versions, SummaryCard::Change::Forbidden);
        for (const QPushButton *each : card.findChildren<QPushButton *>())
            QVERIFY2(each->isHidden(), qPrintable(each->text()));
    }
};

QTEST_MAIN(TestSummaryCard)
#include "tst_summarycard.moc"
