#include "ui/cost/sheetpages.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QList<SheetPages::Column> columns{{.name = u"Who"_s, .width = 30},
                                        {.name = u"USD"_s, .alignment = Qt::AlignRight}};

/// Names that take two lines, and a total.
QList<QStringList> rows(int count)
{
    QList<QStringList> rows;
    for (int i = 0; i < count; ++i)
        rows.append({u"Department of customer questions and complaints, northern region, group of "
                     "those who answer on Sundays and holidays, number %1"_s.arg(i),
                     QString::number(i)});
    return rows << QStringList{u"Total"_s, u"7"_s};
}

} // namespace

class TestSheetPages : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_file = std::make_unique<QBuffer>();
        QVERIFY(m_file->open(QIODevice::WriteOnly));
        m_writer = std::make_unique<QPdfWriter>(m_file.get());
        m_writer->setResolution(300);
        m_writer->setPageSize(QPageSize(QPageSize::A4));
    }

    void everyPageHasTheHeaderAndWholeRows_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {1, 40, 41, 42, 43, 44, 45, 46, 200})
            QTest::addRow("%d", count) << count;
    }

    void everyPageHasTheHeaderAndWholeRows()
    {
        QFETCH(int, count);
        SheetPages pages(*m_writer);
        pages.text(u"Costs"_s, {.points = 18});
        pages.table(u"By user"_s, columns, rows(count));
        QStringList shown;
        for (int page = 0; page < pages.count(); ++page) {
            QStringList texts = pages.textsOf(page);
            if (page == 0)
                texts = texts.mid(2); // the title and the heading
            QCOMPARE(texts.mid(0, 2), (QStringList{u"Who"_s, u"USD"_s}));
            QVERIFY(texts.size() > 4); // the total is not alone
            QCOMPARE(texts.size() % 2, 0); // each row has both of its cells
            shown += texts.mid(2);
        }
        QStringList given;
        for (const QStringList &row : rows(count))
            given += row;
        QCOMPARE(shown, given);
        QVERIFY(pages.count() > (count == 200 ? 3 : 0));
    }

    void aHeadingStaysWithItsTable()
    {
        for (int lines = 0; lines < 80; ++lines) {
            SheetPages pages(*m_writer);
            for (int i = 0; i < lines; ++i)
                pages.text(u"line"_s, {});
            pages.table(u"By user"_s, columns, rows(1));
            const QStringList last = pages.textsOf(pages.count() - 1);
            QVERIFY2(last.contains(u"By user"_s) && last.contains(u"Total"_s),
                     qPrintable(QString::number(lines)));
        }
    }

    void aWordTooLongForItsColumnIsBroken()
    {
        SheetPages pages(*m_writer);
        pages.table(u"By model"_s, columns,
                    {{u"x"_s.repeated(100'000), u"1"_s}, {u"Total"_s, u"1"_s}});
        QCOMPARE(pages.count(), 1);
        QVERIFY(pages.textsOf(0)[3].endsWith(QChar(0x2026)));
    }

    void everyPageIsPrintedWithItsFooter()
    {
        SheetPages pages(*m_writer);
        pages.table(u"By user"_s, columns, rows(100));
        QList<int> printed;
        pages.print([&](int page) {
            printed += page;
            return QString::number(page);
        });
        QCOMPARE(printed.size(), pages.count());
        QCOMPARE(printed.last(), pages.count());
        for (int page = 0; page < pages.count(); ++page)
            QCOMPARE(pages.textsOf(page).last(), QString::number(page + 1));
    }

private:
    std::unique_ptr<QBuffer> m_file;
    std::unique_ptr<QPdfWriter> m_writer;
};

QTEST_MAIN(TestSheetPages)
#include "tst_sheetpages.moc"
