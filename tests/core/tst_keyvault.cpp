#include "core/base/redact.h"
#include "core/settings/keyvault.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestKeyVault : public QObject
{
    Q_OBJECT

private slots:
    void aKeyForThisRunIsGoneWithTheVault()
    {
        const QTemporaryDir folder;
        KeyVault vault(folder.path(), false);
        QCOMPARE(vault.place(u"openai"_s), KeyVault::Place::None);
        const auto kept = vault.setKey(u"openai"_s, " sk-0123456789 \n").result();
        QVERIFY(kept);
        QCOMPARE(*kept, KeyVault::Place::ThisRun);
        QCOMPARE(*vault.key(u"openai"_s).result(), QByteArray("sk-0123456789"));
        QCOMPARE(*KeyVault(folder.path(), false).key(u"openai"_s).result(), QByteArray());
    }

    void theEnvironmentComesFirst()
    {
        const QTemporaryDir folder;
        qputenv("SKEIN_KEY_MY_SHOP", "sk-environment");
        KeyVault vault(folder.path(), false);
        QCOMPARE(*vault.key(u"my shop"_s).result(), QByteArray("sk-environment"));
        QCOMPARE(vault.place(u"my shop"_s), KeyVault::Place::Environment);
        qunsetenv("SKEIN_KEY_MY_SHOP");
    }

    void gapsAroundKeysAreDropped()
    {
        const QTemporaryDir folder;
        KeyVault vault(folder.path(), false);
        QVERIFY(vault.setKey(u"openai"_s, " sk-1, sk-2\n").result());
        QCOMPARE(*vault.key(u"openai"_s).result(), QByteArray("sk-1,sk-2"));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addRow("nothing") << QByteArray("  ");
        QTest::addRow("a blank inside") << QByteArray("sk-12 34");
        QTest::addRow("a line break inside") << QByteArray("sk-12\n34");
        QTest::addRow("letters that no key has") << u"khóa"_s.toUtf8();
    }

    void refuses()
    {
        QFETCH(QByteArray, key);
        const QTemporaryDir folder;
        KeyVault vault(folder.path(), false);
        QVERIFY(!vault.setKey(u"openai"_s, key).result());
        QCOMPARE(vault.place(u"openai"_s), KeyVault::Place::None);
    }

    void aKnownKeyIsRedactedEverywhere()
    {
        const QTemporaryDir folder;
        KeyVault vault(folder.path(), false);
        QVERIFY(vault.setKey(u"openai"_s, "sk-canary-4711").result());
        QCOMPARE(redacted(u"wrong key sk-canary-4711!"_s), u"wrong key ***!"_s);
    }

    void isShownByItsEndOnly()
    {
        QCOMPARE(maskedKey("sk-0123456789abcdef"), u"\u2022\u2022\u2022cdef"_s);
        QCOMPARE(maskedKey("short"), u"\u2022\u2022\u2022"_s);
    }
};

QTEST_GUILESS_MAIN(TestKeyVault)
#include "tst_keyvault.moc"
