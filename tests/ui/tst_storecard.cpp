#include "tests/support/pictures.h"
#include "ui/settings/storecard.h"
#include "ui/settings/storetexts.h"

#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace Qt::Literals::StringLiterals;

class TestStoreCard : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_card = std::make_unique<StoreCard>();
        m_card->setStore({.location = u"/home/an/skein.db"_s});
        m_card->show();
    }

    void saysWhereAndWho()
    {
        QVERIFY(says(u"In a file on this machine"_s));
        QVERIFY(says(u"/home/an/skein.db"_s));
        QVERIFY(button(u"Open folder"_s)->isVisible());
        m_card->setStore({.location = u"postgresql://an@db/skein"_s,
                          .isServer = true,
                          .user = u"an"_s,
                          .role = u"lead"_s});
        QVERIFY(says(u"On a server"_s));
        QVERIFY(says(u"You are an there, a lead: you see the conversations of your team."_s));
        QVERIFY(!button(u"Open folder"_s)->isVisible());
        m_card->setStore({.problem = u"It is damaged."_s});
        QVERIFY(says(u"No store is open"_s));
        QVERIFY(says(u"It is damaged."_s));
        QVERIFY(!button(u"Move everything there"_s)->isEnabled());
    }

    void aPasswordIsAskedForServersOnly()
    {
        QVERIFY(!password()->isVisible());
        QVERIFY(!button(u"Test"_s)->isEnabled());
        type(u"/tmp/other.db"_s);
        QVERIFY(!password()->isVisible());
        type(u"postgresql://an@db/skein"_s);
        QVERIFY(password()->isVisible());
        QCOMPARE(password()->echoMode(), QLineEdit::Password);
        QTest::keyClicks(password(), u"secret"_s);
        QSignalSpy tested(m_card.get(), &StoreCard::testAsked);
        QTest::keyClick(password(), Qt::Key_Return);
        QCOMPARE(tested.size(), 1);
        QCOMPARE(tested[0][0].toString(), u"postgresql://an@db/skein"_s);
        QCOMPARE(tested[0][1].toByteArray(), QByteArray("secret"));
        type(u"/tmp/other.db"_s); // a file gets none
        button(u"Test"_s)->click();
        QCOMPARE(tested[1][1].toByteArray(), QByteArray());
    }

    void whatWasFoundHoldsForThatPlaceOnly()
    {
        type(u"/tmp/other.db"_s);
        m_card->setUsable(true);
        m_card->say(ToneLabel::Tone::Good, [] { return u"found"_s; });
        QVERIFY(button(u"Use it from now on"_s)->isVisible());
        QVERIFY(says(u"found"_s));
        type(u"/tmp/others.db"_s);
        QVERIFY(!button(u"Use it from now on"_s)->isVisible());
        QVERIFY(!says(u"found"_s));
    }

    void whileItMovesItCanBeStopped()
    {
        type(u"/tmp/other.db"_s);
        m_card->setBusy(true, true);
        m_card->setProgress(30, 120);
        const auto *bar = m_card->findChild<QProgressBar *>();
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->value() * 4, bar->maximum());
        QVERIFY(!button(u"Move everything there"_s)->isVisible());
        QSignalSpy stopped(m_card.get(), &StoreCard::stopAsked);
        button(u"Stop"_s)->click();
        QCOMPARE(stopped.size(), 1);
        m_card->setBusy(false);
        QVERIFY(!bar->isVisible());
        QVERIFY(!button(u"Stop"_s)->isVisible());
    }

    void saysWhatWasMoved()
    {
        QTranslator english; // its plurals
        QVERIFY(english.load(u":/i18n/skein_en.qm"_s));
        QApplication::installTranslator(&english);
        Core::MoveCount count{.conversations = 1204, .total = 1204};
        QCOMPARE(StoreTexts::moved(count),
                 u"1,204 conversations are the same in both stores, with their messages, charges "
                 "and summaries."_s);
        count.different = {u"abc"_s};
        count.leftOut = {u"def: no id"_s};
        QVERIFY(StoreTexts::moved(count).endsWith(
            u"2 things are different there or were left out, the first being: def: no id"_s));
    }

private:
    QPushButton *button(const QString &text) const
    {
        for (auto *each : m_card->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    QLineEdit *field(const QString &name) const
    {
        for (auto *each : m_card->findChildren<QLineEdit *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    QLineEdit *password() const { return field(u"Password of the server"_s); }
    void type(const QString &location) const
    {
        QLineEdit *target = field(u"The other place"_s);
        target->clear();
        QTest::keyClicks(target, location);
    }
    bool says(const QString &words) const
    {
        const auto labels = m_card->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    std::unique_ptr<StoreCard> m_card;
};

QTEST_MAIN(TestStoreCard)
#include "tst_storecard.moc"
