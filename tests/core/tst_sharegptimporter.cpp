#include "core/chat/branch.h"
#include "tests/support/exchangesamples.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestShareGptImporter : public QObject
{
    Q_OBJECT

private slots:
    void turnsAreReadInAllTheirForms()
    {
        const Reading reading = readSample(u"sharegpt.json"_s);
        QCOMPARE(reading.bundles.size(), 3);
        QStringList seen;
        for (const Bundle &bundle : reading.bundles) {
            for (const Message &message : bundle.messages)
                seen += roleName(message.role) + u": "_s + message.content;
        }
        QCOMPARE(seen,
                 QStringList({u"system: Bạn là trợ lý bán hàng."_s,
                              u"user: Máy lọc nước này thay lõi bao lâu một lần?"_s,
                              u"assistant: Dạ, 6 tháng thay một lần ạ."_s,
                              u"tool: {\"filter\":\"RO-5\"}"_s, u"user: Which size fits 60 kg?"_s,
                              u"assistant: Size M."_s, u"user: Is delivery free?"_s,
                              u"assistant: Yes, above 500,000 dong."_s}));
    }

    void idsAndTitlesAreMadeWhereThereAreNone()
    {
        const Reading reading = readSample(u"sharegpt.json"_s);
        QCOMPARE(reading.bundles[0].conversation.id, u"identity_0"_s);
        QCOMPARE(reading.bundles[0].conversation.title,
                 u"Máy lọc nước này thay lõi bao lâu một lần?"_s);
        QCOMPARE(reading.bundles[1].conversation.id, u"2"_s);
        QVERIFY(!reading.bundles[1].messages[0].createdAt.isValid());
    }

    void unknownSpeakersAreLeftOut()
    {
        QCOMPARE(readSample(u"sharegpt.json"_s).leftOut,
                 (QList<LeftOut>{{u"sharegpt.json, conversation 1, message 4"_s,
                                  u"unknown role \"narrator\""_s}}));
    }
};

QTEST_GUILESS_MAIN(TestShareGptImporter)
#include "tst_sharegptimporter.moc"
