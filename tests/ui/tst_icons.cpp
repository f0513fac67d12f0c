#include "ui/base/colors.h"
#include "ui/base/icons.h"

#include <QApplication>
#include <QTest>

class TestIcons : public QObject
{
    Q_OBJECT

private slots:
    void everyIconIsDrawnInTheTextColour_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addRow("light") << Colors::lightPalette();
        QTest::addRow("dark") << Colors::darkPalette();
    }

    void everyIconIsDrawnInTheTextColour()
    {
        QFETCH(QPalette, palette);
        QApplication::setPalette(palette);
        const QColor text = palette.color(QPalette::ButtonText);
        for (int i = 0; i <= int(Icons::Name::Expand); ++i) {
            const QImage image = imageOf(Icons::icon(Icons::Name(i)), QIcon::Normal);
            QVERIFY2(hasOnly(text, image), qPrintable(QString::number(i)));
        }
    }

    void anIconFollowsAChangeOfTheme()
    {
        QApplication::setPalette(Colors::lightPalette());
        const QIcon icon = Icons::icon(Icons::Name::Chats);
        QVERIFY(hasOnly(Colors::lightPalette().color(QPalette::ButtonText),
                        imageOf(icon, QIcon::Normal)));
        QApplication::setPalette(Colors::darkPalette());
        QVERIFY(hasOnly(Colors::darkPalette().color(QPalette::ButtonText),
                        imageOf(icon, QIcon::Normal)));
    }

    void aDisabledIconIsPaler()
    {
        QApplication::setPalette(Colors::lightPalette());
        QVERIFY(hasOnly(Colors::lightPalette().color(QPalette::Disabled, QPalette::ButtonText),
                        imageOf(Icons::icon(Icons::Name::Send), QIcon::Disabled)));
    }

    void theProgramHasAnIcon() { QVERIFY(!Icons::application().pixmap(64, 64).isNull()); }

private:
    static QImage imageOf(const QIcon &icon, QIcon::Mode mode)
    {
        return icon.pixmap(QSize(48, 48), 1.0, mode)
            .toImage()
            .convertToFormat(QImage::Format_ARGB32);
    }

    /// Whether something is drawn, and all of it opaque enough to tell is of that colour.
    static bool hasOnly(const QColor &colour, const QImage &image)
    {
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                if (pixel.alpha() < 250)
                    continue;
                if (qAbs(pixel.red() - colour.red()) + qAbs(pixel.blue() - colour.blue()) > 6)
                    return false;
                ++drawn;
            }
        }
        return drawn > 20;
    }
};

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
