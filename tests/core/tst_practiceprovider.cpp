#include "core/net/openaiclient.h"
#include "core/practice/practiceprovider.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray body(const QJsonArray &messages, bool stream, const QString &model = u"practice"_s)
{
    QJsonObject root{{u"model"_s, model}, {u"messages"_s, messages}, {u"stream"_s, stream}};
    if (stream)
        root.insert(u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}});
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

QJsonObject said(const QString &role, const QString &content)
{
    return {{u"role"_s, role}, {u"content"_s, content}};
}

const QJsonArray orderTalk{said(u"system"_s, u"You help the customers of a shop."_s),
                           said(u"user"_s, u"My order number is 4471."_s),
                           said(u"assistant"_s, u"Thank you, I see it."_s),
                           said(u"user"_s, u"What is my order number?"_s)};

} // namespace

class TestPracticeProvider : public QObject
{
    Q_OBJECT

private:
    struct Outcome
    {
        std::optional<Error> error;
        ReplySummary summary;
        QString streamed;
    };

    Outcome ask(const PracticeOptions &options, const QByteArray &json, bool stream = true,
                const NetClocks &clocks = {})
    {
        PracticeProvider practice(m_clock, options);
        const Result<QUrl> url = practice.start();
        Q_ASSERT(url);
        return askAt(*url, json, stream, clocks);
    }

    Outcome askAt(const QUrl &url, const QByteArray &json, bool stream,
                  const NetClocks &clocks = {})
    {
        OpenAiClient client(m_clock);
        ChatReply *reply = client.send({.provider = {.name = u"practice"_s, .baseUrl = url},
                                        .key = {},
                                        .body = json,
                                        .stream = stream,
                                        .clocks = clocks},
                                       this);
        Outcome outcome;
        bool over = false;
        connect(reply, &ChatReply::textAppended, this,
                [&](const QString &text) { outcome.streamed += text; });
        connect(reply, &ChatReply::finished, this, [&](const ReplySummary &summary) {
            outcome.summary = summary;
            over = true;
        });
        connect(reply, &ChatReply::failed, this,
                [&](const Error &error, const ReplySummary &summary) {
                    outcome.error = error;
                    outcome.summary = summary;
                    over = true;
                });
        [&] { QTRY_VERIFY(over); }();
        return outcome;
    }

    SystemClock m_clock;

private slots:
    void aQuestionIsAnsweredWithWhatWasSent_data()
    {
        QTest::addColumn<bool>("stream");
        QTest::addRow("streamed") << true;
        QTest::addRow("whole") << false;
    }

    void aQuestionIsAnsweredWithWhatWasSent()
    {
        QFETCH(bool, stream);

        const Outcome outcome = ask({}, body(orderTalk, stream), stream);

        QVERIFY2(!outcome.error, outcome.error ? qPrintable(outcome.error->detail) : "");
        QCOMPARE(outcome.summary.text, u"From what I was sent: “My order number is 4471.”"_s);
        QCOMPARE(outcome.streamed, outcome.summary.text);
        QCOMPARE(outcome.summary.finishReason, u"stop"_s);
        QCOMPARE(outcome.summary.model, u"practice"_s);
        QVERIFY(outcome.summary.usage);
        QVERIFY(outcome.summary.usage->prompt > 30);
        QCOMPARE(outcome.summary.usage->basis, Usage::Basis::Provider);
    }
};

QTEST_GUILESS_MAIN(TestPracticeProvider)
#include "tst_practiceprovider.moc"
