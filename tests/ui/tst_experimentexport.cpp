#include "ui/lab/experimentexport.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

namespace {

Experiment experiment()
{
    TrialCard card{.id = u"a"_s,
                   .strategy = u"sliding"_s,
                   .budgetTokens = 2000,
                   .provider = u"openai"_s,
                   .model = u"gpt-4.1"_s};
    TrialCard longer = withOption(card, u"last"_s, 40);
    return {.name = u"Refunds | <b>spring</b>"_s,
            .savedAt = QDateTime({2026, 11, 23}, {9, 41}, Qt::UTC),
            .conversationId = u"c"_s,
            .conversationTitle = u"[link](javascript:x) *all*"_s,
            .callsPerDay = 1000,
            .cards = {card, longer},
            .results = {{.tokens = 1900, .limit = 2000, .sent = 12, .messages = 40}, {}}};
}

} // namespace

class TestExperimentExport : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }

    void markdownTakesNoTextForMarkup()
    {
        const QString text = ExperimentExport::markdown(experiment(), {u"skein compare c"_s});
        QVERIFY(text.startsWith(u"# Refunds \\| \\<b\\>spring\\</b\\>\n"_s));
        QVERIFY(text.contains(u"\\[link\\]\\(javascript:x\\)"_s));
        QVERIFY(text.contains(u"```sh\nskein compare c\n```"_s));
        const QStringList lines = text.split(u'\n');
        QStringList rows;
        for (const QString &line : lines) {
            if (line.startsWith(u"| "_s))
                rows += line;
        }
        QCOMPARE(rows.size(), 4); // head, rule and two cards
        for (const QString &row : rows)
            QCOMPARE(QString(row).remove(u"\\|"_s).count(u'|'), rows[0].count(u'|'));
    }

    void whatWasNotMeasuredHasNoColumn()
    {
        Experiment measured = experiment();
        QVERIFY(!ExperimentExport::markdown(measured, {}).contains(u"Recall"_s));
        measured.results[0].preferred = 2;
        const QString text = ExperimentExport::markdown(measured, {});
        QVERIFY(text.contains(u"| Per month | Preferred |"_s));
        QVERIFY(text.contains(u"| ---: | ---: |\n"_s)); // both are figures
        measured.results[0].recall = EvaluationRow{.n = 4, .recall = 0.5};
        QVERIFY(
            ExperimentExport::markdown(measured, {}).contains(u"| Recall | Against the best"_s));
    }

    void whatIsNotKnownIsADash()
    {
        const QString text = ExperimentExport::markdown(experiment(), {});
        QVERIFY(
            text.contains(u"Sliding window \\(Newest messages 40\\) | 2,000 | gpt-4.1 | – | – "_s));
    }

    void everyFormatIsWritten_data()
    {
        using enum ExperimentExport::Format;
        QTest::addColumn<ExperimentExport::Format>("format");
        QTest::addColumn<QByteArray>("beginning");
        QTest::addRow("csv") << Csv << QByteArray("experiment,saved,");
        QTest::addRow("markdown") << Markdown << QByteArray("# Refunds");
        QTest::addRow("png") << Png << QByteArray("\x89PNG");
        QTest::addRow("pdf") << Pdf << QByteArray("%PDF-");
    }

    void everyFormatIsWritten()
    {
        QFETCH(ExperimentExport::Format, format);
        QFETCH(QByteArray, beginning);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"out"_s);
        QVERIFY(ExperimentExport::write(path, format, experiment(), {u"skein compare c"_s}));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(beginning));
        const auto failed =
            ExperimentExport::write(folder.filePath(u"no/out"_s), format, experiment(), {});
        QCOMPARE(failed.error().kind, Error::Kind::FileAccess);
    }

    void aPictureIsAsHighAsItsTable()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"out.png"_s);
        QVERIFY(ExperimentExport::write(path, ExperimentExport::Format::Png, experiment(), {}));
        const QImage picture(path);
        QVERIFY(picture.width() > 2000);
        QVERIFY(picture.height() > 200 && picture.height() < 2000);
    }
};

QTEST_MAIN(TestExperimentExport)
#include "tst_experimentexport.moc"
