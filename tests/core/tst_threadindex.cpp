#include "core/retrieval/threadindex.h"
#include "tests/support/randomthreads.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Of runs of two.
std::vector<int> runEnds(int messages)
{
    std::vector<int> ends;
    for (int at = 0; at < messages; at += 2)
        ends.push_back(std::min(at + 2, messages));
    return ends;
}

/// All that can be asked of it.
QString told(ThreadIndex &index)
{
    QString all = QString::number(index.size()) + u' ' + QString::number(int(index.language()));
    for (const char *question : {"When was the refund of order #3#?", "Lan: bao giờ giao hàng?",
                                 "What did Minh say about the blue box?"}) {
        for (const Relevance &each : index.relevance(QString::fromUtf8(question)))
            all += u" %1%2"_s.arg(each.score, 0, 'g', 17).arg(each.matches ? u"!"_s : QString());
    }
    std::vector<int> messages(size_t(index.size()));
    for (size_t i = 0; i < messages.size(); ++i)
        messages[i] = int(i);
    for (const char begins : index.chunkBegins({messages, runEnds(index.size())}, {0.52, 6}))
        all += begins ? u'|' : u'.';
    return all;
}

} // namespace

class TestThreadIndex : public QObject
{
    Q_OBJECT

private slots:
    void anIndexThatWentBackIsAsANewOne()
    {
        RandomCases random(20'261'124);
        for (int i = 0; i < 40; ++i) {
            const QList<Message> thread = random.next().thread;
            ThreadIndex index;
            for (const qsizetype percent : {100, 40, 70, 95, 0, 60, 100}) {
                const qsizetype end = thread.size() * percent / 100;
                index.truncate(int(end * 9 / 10));
                index.update(std::span(thread).first(size_t(end)));
                ThreadIndex fresh;
                fresh.update(std::span(thread).first(size_t(end)));
                QCOMPARE(told(index), told(fresh));
            }
        }
    }

    void anEditKeepsWhatStandsBefore()
    {
        QList<Message> thread;
        for (int i = 0; i < 20; ++i)
            thread.append({.role = i % 2 == 0 ? Role::User : Role::Assistant,
                           .content = u"word%1 order box"_s.arg(i)});
        ThreadIndex index;
        index.update(thread);
        told(index);
        thread[15].content = u"another word"_s;
        index.update(thread);
        ThreadIndex fresh;
        fresh.update(thread);
        QCOMPARE(told(index), told(fresh));
    }

    void aBeginningInAnotherLanguageIsReadAnew()
    {
        QList<Message> thread{{.content = u"Where is my order?"_s}};
        for (int i = 0; i < 5; ++i)
            thread.append({.content = u"Đơn hàng của tôi ở đâu rồi?"_s});
        ThreadIndex index;
        index.update(thread);
        QCOMPARE(index.language(), TextLanguage::Vietnamese);
        index.truncate(1);
        QCOMPARE(index.size(), 0);
        index.update(std::span(thread).first(1));
        QCOMPARE(index.language(), TextLanguage::English);
        QVERIFY(index.relevance(u"order"_s)[0].matches);
    }
};

QTEST_GUILESS_MAIN(TestThreadIndex)
#include "tst_threadindex.moc"
