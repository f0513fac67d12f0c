#include "ui/cost/pricespage.h"

#include "core/cost/pricejson.h"
#include "ui/cost/priceform.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLineEdit>
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
};

QTEST_MAIN(TestPricesPage)

#include "tst_pricespage.moc"
