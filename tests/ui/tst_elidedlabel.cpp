#include "ui/base/elidedlabel.h"

#include <QHBoxLayout>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestElidedLabel final : public QObject
{
    Q_OBJECT

private slots:
    void shortensToTheRoomThereIs();
    void keepsTheWholeTextForReaders();
    void givesWayToItsNeighbours();
};

void TestElidedLabel::shortensToTheRoomThereIs()
{
    ElidedLabel label;
    label.setText(u"Where is my parcel, and who pays for it?"_s);
    label.resize(label.sizeHint());
    QCOMPARE(label.shownText(), label.text());

    label.resize(label.width() / 2, label.height());
    QVERIFY(label.shownText().endsWith(u'…'));
    QVERIFY(label.fontMetrics().horizontalAdvance(label.shownText()) <= label.width());
}

void TestElidedLabel::keepsTheWholeTextForReaders()
{
    ElidedLabel label;
    label.setText(u"<b>Markup</b> of a model is shown, not read"_s);
    label.resize(40, 20);
    label.grab();
    QCOMPARE(label.text(), u"<b>Markup</b> of a model is shown, not read"_s);
    QCOMPARE(label.textFormat(), Qt::PlainText);
}

// A title once was cut without an ellipsis: its neighbours grew after it had been shortened.
void TestElidedLabel::givesWayToItsNeighbours()
{
    QWidget row;
    auto *layout = new QHBoxLayout(&row);
    auto *title = new ElidedLabel(&row);
    auto *neighbour = new QLabel(u"a"_s, &row);
    title->setText(u"A title that needs nearly all of the row for itself"_s);
    layout->addWidget(title, 1);
    layout->addWidget(neighbour);
    row.resize(420, 40);
    row.show();
    QVERIFY(QTest::qWaitForWindowExposed(&row));
    const QString before = title->shownText();

    neighbour->setText(u"a neighbour with many words in it"_s);
    QTRY_VERIFY(title->shownText() != before);
    QVERIFY(title->shownText().endsWith(u'…'));
    QVERIFY(neighbour->width() >= neighbour->sizeHint().width());
}

QTEST_MAIN(TestElidedLabel)
#include "tst_elidedlabel.moc"
