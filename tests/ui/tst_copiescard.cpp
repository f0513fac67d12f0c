#include "ui/settings/cachecard.h"
#include "ui/settings/copiescard.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;

// The cards of the daily copies and of the shared cache.
class TestCopiesCard : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_card = std::make_unique<CopiesCard>();
        m_card->setKept(5);
        m_card->setCopies(u"/copies"_s, paths());
        m_card->show();
    }

    void noneAreKeptWhereItIsSwitchedOff()
    {
        QCOMPARE(m_card->kept(), 5);
        QSignalSpy changed(m_card.get(), &CopiesCard::settingsChanged);
        m_card->findChild<QCheckBox *>()->click();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_card->kept(), 0);
        QVERIFY(!m_card->findChild<QSpinBox *>()->isEnabled());
        m_card->setKept(0);
        m_card->findChild<QCheckBox *>()->click();
        QCOMPARE(m_card->kept(), 5); // as it was
    }

    void goingBackIsConsideredFirst()
    {
        QVERIFY(!button(u"Go back to this copy"_s)->isVisible());
        auto *list = m_card->findChild<QComboBox *>();
        QCOMPARE(list->count(), 2);
        list->setCurrentIndex(1);
        QSignalSpy looked(m_card.get(), &CopiesCard::lookAsked);
        QSignalSpy restored(m_card.get(), &CopiesCard::restoreAsked);
        button(u"Go back…"_s)->click();
        QCOMPARE(looked[0][0].toString(), paths()[1]);
        m_card->ask(paths()[1], [] { return u"It holds 12 conversations."_s; });
        QVERIFY(says(u"It holds 12 conversations."_s));
        button(u"Cancel"_s)->click();
        QVERIFY(!button(u"Go back to this copy"_s)->isVisible());
        QCOMPARE(restored.size(), 0);
        m_card->ask(paths()[1], [] { return u"It holds 12 conversations."_s; });
        button(u"Go back to this copy"_s)->click();
        QCOMPARE(restored[0][0].toString(), paths()[1]);
    }

    void anotherChoiceTakesTheQuestionBack()
    {
        m_card->ask(paths()[1], [] { return u"sure?"_s; });
        emit m_card->findChild<QComboBox *>()->activated(0);
        QVERIFY(!button(u"Go back to this copy"_s)->isVisible());
        m_card->ask(paths()[1], [] { return u"sure?"_s; });
        m_card->setCopies(u"/copies"_s, {paths()[0]}); // it was removed meanwhile
        QVERIFY(!button(u"Go back to this copy"_s)->isVisible());
    }

    void aServerHasNoCopiesHere()
    {
        m_card->setCopies({}, {});
        QVERIFY(!m_card->findChild<QCheckBox *>()->isEnabled());
        QVERIFY(!m_card->findChild<QComboBox *>()->isVisible());
        QVERIFY(!button(u"Copy now"_s)->isVisible());
        m_card->setCopies(u"/copies"_s, {});
        QVERIFY(says(u"There is none yet."_s));
        QVERIFY(button(u"Copy now"_s)->isVisible());
        QVERIFY(!m_card->findChild<QComboBox *>()->isVisible());
    }

    void aPasswordInTheAddressGoesWherePasswordsAre()
    {
        CacheCard cache;
        QSignalSpy changed(&cache, &CacheCard::addressChanged);
        QSignalSpy entered(&cache, &CacheCard::passwordEntered);
        auto *field = cache.findChild<QLineEdit *>();
        field->setText(u"rediss://an:s%20cret@cache.example/0"_s);
        emit field->editingFinished();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(cache.address(), u"rediss://an@cache.example/0"_s);
        QCOMPARE(entered[0][0].toByteArray(), QByteArray("s cret"));
    }

    void anAddressOfTheEnvironmentIsShownAndStays()
    {
        CacheCard cache;
        cache.setFixed(u"redis://:secret@127.0.0.1/0"_s);
        cache.setAddress(u"rediss://other"_s);
        QVERIFY(cache.isFixed());
        QCOMPARE(cache.address(), u"redis://127.0.0.1/0"_s);
        QVERIFY(cache.findChild<QLineEdit *>()->isReadOnly());
    }

private:
    static QStringList paths()
    {
        return {u"/copies/2026-11-23-101500.db"_s, u"/copies/2026-11-22-101500.db"_s};
    }
    QPushButton *button(const QString &text) const
    {
        for (auto *each : m_card->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    bool says(const QString &words) const
    {
        const auto labels = m_card->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    std::unique_ptr<CopiesCard> m_card;
};

QTEST_MAIN(TestCopiesCard)
#include "tst_copiescard.moc"
