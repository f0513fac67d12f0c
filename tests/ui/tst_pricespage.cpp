#include "ui/cost/pricespage.h"

#include "core/cost/pricejson.h"
#include "tests/support/pictures.h"
#include "ui/base/rowtable.h"
#include "ui/cost/priceform.h"
#include "ui/cost/repricecard.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestPricesPage : public QObject
{
    Q_OBJECT

private slots:
    void theTableIsSearched()
    {
        PriceTableModel model;
        QAbstractItemModelTester tester(&model);
        model.setRows(PriceList::shipped().rows());
        QCOMPARE(model.rowCount(), PriceList::shipped().rows().size());
        model.setRows(PriceList::shipped().rows(), u"DEEPSEEK"_s);
        QVERIFY(model.rowCount() > 1 && model.rowCount() < 6);
        QCOMPARE(model.index(0, PriceTableModel::Input).data().toString(), u"0.28"_s);
    }

    void ratesAreSaidWithAllTheirDigits_data()
    {
        QTest::addColumn<qint64>("rate");
        QTest::addColumn<QString>("words");
        QTest::addRow("whole") << qint64(2'000'000) << u"2.00"_s;
        QTest::addRow("three places") << qint64(28'000) << u"0.028"_s;
        QTest::addRow("six places") << qint64(1) << u"0.000001"_s;
        QTest::addRow("nothing") << qint64(0) << u"0.00"_s;
    }

    void ratesAreSaidWithAllTheirDigits()
    {
        QFETCH(qint64, rate);
        QFETCH(QString, words);
        QCOMPARE(PriceWords::rate(rate), words);
    }

    void aRowIsTheSameAfterTheForm()
    {
        for (const PriceRow &row : PriceList::shipped().rows()) {
            PriceForm form;
            form.setRow(row);
            auto made = form.row();
            QVERIFY(made);
            PriceRow same = *made;
            QVERIFY(same.isOwn);
            same.isOwn = false;
            same.checkedOn = row.checkedOn;
            QCOMPARE(same, row);
        }
    }

    void whatIsWrongIsSaidInTheForm()
    {
        PriceForm form;
        form.setRow(PriceList::shipped().rows().first());
        form.findChildren<QLineEdit *>()[2]->setText(u"-1"_s); // input
        QVERIFY(!form.row());
        QVERIFY(form.row().error().detail.contains(u"negative"_s));
    }

    void anImportIsAllOrNothing()
    {
        QTemporaryDir folder;
        const auto write = [&](const QByteArray &json) {
            QFile file(folder.filePath(u"prices.json"_s));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(json);
        };
        PricesPage page;
        page.setPrices(PriceList::shipped());
        QSignalSpy changed(&page, &PricesPage::ownPricesChanged);
        const QString path = folder.filePath(u"prices.json"_s);
        write(R"({"rows": [{"id": "a", "provider": "p", "model": "m", "input": "1", "output": "2"},
                           {"id": "b", "provider": "p", "model": "m", "input": "1", "output": "2"}]})");
        QVERIFY(!page.importFile(path));
        QCOMPARE(changed.count(), 0);
        write(
            R"({"rows": [{"id": "a", "provider": "p", "model": "m", "input": "1", "output": "2"}]})");
        QVERIFY(page.importFile(path));
        QCOMPARE(changed[0][0].value<QList<PriceRow>>().size(), 1);
    }

    void thePastIsPricedAnewWithAReasonOnly()
    {
        RepriceCard card;
        card.setDays({2026, 10, 1}, {2026, 10, 31});
        card.setModels({u"large"_s, u"small"_s});
        auto *model = card.findChildren<QComboBox *>()[1];
        model->setCurrentIndex(model->findText(u"small"_s));
        QSignalSpy asked(&card, &RepriceCard::previewRequested);
        QSignalSpy confirmed(&card, &RepriceCard::confirmed);
        press(card, u"Preview"_s);
        const auto query = asked[0][0].value<RepriceQuery>();
        QCOMPARE(query.from, QDateTime(QDate(2026, 10, 1), QTime(0, 0), Qt::UTC));
        QCOMPARE(query.to, QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC));
        QCOMPARE(query.model, u"small"_s);
        QVERIFY(query.provider.isEmpty());

        card.showPreview(previewOf(query));
        QPushButton *doing = button(card, u"Re-price 3 charge"_s);
        QVERIFY(doing && !doing->isEnabled());
        for (QLineEdit *edit : card.findChildren<QLineEdit *>()) {
            if (!edit->placeholderText().isEmpty())
                edit->setText(u" a wrong price "_s);
        }
        QVERIFY(doing->isEnabled());
        doing->click();
        QVERIFY(Pictures::keep(Pictures::of(card, {1100, 420}), u"prices-"_s, u"preview"_s));
        QCOMPARE(confirmed[0][1].toString(), u"a wrong price"_s);
        QCOMPARE(confirmed[0][0].value<RepricePreview>().total.charges, 3);
        QVERIFY(!doing->isEnabled()); // not twice
    }

    void aPreviewOfSomethingElseIsNotShown()
    {
        RepriceCard card;
        card.setDays({2026, 10, 1}, {2026, 10, 31});
        const RepricePreview preview = previewOf(card.query());
        card.setDays({2026, 10, 1}, {2026, 10, 30});
        card.showPreview(preview);
        QVERIFY(!button(card, u"Re-price 3 charge"_s));
        card.setDays({2026, 10, 1}, {2026, 10, 31});
        card.showPreview(preview);
        QVERIFY(button(card, u"Re-price 3 charge"_s));
        card.setDays({2026, 9, 1}, {2026, 10, 31}); // what was seen is not what would be done
        QVERIFY(!button(card, u"Re-price 3 charge"_s));
    }

    void theLogSaysWhatWasDone()
    {
        RepricingLogModel log;
        QAbstractItemModelTester tester(&log);
        log.setLog({{.author = u"an"_s,
                     .reason = u"late"_s,
                     .from = QDateTime(QDate(2026, 10, 1), QTime(0, 0), Qt::UTC),
                     .to = QDateTime(QDate(2026, 11, 1), QTime(0, 0), Qt::UTC),
                     .model = u"small"_s,
                     .charges = 1204,
                     .before = Money{3 * picoPerDollar},
                     .after = Money{picoPerDollar}}});
        const auto cell = [&](int column) { return log.index(0, column).data().toString(); };
        QCOMPARE(cell(RepricingLogModel::Scope), u"1 Oct 2026 – 31 Oct 2026, small"_s);
        QCOMPARE(cell(RepricingLogModel::Charges), u"1,204"_s);
        QCOMPARE(cell(RepricingLogModel::Difference), u"−$2.00"_s);
        QCOMPARE(cell(RepricingLogModel::Reason), u"late"_s);
    }

    void theSourceIsCutAndTheTableIsNot()
    {
        PricesPage page;
        page.setPrices(PriceList::shipped());
        page.resize(1200, 700);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        for (RowTable *table : page.findChildren<RowTable *>()) {
            if (table->model()->columnCount() != PriceTableModel::columns)
                continue;
            QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
            QCOMPARE(table->verticalScrollBar()->maximum(), 0);
            QVERIFY(table->columnWidth(PriceTableModel::Source) >= 160);
            QVERIFY(
                !table->model()->index(0, PriceTableModel::Source).data(Qt::ToolTipRole).isNull());
        }
    }

    void whatIsExportedAddsNothing()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"prices.json"_s);
        PricesPage page;
        page.setPrices(PriceList::shipped());
        QVERIFY(page.exportFile(path));
        QSignalSpy changed(&page, &PricesPage::ownPricesChanged);
        QVERIFY(page.importFile(path));
        QVERIFY(changed[0][0].value<QList<PriceRow>>().isEmpty());
    }

private:
    static QPushButton *button(const QWidget &view, const QString &words)
    {
        for (QPushButton *each : view.findChildren<QPushButton *>()) {
            if (each->text().startsWith(words) && each->isVisibleTo(&view))
                return each;
        }
        return nullptr;
    }

    static void press(const QWidget &view, const QString &words)
    {
        QPushButton *found = button(view, words);
        QVERIFY2(found, qPrintable(words));
        found->click();
    }

    static RepricePreview previewOf(const RepriceQuery &query)
    {
        const RepriceRow row{.provider = u"p"_s,
                             .model = u"small"_s,
                             .charges = 3,
                             .unpriced = 1,
                             .before = Money{2 * picoPerDollar},
                             .after = Money{5 * picoPerDollar}};
        return {.query = query, .looked = 5, .reported = 1, .rows = {row}, .total = row};
    }
};

QTEST_MAIN(TestPricesPage)

#include "tst_pricespage.moc"
