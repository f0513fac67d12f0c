#include "ui/inspector/textrows.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList texts(const QString &text, int columns)
{
    QStringList rows;
    const QList<TextRow> all = textRows(text, columns);
    for (const TextRow &row : all)
        rows += (row.continues ? u">"_s : QString()) + text.mid(row.start, row.length);
    return rows;
}

} // namespace

class TestTextRows : public QObject
{
    Q_OBJECT

private slots:
    void aTextIsCutInto_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("rows");

        QTest::addRow("one row of nothing") << QString() << QStringList{QString()};
        QTest::addRow("its lines") << u"a\n\nb\n"_s << QStringList{u"a"_s, {}, u"b"_s, {}};
        QTest::addRow("a line that just fits") << u"0123456789"_s << QStringList{u"0123456789"_s};
        QTest::addRow("pieces of one that does not")
            << u"0123456789a"_s << QStringList{u"0123456789"_s, u">a"_s};
        QTest::addRow("pieces behind a blank")
            << u"0123456 89abc"_s << QStringList{u"0123456 "_s, u">89abc"_s};
        QTest::addRow("pieces of wide letters")
            << u"漢字漢字漢字"_s << QStringList{u"漢字漢字漢"_s, u">字"_s};
        QTest::addRow("pieces that keep their pairs")
            << u"0123456789😀"_s << QStringList{u"0123456789"_s, u">😀"_s};
        QTest::addRow("letters with their marks")
            << u"012345678e\u0301x"_s << QStringList{u"012345678e\u0301"_s, u">x"_s};
    }

    void aTextIsCutInto()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, rows);
        QCOMPARE(texts(text, 10), rows);
    }

    void nothingIsLostAtAnyWidth()
    {
        const QString text = u"{\n  \"content\": \"Dạ em chào chị, đơn 漢字 😀 ở kho\"\n}"_s;
        for (int columns = 8; columns < 60; ++columns) {
            QString joined;
            const QList<TextRow> rows = textRows(text, columns);
            for (const TextRow &row : rows) {
                if (!joined.isEmpty() && !row.continues)
                    joined += u'\n';
                joined += text.mid(row.start, row.length);
            }
            QCOMPARE(joined, text);
        }
    }

    void piecesAreCopiedAsOneLine()
    {
        TextRowsModel model;
        QAbstractItemModelTester tester(&model);
        model.setText(u"0123456789abcdefgh\nsecond"_s);
        model.setColumns(10);
        QCOMPARE(model.rowCount(), 3);
        const QModelIndexList all{model.index(2), model.index(0), model.index(1)};
        QCOMPARE(model.textOf(all), u"0123456789abcdefgh\nsecond"_s);
    }

    void piecesKeepTheMarkOfTheirLine()
    {
        TextRowsModel model;
        model.setText(u"0123456789abc\nnew"_s,
                      {{.change = Core::DiffKind::Removed}, {.change = Core::DiffKind::Added}});
        model.setColumns(10);
        const auto change = [&](int row) {
            return model.index(row).data(TextRowsModel::ChangeRole).value<Core::DiffKind>();
        };
        QCOMPARE(change(1), Core::DiffKind::Removed);
        QCOMPARE(change(2), Core::DiffKind::Added);
        QCOMPARE(model.index(2).data(Qt::AccessibleTextRole).toString(), u"Added: new"_s);
    }
};

QTEST_GUILESS_MAIN(TestTextRows)
#include "tst_textrows.moc"
