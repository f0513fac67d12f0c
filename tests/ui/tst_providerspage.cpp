#include "core/settings/presets.h"
#include "ui/providers/providerspage.h"

#include "ui/providers/canarycard.h"
#include "ui/providers/comparecard.h"
#include "ui/providers/foundservers.h"
#include "ui/providers/healthtext.h"
#include "ui/providers/providercard.h"
#include "ui/providers/providerform.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestProvidersPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_page = std::make_unique<ProvidersPage>();
        m_page->setProviders({m_fast}, u"Fast"_s);
    }

    void thereIsACardForEachAndForPractice()
    {
        QStringList names;
        for (const ProviderCard *card : cards())
            names += card->provider().name;
        QCOMPARE(names, (QStringList{u"Fast"_s, u"practice"_s}));
    }

    void aPresetAndAKeyAreEnough()
    {
        QSignalSpy saved(m_page.get(), &ProvidersPage::providerSaved);
        m_page->add();
        choosePreset(u"openrouter"_s);
        QTest::keyClicks(form()->findChildren<QLineEdit *>().last(), u"sk-or-1"_s);
        press(u"Save and test"_s);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved[0][0].toString(), QString());
        const auto provider = saved[0][1].value<Provider>();
        QCOMPARE(provider.name, u"OpenRouter"_s);
        QCOMPARE(provider.baseUrl, QUrl(u"https://openrouter.ai/api/v1"_s));
        QCOMPARE(saved[0][2].toByteArray(), QByteArray("sk-or-1"));
        QVERIFY(form()->isHidden());
    }

    void aChangeKeepsWhatTheFormDoesNotShow()
    {
        QSignalSpy saved(m_page.get(), &ProvidersPage::providerSaved);
        emit cards().first()->editAsked();
        press(u"Save and test"_s);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved[0][0].toString(), u"Fast"_s);
        QCOMPARE(saved[0][1].value<Provider>(), m_fast);
    }

    void whatCannotBeSavedIsSaidInWords()
    {
        QSignalSpy saved(m_page.get(), &ProvidersPage::providerSaved);
        m_page->add();
        choosePreset({});
        press(u"Save and test"_s);
        QCOMPARE(saved.size(), 0);
        QVERIFY(!form()->isHidden());
    }

    void anAddressIsCompletedAndAKeyWithABlankRefused()
    {
        QSignalSpy saved(m_page.get(), &ProvidersPage::providerSaved);
        m_page->add();
        choosePreset({});
        const auto fields = form()->findChildren<QLineEdit *>();
        const auto field = [&fields](auto matches) {
            return *std::find_if(fields.begin(), fields.end(), matches);
        };
        QLineEdit *key =
            field([](QLineEdit *each) { return each->echoMode() != QLineEdit::Normal; });
        QLineEdit *url =
            field([](QLineEdit *each) { return each->placeholderText().startsWith("https"_L1); });
        fields[0]->setText(u"New"_s);
        url->setText(u"api.example.com/v1/chat/completions"_s);
        key->setText(u"sk-1 2"_s);
        press(u"Save and test"_s);
        QCOMPARE(saved.size(), 0);
        QCOMPARE(key->text(), u"sk-1 2"_s); // to be mended

        key->setText(u"sk-12"_s);
        press(u"Save and test"_s);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved[0][1].value<Provider>().baseUrl, QUrl(u"https://api.example.com/v1"_s));
        QCOMPARE(saved[0][2].toByteArray(), QByteArray("sk-12"));
    }

    void aServerOfThisMachineIsAddedWithOneClick()
    {
        QSignalSpy asked(m_page.get(), &ProvidersPage::localServersAsked);
        QSignalSpy saved(m_page.get(), &ProvidersPage::providerSaved);
        pressOnPage(u"Look for servers on this machine"_s);
        QCOMPARE(asked.size(), 1);
        m_page->foundServers().setFound(
            {{fromPreset(*findPreset(u"ollama"_s)), {u"llama3"_s, u"qwen"_s}}});
        pressOnPage(u"Add Ollama"_s);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved[0][0].toString(), QString());
        QCOMPARE(saved[0][1].value<Provider>().baseUrl, QUrl(u"http://localhost:11434/v1"_s));
    }

    void aCanaryNeedsTwoProviders()
    {
        QVERIFY(m_page->canary().isHidden());
        QVERIFY(!m_page->comparison().isHidden()); // with the practice provider
        m_page->setProviders({m_fast, {.name = u"Other"_s}}, u"Fast"_s);
        QVERIFY(!m_page->canary().isHidden());
    }

    /// A weight that changes under a finger that only scrolls would send people elsewhere.
    void theWheelChangesNoWeight()
    {
        auto *weight = cards().first()->findChild<QDoubleSpinBox *>();
        const double before = weight->value();
        QWheelEvent wheel({5, 5}, {5, 5}, {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(weight, &wheel);
        QCOMPARE(weight->value(), before);
    }

    void healthIsSaidInSentences()
    {
        ProviderHealth health{.provider = u"Fast"_s};
        QCOMPARE(healthText(health), u"No requests yet."_s);
        for (int i = 0; i < 3; ++i)
            health.add({.provider = u"Fast"_s, .firstTokenMs = 10, .totalMs = 20});
        health.add({.provider = u"Fast"_s, .error = Error{.kind = Error::Kind::ServerFailed}});
        const QString text = healthText(health);
        QVERIFY2(text.contains(u"(1 × server failed)"_s), qPrintable(text));
        QVERIFY2(text.contains("still rough. First token"_L1), qPrintable(text));
    }

    void removingCanBeUndone()
    {
        QSignalSpy removed(m_page.get(), &ProvidersPage::providerRemoved);
        QSignalSpy saved(m_page.get(), &ProvidersPage::providerSaved);
        emit cards().first()->removeAsked();
        QCOMPARE(removed[0][0].toString(), u"Fast"_s);
        m_page->setProviders({}, u"practice"_s);
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->text() == u"Undo"_s)
                button->click();
        }
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved[0][1].value<Provider>(), m_fast);
    }

    void aTestIsAskedForAndItsResultShown()
    {
        QSignalSpy asked(m_page.get(), &ProvidersPage::testAsked);
        emit cards().first()->testAsked();
        QCOMPARE(asked[0][0].value<Provider>(), m_fast);
        m_page->setCheck(u"Fast"_s, {.state = ProviderCheck::State::Running});
        m_page->setCheck(u"Fast"_s,
                         {.state = ProviderCheck::State::Passed,
                          .models = {u"m-1"_s, u"m-2"_s},
                          .milliseconds = 180});
        QVERIFY(hasLabel(u"It works: 2 model(s), answered in 180 ms."_s));
    }

private:
    QList<ProviderCard *> cards() const
    {
        QList<ProviderCard *> shown;
        for (ProviderCard *card : m_page->findChildren<ProviderCard *>()) {
            if (!card->isHidden())
                shown.append(card);
        }
        return shown;
    }

    ProviderForm *form() const { return m_page->findChild<ProviderForm *>(); }

    void choosePreset(const QString &id) const
    {
        auto *box = form()->findChild<QComboBox *>();
        box->setCurrentIndex(box->findData(id));
        emit box->activated(box->currentIndex());
    }

    void pressOnPage(const QString &text) const
    {
        for (QPushButton *button : m_page->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button->click();
        }
    }

    void press(const QString &text) const
    {
        for (QPushButton *button : form()->findChildren<QPushButton *>()) {
            if (button->text() == text)
                button->click();
        }
    }

    bool hasLabel(const QString &text) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->text().replace(QChar::Nbsp, u' ') == text;
        });
    }

    std::unique_ptr<ProvidersPage> m_page;
    const Provider m_fast{.name = u"Fast"_s,
                          .preset = u"openai"_s,
                          .baseUrl = QUrl(u"https://fast.example/v1"_s),
                          .model = u"m-1"_s,
                          .weight = 3,
                          .wantsMaxCompletionTokens = true};
};

QTEST_MAIN(TestProvidersPage)
#include "tst_providerspage.moc"
