#include "ui/settings/settingspage.h"

#include "ui/base/keyfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestSettingsPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_page = std::make_unique<SettingsPage>();
        m_page->setStrategies({u"full"_s, u"sliding"_s, u"hybrid"_s});
        m_settings = {};
        m_settings.language = u"vi"_s;
        m_settings.theme = u"dark"_s;
        m_settings.enterSends = false;
        m_settings.costInList = true;
        m_settings.reducedMotion = true;
        m_settings.userName = u"an"_s;
        m_settings.storeLocation = u"/somewhere"_s;
        m_settings.providers = {{.name = u"Fast"_s, .baseUrl = QUrl(u"https://fast.example/v1"_s)},
                                {.name = u"Local"_s, .needsKey = false}};
        m_settings.provider = u"Fast"_s;
        m_settings.model = u"m-1"_s;
        m_settings.strategy = u"sliding"_s;
        m_settings.budgetTokens = 9000;
        m_settings.replyReserve = 1234;
        m_settings.temperature = 0.25;
        m_settings.maxTokens = 777;
        m_settings.welcomed = true;
        m_page->setSettings(m_settings);
    }

    void aChangeGoesOutAndLeavesTheRestAlone()
    {
        QSignalSpy changed(m_page.get(), &SettingsPage::settingsChanged);
        control<QCheckBox>(u"Enter sends the message"_s)->click();
        QCOMPARE(changed.size(), 1);
        Settings expected = m_settings;
        expected.enterSends = true;
        QCOMPARE(changed[0][0].value<Settings>(), expected);
    }

    void aModelForSummariesIsOneOfTheProvider()
    {
        QSignalSpy changed(m_page.get(), &SettingsPage::settingsChanged);
        auto *field = control<QLineEdit>(u"Model for summaries"_s);
        field->setText(u"m-small"_s);
        emit field->editingFinished();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_page->settings().summaryProvider, u"Fast"_s);
        QCOMPARE(m_page->settings().summaryModel, u"m-small"_s);
        field->clear();
        emit field->editingFinished();
        QCOMPARE(m_page->settings(), m_settings);
    }

    void showingSettingsChangesNothing()
    {
        QSignalSpy changed(m_page.get(), &SettingsPage::settingsChanged);
        m_page->setSettings(m_settings);
        control<QSpinBox>(u"Longest answer"_s)->setFocus();
        emit control<QLineEdit>(u"Model"_s)->editingFinished();
        QCOMPARE(changed.size(), 0);
        QCOMPARE(m_page->settings(), m_settings);
    }

    void choosingAThemeIsTold()
    {
        QSignalSpy changed(m_page.get(), &SettingsPage::settingsChanged);
        auto *box = control<QComboBox>(u"Theme"_s);
        box->setCurrentIndex(box->findData(u"light"_s));
        emit box->activated(box->currentIndex());
        QCOMPARE(changed.last()[0].value<Settings>().theme, u"light"_s);
    }

    void aStrategyThatIsNotOfferedIsKept()
    {
        m_settings.strategy = u"future"_s;
        m_page->setSettings(m_settings);
        control<QCheckBox>(u"Show costs in the list"_s)->click();
        QCOMPARE(m_page->settings().strategy, u"future"_s);
    }

    void keysGoInAndNeverComeOut()
    {
        QCOMPARE(m_page->findChildren<KeyField *>().size(), 2); // Local needs none; the cache's
        QSignalSpy entered(m_page.get(), &SettingsPage::keyEntered);
        auto *field = m_page->findChild<KeyField *>();
        auto *line = field->findChild<QLineEdit *>();
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QTest::keyClicks(line, u" sk-1234 "_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(entered.size(), 1);
        QCOMPARE(entered[0][0].toString(), u"Fast"_s);
        QCOMPARE(entered[0][1].toByteArray(), QByteArray("sk-1234"));
        QVERIFY(line->text().isEmpty());
    }

    void aKeyThatIsKeptCanBeRemoved()
    {
        auto *field = m_page->findChild<KeyField *>();
        const auto buttons = field->findChildren<QPushButton *>();
        QVERIFY(buttons[1]->isHidden());
        m_page->setKeyPlace(u"Fast"_s, KeyVault::Place::Keychain);
        QVERIFY(!buttons[1]->isHidden());
        QSignalSpy removed(m_page.get(), &SettingsPage::keyRemoveAsked);
        buttons[1]->click();
        QCOMPARE(removed[0][0].toString(), u"Fast"_s);
    }

    void everyControlHasAName()
    {
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            const bool isControl = widget->inherits("QComboBox") || widget->inherits("QCheckBox")
                || widget->inherits("QSpinBox") || widget->inherits("QPushButton");
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            const bool named =
                !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
            QVERIFY2(!isControl || named, widget->metaObject()->className());
        }
    }

private:
    template <typename Control>
    Control *control(const QString &name) const
    {
        for (Control *candidate : m_page->findChildren<Control *>()) {
            if (candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }

    std::unique_ptr<SettingsPage> m_page;
    Settings m_settings;
};

QTEST_MAIN(TestSettingsPage)
#include "tst_settingspage.moc"
