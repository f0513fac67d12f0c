#include "ui/base/colors.h"
#include "ui/base/syntaxcolors.h"

#include <QTest>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

double linear(double channel)
{
    return channel <= 0.03928 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

/// WCAG 2: from 1 (equal) to 21 (black on white).
double contrast(const QColor &a, const QColor &b)
{
    const double brighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (brighter + 0.05) / (darker + 0.05);
}

} // namespace

class TestColors : public QObject
{
    Q_OBJECT

private slots:
    void textIsReadable_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        addPairs("light", Colors::lightPalette());
        addPairs("dark", Colors::darkPalette());
    }

    void textIsReadable()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        const double seen = contrast(text, ground);
        QVERIFY2(seen >= 4.5, qPrintable(u"contrast is only %1"_s.arg(seen)));
    }

    void theThemeIsReadOffThePalette()
    {
        QVERIFY(!Colors::isDark(Colors::lightPalette()));
        QVERIFY(Colors::isDark(Colors::darkPalette()));
    }

    void aSeriesKeepsItsColour()
    {
        const QPalette light = Colors::lightPalette();
        QCOMPARE(Colors::series(u"gpt-4.1"_s, light), Colors::series(u"gpt-4.1"_s, light));
        // Written down once: a hash that changed would recolour every chart.
        QCOMPARE(Colors::series(u"gpt-4.1"_s, light).name(), u"#2b6a8d"_s);
    }

    void seriesDiffer()
    {
        const QStringList names{u"gpt-4.1"_s, u"gpt-4.1-mini"_s, u"gpt-4o"_s,  u"gpt-4o-mini"_s,
                                u"gpt-5"_s,   u"gpt-5-mini"_s,   u"practice"_s};
        QSet<QRgb> seen;
        for (const QString &name : names)
            seen.insert(Colors::series(name, Colors::lightPalette()).rgb());
        QCOMPARE(seen.size(), names.size());
    }

    void everyVerdictHasItsOwnColour_data()
    {
        QTest::addColumn<QPalette>("palette");
        QTest::addRow("light") << Colors::lightPalette();
        QTest::addRow("dark") << Colors::darkPalette();
    }

    void everyVerdictHasItsOwnColour()
    {
        QFETCH(QPalette, palette);
        QSet<QRgb> verdicts;
        for (int i = 0; i <= int(Core::Verdict::Excluded); ++i)
            verdicts.insert(Colors::verdict(Core::Verdict(i), palette).rgb());
        QCOMPARE(verdicts.size(), int(Core::Verdict::Excluded) + 1);
        QSet<QRgb> parts{Colors::free(palette).rgb(), Colors::reserve(palette).rgb()};
        for (int i = 0; i <= int(Core::Part::Question); ++i)
            parts.insert(Colors::part(Core::Part(i), palette).rgb());
        QCOMPARE(parts.size(), int(Core::Part::Question) + 3);
    }

private:
    static void addPairs(const char *theme, const QPalette &palette)
    {
        const auto add = [theme](const char *what, const QColor &text, const QColor &ground) {
            QTest::addRow("%s: %s", theme, what) << text << ground;
        };
        const QColor text = palette.color(QPalette::Text);
        add("text on base", text, palette.color(QPalette::Base));
        add("text on alternate rows", text, palette.color(QPalette::AlternateBase));
        add("text on window", palette.color(QPalette::WindowText), palette.color(QPalette::Window));
        add("text on buttons", palette.color(QPalette::ButtonText),
            palette.color(QPalette::Button));
        add("text on tool tips", palette.color(QPalette::ToolTipText),
            palette.color(QPalette::ToolTipBase));
        add("selected text", palette.color(QPalette::HighlightedText),
            palette.color(QPalette::Highlight));
        add("place holder", palette.color(QPalette::PlaceholderText),
            palette.color(QPalette::Base));
        add("links", palette.color(QPalette::Link), palette.color(QPalette::Base));
        add("text on the user's messages", text, Colors::userBubble(palette));
        add("links there", palette.color(QPalette::Link), Colors::userBubble(palette));
        add("quiet text there", Colors::quietText(palette), Colors::userBubble(palette));
        add("text that was found", text, Colors::searchHit(palette));
        for (const Colors::Syntax syntax :
             {Colors::Syntax::Keyword, Colors::Syntax::Name, Colors::Syntax::String,
              Colors::Syntax::Number, Colors::Syntax::Comment})
            add(qPrintable(u"code %1"_s.arg(int(syntax))), Colors::syntax(syntax, palette),
                Colors::codeBackground(palette));
        add("text on the accent", Colors::onAccent(palette), Colors::accent(palette));

        const QColor grounds[] = {palette.color(QPalette::Window), palette.color(QPalette::Base),
                                  Colors::surface(palette),        Colors::rail(palette),
                                  Colors::accentTint(palette),     Colors::hoverTint(palette),
                                  Colors::userBubble(palette),     Colors::codeBackground(palette)};
        for (const QColor &ground : grounds) {
            add("text", text, ground);
            add("quiet text", Colors::quietText(palette), ground);
            add("accent", Colors::accent(palette), ground);
            add("good", Colors::good(palette), ground);
            add("warning", Colors::warning(palette), ground);
            add("bad", Colors::bad(palette), ground);
        }
        add("search hits", text, Colors::searchHit(palette));
    }
};

QTEST_MAIN(TestColors)
#include "tst_colors.moc"
