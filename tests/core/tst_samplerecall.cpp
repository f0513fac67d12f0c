#include "core/context/evaluation.h"
#include "core/context/sampleconversation.h"

#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Typed in a hurry: without diacritics.
QString bare(const QString &text)
{
    QString letters;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.category() != QChar::Mark_NonSpacing)
            letters += c == u'đ' ? u'd' : c == u'Đ' ? u'D' : c;
    }
    return letters;
}

using Typing = QString (*)(const QString &);

/// Recall of semantic on the questions of long sample conversations, over small budgets.
double recallOf(TextLanguage language, Typing asked, Typing told)
{
    Evaluation evaluation;
    const EvaluationGrid grid{{{u"semantic"_s, {}}}, {200, 500, 1000}};
    for (quint64 seed = 0; seed < 24; ++seed) {
        const SampleConversation made =
            sampleConversation(seed, {.language = language, .matters = 10, .toolCalls = false});
        QList<Message> thread = made.messages;
        for (Message &message : thread)
            message.content = told(message.content);
        TokenCounter counter;
        counter.count(thread);
        QList<Probe> probes;
        for (const SampleProbe &probe : made.probes)
            probes.append({made.id, asked(probe.question), probe.evidence, {}});
        evaluation.run({.thread = thread, .counter = counter}, probes, grid, [] { return 0.0; });
    }
    double sum = 0;
    int budgets = 0;
    for (const EvaluationRow &row : evaluation.rows()) {
        if (row.tag == "all"_L1) {
            sum += row.recall;
            ++budgets;
        }
    }
    return sum / budgets;
}

QString asWritten(const QString &text)
{
    return text;
}

} // namespace

class TestSampleRecall : public QObject
{
    Q_OBJECT

private slots:
    void mostPlantedFactsAreFound_data()
    {
        QTest::addColumn<bool>("english");
        QTest::addRow("English") << true;
        QTest::addRow("Vietnamese") << false;
    }

    void mostPlantedFactsAreFound()
    {
        QFETCH(bool, english);
        const double recall = recallOf(english ? TextLanguage::English : TextLanguage::Vietnamese,
                                       asWritten, asWritten);
        qInfo("recall %.3f", recall);
        QVERIFY2(recall > 0.75, qPrintable(QString::number(recall)));
    }

    void withoutDiacriticsHardlyLessIsFound_data()
    {
        QTest::addColumn<Typing>("asked");
        QTest::addColumn<Typing>("told");
        QTest::addRow("the question") << Typing(bare) << Typing(asWritten);
        QTest::addRow("the conversation") << Typing(asWritten) << Typing(bare);
        QTest::addRow("both") << Typing(bare) << Typing(bare);
    }

    void withoutDiacriticsHardlyLessIsFound()
    {
        QFETCH(Typing, asked);
        QFETCH(Typing, told);
        const double with = recallOf(TextLanguage::Vietnamese, asWritten, asWritten);
        const double without = recallOf(TextLanguage::Vietnamese, asked, told);
        qInfo("with %.3f, without %.3f", with, without);
        QVERIFY2(without >= with - 0.01, qPrintable(u"%1 %2"_s.arg(with).arg(without)));
    }
};

QTEST_GUILESS_MAIN(TestSampleRecall)
#include "tst_samplerecall.moc"
