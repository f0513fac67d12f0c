#include "ui/base/style.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSpinBox>
#include <QStyleOptionSlider>
#include <QTabBar>
#include <QTabWidget>
#include <QTest>

namespace {

QStyleOptionSlider bar(int maximum, int page, int at)
{
    QStyleOptionSlider option;
    option.rect = QRect(0, 0, 12, 400);
    option.orientation = Qt::Vertical;
    option.minimum = 0;
    option.maximum = maximum;
    option.pageStep = page;
    option.sliderPosition = at;
    return option;
}

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT

private slots:
    void theLineBelowTabsGoesAllTheWay()
    {
        QTabWidget tabs;
        tabs.setStyle(&m_style);
        tabs.tabBar()->setStyle(&m_style);
        tabs.setDocumentMode(true);
        tabs.tabBar()->setExpanding(false);
        tabs.addTab(new QWidget, QStringLiteral("Context"));
        tabs.resize(600, 200);
        tabs.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tabs));
        const QTabBar &bar = *tabs.tabBar();
        QCOMPARE(bar.width(), 600);
        QVERIFY(bar.tabRect(0).right() < 200);
        const QImage picture = tabs.grab().toImage();
        QVERIFY(picture.pixelColor(590, bar.height() - 1) != picture.pixelColor(590, 4));
    }

    void theScrollBarsHandleShowsWhereAndHowMuch_data()
    {
        QTest::addColumn<int>("maximum");
        QTest::addColumn<int>("page");
        QTest::addColumn<int>("at");
        QTest::addColumn<int>("top");
        QTest::addColumn<int>("height");
        QTest::addRow("half, at the top") << 100 << 100 << 0 << 0 << 200;
        QTest::addRow("half, at the end") << 100 << 100 << 100 << 200 << 200;
        QTest::addRow("never too small to take hold of") << 1'000'000 << 10 << 0 << 0 << 28;
        QTest::addRow("all of it where nothing is hidden") << 0 << 10 << 0 << 0 << 400;
    }

    void theScrollBarsHandleShowsWhereAndHowMuch()
    {
        QFETCH(int, maximum);
        QFETCH(int, page);
        QFETCH(int, at);
        QFETCH(int, top);
        QFETCH(int, height);
        const QStyleOptionSlider option = bar(maximum, page, at);
        const QRect handle = m_style.subControlRect(QStyle::CC_ScrollBar, &option,
                                                    QStyle::SC_ScrollBarSlider, nullptr);
        QCOMPARE(handle, QRect(0, top, 12, height));
    }

    void fieldsStandInOneLine()
    {
        QLineEdit typed;
        QComboBox chosen;
        chosen.addItem(QStringLiteral("gpt-4.1"));
        QComboBox both;
        both.setEditable(true);
        QSpinBox counted;
        QDateEdit day;
        day.setCalendarPopup(true);
        for (QWidget *field : {static_cast<QWidget *>(&typed), static_cast<QWidget *>(&chosen),
                               static_cast<QWidget *>(&both), static_cast<QWidget *>(&counted),
                               static_cast<QWidget *>(&day)}) {
            field->setStyle(&m_style);
            field->ensurePolished();
            field->resize(200, 32);
            QCOMPARE(field->sizeHint().height(), 32);
            const auto *inside = field->findChild<QLineEdit *>();
            if (inside) // whole, beside the frame and its focus
                QVERIFY(field->grab().width() == 200 && inside->x() >= 5);
        }
    }

    void theRowsOfAChoiceAreAsHighAsThoseOfAMenu()
    {
        QComboBox choice;
        choice.setStyle(&m_style);
        choice.addItems({QStringLiteral("one"), QStringLiteral("two")});
        choice.resize(200, 32);
        choice.show();
        choice.showPopup();
        choice.view()->setStyle(&m_style);
        QVERIFY(choice.view()->visualRect(choice.model()->index(1, 0)).height() >= 28);
        choice.hidePopup();
    }

    void theScrollBarHasNoArrows()
    {
        const QStyleOptionSlider option = bar(100, 100, 50);
        for (const auto part : {QStyle::SC_ScrollBarAddLine, QStyle::SC_ScrollBarSubLine})
            QVERIFY(m_style.subControlRect(QStyle::CC_ScrollBar, &option, part, nullptr).isEmpty());
    }

    void controlsInARowAreEquallyHigh()
    {
        QPushButton button(QStringLiteral("Send"));
        QLineEdit field;
        button.setStyle(&m_style);
        field.setStyle(&m_style);
        QCOMPARE(button.sizeHint().height(), field.sizeHint().height());
    }

private:
    Style m_style;
};

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
