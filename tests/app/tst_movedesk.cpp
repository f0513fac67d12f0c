#include "app/movedesk.h"
#include "app/storagedesk.h"
#include "tests/support/fakeclock.h"
#include "tests/support/patience.h"
#include "tests/support/pictures.h"
#include "tests/support/storesamples.h"
#include "ui/base/appearance.h"
#include "ui/settings/cachecard.h"
#include "ui/settings/copiescard.h"
#include "ui/settings/storetexts.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

#include <memory>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

// The settings of where conversations are, over real stores.
class TestMoveDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_english.load(u":/i18n/skein_en.qm"_s)); // its plurals
        QApplication::installTranslator(&m_english);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>(storeFolderTemplate());
        m_settings = {};
        m_store = std::make_unique<ConversationStore>(m_clock);
        m_vault = std::make_unique<KeyVault>(m_folder->path(), false);
        m_page = std::make_unique<SettingsPage>();
        m_page->setSettings(m_settings);
        m_page->resize(800, 600);
        m_page->show();
        const auto info = m_store->open(path(u"own.db"_s)).takeResult();
        valueOf(m_store->createConversation({.title = u"kept"_s}));
        startDesk(false);
        m_desk->storeOpened(info);
        m_storeDesk =
            std::make_unique<StoreDesk>(StoreDesk::Parts{*m_store, *m_vault, m_settings, m_clock});
        m_storeDesk->storeOpened(*info);
        m_storage = std::make_unique<StorageDesk>(
            StorageDesk::Parts{*m_page, *m_storeDesk, *m_store, *m_vault, m_clock});
    }

    void cleanup()
    {
        m_storage.reset();
        m_storeDesk.reset();
        m_desk.reset();
        m_page.reset();
        m_store.reset();
    }

    void anotherPlaceIsLookedAtMovedToAndUsed()
    {
        const QString there = path(u"there.db"_s);
        emit card().testAsked(there, {});
        TRY_VERIFY(says(u"There is no such file yet"_s));
        QVERIFY(!QFile::exists(there));
        QVERIFY(!button(u"Use it from now on"_s)->isVisible());

        emit card().moveAsked(there, {});
        TRY_VERIFY(says(u"1 conversation is the same in both stores"_s));
        QVERIFY(button(u"Use it from now on"_s)->isVisible());
        QSignalSpy wanted(m_desk.get(), &MoveDesk::settingsWanted);
        QSignalSpy restart(m_desk.get(), &MoveDesk::restartWanted);
        emit card().useAsked(there, {});
        QCOMPARE(wanted[0][0].value<Settings>().storeLocation, there);
        QCOMPARE(restart.size(), 1);
        emit card().useAsked(path(u"home.db"_s), {}); // one's own needs no setting
        QCOMPARE(wanted[1][0].value<Settings>().storeLocation, QString());
        ConversationStore moved(m_clock);
        QCOMPARE(valueOf(moved.open(there)).conversations, 1);
    }

    void aPlaceThatIsNoneIsSaid()
    {
        emit card().testAsked(u"postgresql://an@127.0.0.1:1/skein"_s, "secret");
        TRY_VERIFY(says(u"cannot be reached"_s));
        emit card().moveAsked(u"postgresql://an@127.0.0.1:1/skein"_s, "secret");
        TRY_VERIFY(says(u"cannot be reached"_s));
        QVERIFY(!says(u"secret"_s));
        emit card().testAsked(path(u"own.db"_s), {});
        TRY_VERIFY(says(u"That is where your conversations are already."_s));
        QVERIFY(!button(u"Use it from now on"_s)->isVisible());
    }

    void aPasswordIsKeptForThatServerAlone()
    {
        QSignalSpy wanted(m_desk.get(), &MoveDesk::settingsWanted);
        emit card().useAsked(u"postgresql://an@127.0.0.1:1/skein"_s, "p w%");
        TRY_COMPARE(wanted.size(), 1);
        const QString location = wanted[0][0].value<Settings>().storeLocation;
        QCOMPARE(location, u"postgresql://an@127.0.0.1:1/skein"_s);
        const auto opened = MoveDesk::withPassword(*m_vault, location);
        TRY_VERIFY(opened.isFinished());
        QCOMPARE(QUrl(*opened.result()).password(QUrl::FullyDecoded), u"p w%"_s);
        const QString other = u"postgresql://an@127.0.0.1:2/skein"_s;
        QCOMPARE(*MoveDesk::withPassword(*m_vault, other).result(), other);
    }

    void whoNamedThePlaceByHandIsTold()
    {
        startDesk(true);
        QSignalSpy restart(m_desk.get(), &MoveDesk::restartWanted);
        emit card().useAsked(path(u"there.db"_s), {});
        QVERIFY(says(u"SKEIN_STORE, which come first"_s));
        QCOMPARE(restart.size(), 0);
    }

    void aServerIsMovedToAndSaysWhoOneIs()
    {
        if (const QString why = TestPlace::whySkipped(TestPlace::Kind::Server); !why.isEmpty())
            QSKIP(qPrintable(why));
        const TestPlace server(TestPlace::Kind::Server);
        QUrl url = server.url();
        const QByteArray password = url.password().toUtf8();
        url.setPassword({});
        emit card().testAsked(url.toString(), "wrong");
        TRY_VERIFY(says(u"does not let you in"_s));
        emit card().testAsked(url.toString(), password);
        TRY_VERIFY(says(u"There is no store in it yet"_s));
        emit card().moveAsked(url.toString(), password);
        TRY_VERIFY(says(u"1 conversation is the same in both stores"_s));
        emit card().testAsked(url.toString(), password);
        TRY_VERIFY(says(u"There is a store with 1 conversation."_s));
        QVERIFY(says(u"This login owns the store"_s));
    }

    void aCopyIsMadeAndGoneBackTo()
    {
        CopiesCard &copies = m_page->copies();
        emit copies.copyAsked();
        TRY_VERIFY(!BackupKeeper::copiesIn(m_storeDesk->backups().folder()).isEmpty());
        const QString copy = BackupKeeper::copiesIn(m_storeDesk->backups().folder()).first();
        valueOf(m_store->createConversation({.title = u"after it"_s}));
        emit copies.lookAsked(copy);
        TRY_VERIFY(
            says(u"holds 1 conversation. What is open now, with 2 conversations, is kept"_s));
        QSignalSpy wanted(m_storage.get(), &StorageDesk::restoreWanted);
        button(u"Go back to this copy"_s)->click();
        QCOMPARE(wanted[0][0].toString(), copy);
    }

    void aCopyThatIsBrokenIsSaid()
    {
        const QString folder = m_storeDesk->backups().folder();
        QVERIFY(QDir().mkpath(folder));
        const QString broken = folder + u"/2026-01-01-000000.db"_s;
        QFile file(broken);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nothing");
        file.close();
        m_storage->settingsChanged();
        emit m_page->copies().lookAsked(broken);
        TRY_VERIFY(says(u"none that holds conversations"_s));
        QVERIFY(!button(u"Go back to this copy"_s)->isVisible());
    }

    void theCacheSaysWhetherItAnswers()
    {
        if (qEnvironmentVariableIsEmpty("SKEIN_TEST_REDIS"))
            QSKIP("SKEIN_TEST_REDIS is not set");
        QUrl url(qEnvironmentVariable("SKEIN_TEST_REDIS"));
        const QByteArray password = url.password().toUtf8();
        url.setPassword({});
        const SharedCache &cache = m_storeDesk->cache().cache();
        m_settings.sharedCache = url.toString();
        m_storeDesk->settingsChanged();
        TRY_VERIFY(cache.isOn());
        emit m_page->cache().testAsked();
        TRY_VERIFY(says(u"does not let you in"_s));
        emit m_page->cache().passwordEntered(password);
        TRY_VERIFY(cache.isOn());
        emit m_page->cache().testAsked();
        TRY_VERIFY(says(u"It answers, in "_s));
        m_settings.sharedCache = u"redis://127.0.0.1:1/0"_s; // another server gets no password
        m_storeDesk->settingsChanged();
        TRY_COMPARE(m_vault->place(TeamCache::passwordName()), KeyVault::Place::None);
        TRY_VERIFY(cache.isOn());
        emit m_page->cache().testAsked();
        TRY_VERIFY(says(u"cannot be reached"_s));
    }

    void paints_data()
    {
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<bool>("isVietnamese");
        QTest::addRow("light en") << false << false;
        QTest::addRow("light vi") << false << true;
        QTest::addRow("dark en") << true << false;
        QTest::addRow("dark vi") << true << true;
    }

    void paints()
    {
        QFETCH(bool, isDark);
        QFETCH(bool, isVietnamese);
        Appearance appearance;
        appearance.setTheme(isDark ? u"dark"_s : u"light"_s);
        QTranslator words;
        if (isVietnamese) {
            QVERIFY(words.load(u":/i18n/skein_vi.qm"_s));
            QApplication::installTranslator(&words);
        }
        emit m_page->copies().copyAsked();
        TRY_VERIFY(!BackupKeeper::copiesIn(m_storeDesk->backups().folder()).isEmpty());
        m_storage->settingsChanged();
        m_page->cache().setAddress(u"rediss://an@cache.example.com/0"_s);
        m_page->cache().say([] { return StoreTexts::cacheAnswers(2); });
        for (const QSize size : {QSize(1100, 1000), QSize(680, 1300)}) {
            const QString prefix = size.width() > 800 ? u"storage-"_s : u"storage-narrow-"_s;
            m_page->resize(size);
            emit m_page->copies().lookAsked(
                BackupKeeper::copiesIn(m_storeDesk->backups().folder()).first());
            m_page->store().setTarget(u"postgresql://an@db.example.com/skein"_s);
            StoreProbe probe{.isThere = true, .newest = 8};
            probe.info = {.location = u"postgresql://an@db"_s,
                          .version = 8,
                          .user = u"an"_s,
                          .role = u"lead"_s,
                          .conversations = 1204};
            m_page->store().setUsable(true);
            m_page->store().say(ToneLabel::Tone::Good,
                                [probe] { return StoreTexts::found(probe); });
            QTest::qWait(100);
            m_page->showStorage();
            QVERIFY(Pictures::keep(Pictures::of(*m_page, size, 50), prefix));
            m_page->store().setBusy(true, true);
            m_page->store().setProgress(420, 1204);
            const MoveCount count{.conversations = 420, .total = 1204};
            m_page->store().say(ToneLabel::Tone::Quiet,
                                [count] { return StoreTexts::moving(count); });
            QVERIFY(Pictures::keep(Pictures::of(*m_page, size, 50), prefix + u"moving-"_s));
            m_page->store().setBusy(false);
        }
    }

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    StoreCard &card() const { return m_page->store(); }

    void startDesk(bool isNamed)
    {
        m_desk.reset();
        m_desk = std::make_unique<MoveDesk>(MoveDesk::Parts{
            m_page->store(), *m_store, *m_vault, m_settings, m_clock, path(u"home.db"_s), isNamed});
    }

    QPushButton *button(const QString &text) const
    {
        for (auto *each : m_page->findChildren<QPushButton *>()) {
            if (each->text() == text)
                return each;
        }
        return nullptr;
    }
    bool says(const QString &words) const
    {
        const auto labels = m_page->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) {
            return label->isVisible() && label->text().contains(words);
        });
    }

    QTranslator m_english;
    FakeClock m_clock;
    Settings m_settings;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ConversationStore> m_store;
    std::unique_ptr<KeyVault> m_vault;
    std::unique_ptr<SettingsPage> m_page;
    std::unique_ptr<MoveDesk> m_desk;
    std::unique_ptr<StoreDesk> m_storeDesk;
    std::unique_ptr<StorageDesk> m_storage;
};

QTEST_MAIN(TestMoveDesk)
#include "tst_movedesk.moc"
