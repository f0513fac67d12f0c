#include "tests/support/threadsamples.h"
#include "ui/thread/messagelayout.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Core::Message;
using Core::Role;
using Kind = Piece::Kind;

class TestMessageLayout : public QObject
{
    Q_OBJECT

private slots:
    void cutsAMessageIntoPieces();
    void putsDividersBeforeTheHead();
    void cutsLongTextsAndShowsMoreOnDemand();
    void cutsCodeByLinesAndCarriesItsState();
    void keepsWhatIsLaidOutWhileTheMessageGrows();
    void laysOutAnewWhatLooksOtherwise();
    void endsGrowthAsTheWholeIsLaidOut();
    void neverMakesAnythingWiderThanTheColumn_data();
    void neverMakesAnythingWiderThanTheColumn();
    void stacksTablesThatAreTooWide();
    void findsSourceLinksAndButtonsAtAPoint();
    void findsThePieceOfAPosition();
    void showsReasoningOnDemand();
    void offersSiblings();
    void survivesWhateverIsWritten();

private:
    static ThreadRow rowOf(const QString &text, Role role = Role::Assistant)
    {
        return {.message = ThreadSamples::message(u"m"_s, role, text)};
    }
    static void layOutAll(MessageLayout &layout)
    {
        for (int i = 0; i < layout.count(); ++i)
            layout.shaped(i);
    }
    static QList<Kind> kindsOf(const MessageLayout &layout)
    {
        QList<Kind> kinds;
        for (int i = 0; i < layout.count(); ++i)
            kinds += layout.piece(i).kind;
        return kinds;
    }
    /// The middle of the characters `words` of a piece, relative to the message.
    static QPointF pointAt(MessageLayout &layout, const QString &words)
    {
        for (int i = 0; i < layout.count(); ++i) {
            for (const ShapedText &text : layout.shaped(i).texts) {
                const int at = int(text.layout->text().indexOf(words));
                if (at < 0)
                    continue;
                const QTextLine line = text.layout->lineForTextPosition(at);
                const qreal x = (line.cursorToX(at) + line.cursorToX(at + int(words.size()))) / 2;
                return text.at + QPointF(x, line.y() + line.height() / 2 + layout.top(i));
            }
        }
        return {-1, -1};
    }

    ThreadLook m_look{QFont(), QPalette()};
};

constexpr int width = 500;

void TestMessageLayout::cutsAMessageIntoPieces()
{
    MessageLayout layout(
        rowOf(u"# T\n\npara\n\n- a\n\n---\n\n```\nx\n```\n\n|a|b|\n|---|---|\n|1|2|"_s), m_look,
        width);
    QCOMPARE(kindsOf(layout),
             (QList<Kind>{Kind::Head, Kind::Text, Kind::Text, Kind::Text, Kind::Rule, Kind::Code,
                          Kind::TableRow, Kind::TableRow, Kind::Foot}));
    int y = 0;
    for (int i = 0; i < layout.count(); ++i) {
        layout.shaped(i);
        QVERIFY(layout.piece(i).exact);
        QCOMPARE(layout.top(i), y);
        QCOMPARE(layout.pieceAt(y), i);
        y += layout.piece(i).height;
    }
    QCOMPARE(layout.height(), y);
}

void TestMessageLayout::putsDividersBeforeTheHead()
{
    ThreadRow row = rowOf(u"a"_s);
    row.startsDay = true;
    row.endsSummary = true;
    const MessageLayout layout(row, m_look, width);
    QCOMPARE(kindsOf(layout),
             (QList<Kind>{Kind::Day, Kind::SummaryEnd, Kind::Head, Kind::Text, Kind::Foot}));
}

void TestMessageLayout::cutsLongTextsAndShowsMoreOnDemand()
{
    MessageLayout layout(rowOf(u"x"_s.repeated(200'000)), m_look, width);
    const auto shown = [&layout] {
        int characters = 0;
        for (int i = 0; i < layout.count(); ++i) {
            const Piece &piece = layout.piece(i);
            if (piece.kind == Kind::Text) {
                characters += piece.length;
                Q_ASSERT(piece.length <= charactersPerPiece && piece.plain);
            }
        }
        return characters;
    };
    QCOMPARE(shown(), longestBlock);
    QCOMPARE(layout.piece(layout.count() - 2).kind, Kind::More);
    QCOMPARE(layout.piece(layout.count() - 2).length, 200'000 - longestBlock);
    layout.showMore();
    QCOMPARE(shown(), 2 * longestBlock);
    layout.showMore();
    layout.showMore();
    QCOMPARE(shown(), 200'000);
    QVERIFY(!kindsOf(layout).contains(Kind::More));
}

void TestMessageLayout::cutsCodeByLinesAndCarriesItsState()
{
    MessageLayout layout(
        rowOf(u"```cpp\n/*\n"_s + u"int x;\n"_s.repeated(100) + u"*/\nint y;\n```"_s), m_look,
        width);
    QList<Piece> code;
    for (int i = 0; i < layout.count(); ++i) {
        if (layout.piece(i).kind == Kind::Code)
            code += layout.piece(i);
    }
    QCOMPARE(code.size(), 4);
    QVERIFY(code.first().first && !code.first().last);
    QVERIFY(!code.last().first && code.last().last);
    QCOMPARE(code.first().state, Code::State::Plain);
    QCOMPARE(code[1].state, Code::State::BlockComment);
    QCOMPARE(code.first().from, 0);
    for (qsizetype i = 1; i < code.size(); ++i)
        QCOMPARE(code[i].from, code[i - 1].from + code[i - 1].length);
}

void TestMessageLayout::keepsWhatIsLaidOutWhileTheMessageGrows()
{
    ThreadRow row = rowOf(u"first\n\nsecond\n\nthi"_s);
    row.message.status = Core::MessageStatus::Streaming;
    MessageLayout layout(row, m_look, width);
    layOutAll(layout);
    const QTextLayout *first = layout.shaped(1).texts.front().layout.get();
    const QTextLayout *third = layout.shaped(3).texts.front().layout.get();

    row.message.content += u"rd\n\nfourth"_s;
    layout.setRow(row);
    QCOMPARE(layout.shaped(1).texts.front().layout.get(), first);
    QVERIFY(layout.shaped(3).texts.front().layout.get() != third);
    QCOMPARE(layout.shaped(3).texts.front().layout->text(), u"third"_s);
    QCOMPARE(layout.shaped(4).texts.front().layout->text(), u"fourth"_s);
    QCOMPARE(layout.readings(), 1);
}

void TestMessageLayout::laysOutAnewWhatLooksOtherwise()
{
    ThreadRow row = rowOf(u"Title"_s);
    row.message.status = Core::MessageStatus::Streaming;
    MessageLayout layout(row, m_look, width);
    layout.shaped(1);
    const int height = layout.piece(1).height;
    row.message.content += u"\n==="_s; // the same characters, now a heading
    layout.setRow(row);
    layout.shaped(1);
    QVERIFY(layout.piece(1).height > height);
}

void TestMessageLayout::endsGrowthAsTheWholeIsLaidOut()
{
    const QString text = ThreadSamples::engineering()[1].content;
    ThreadRow row = rowOf({});
    row.message.status = Core::MessageStatus::Streaming;
    MessageLayout growing(row, m_look, width);
    for (qsizetype at = 0; at < text.size(); at += 23) {
        row.message.content += text.mid(at, 23);
        growing.setRow(row);
        growing.shaped(growing.count() - 2);
    }
    layOutAll(growing);
    row.message.status = Core::MessageStatus::Complete;
    growing.setRow(row);
    layOutAll(growing);
    MessageLayout whole(row, m_look, width);
    layOutAll(whole);
    QCOMPARE(growing.count(), whole.count());
    QCOMPARE(growing.height(), whole.height());
    QCOMPARE(growing.blocks(), whole.blocks());
}

void TestMessageLayout::neverMakesAnythingWiderThanTheColumn_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<int>("room");
    for (const auto &thread :
         {ThreadSamples::support(), ThreadSamples::engineering(), ThreadSamples::hostile()}) {
        for (const Message &message : thread) {
            for (const int room : {220, 500})
                QTest::addRow("%s in %d", qPrintable(message.id), room) << message << room;
        }
    }
}

void TestMessageLayout::neverMakesAnythingWiderThanTheColumn()
{
    QFETCH(Message, message);
    QFETCH(int, room);
    MessageLayout layout({.message = message, .siblings = {2, 3}}, m_look, room);
    for (int i = 0; i < layout.count(); ++i) {
        for (const ShapedText &text : layout.shaped(i).texts) {
            for (int line = 0; line < text.layout->lineCount(); ++line) {
                const QRectF used = text.layout->lineAt(line).naturalTextRect();
                QVERIFY(text.at.x() + used.right() <= room + 1);
                QVERIFY(text.at.y() + used.bottom() <= layout.shaped(i).height + 2);
            }
        }
        for (const Zone &zone : layout.shaped(i).zones)
            QVERIFY(zone.rect.right() <= room + 1);
    }
}

void TestMessageLayout::stacksTablesThatAreTooWide()
{
    const QString wide = ThreadSamples::hostile().last().content;
    MessageLayout layout(rowOf(wide), m_look, width);
    layOutAll(layout);
    QCOMPARE(layout.shaped(1).texts.size(), 0U); // heads stand beside the cells
    QCOMPARE(layout.shaped(2).texts.size(), 24U);
}

void TestMessageLayout::findsSourceLinksAndButtonsAtAPoint()
{
    const QString text = u"see **the** [manual](https://a.example) now\n\n```py\nx = 1\n```"_s;
    MessageLayout layout(rowOf(text), m_look, width);
    layOutAll(layout);
    const MessageHit link = layout.hit(pointAt(layout, u"manual"_s));
    QCOMPARE(link.link, u"https://a.example"_s);
    QVERIFY(std::abs(link.source - int(text.indexOf(u"manual"_s)) - 3) <= 1);
    QVERIFY(!link.zone);

    const MessageHit plain = layout.hit(pointAt(layout, u"now"_s));
    QVERIFY(plain.link.isEmpty());
    QVERIFY(layout.hit(pointAt(layout, u"now"_s) + QPointF(300, 0)).link.isEmpty());

    const Zone &copy = layout.shaped(2).zones.first();
    const MessageHit button = layout.hit(copy.rect.center() + QPointF(0, layout.top(2)));
    QVERIFY(button.zone.has_value());
    QCOMPARE(button.codeOf, u"x = 1"_s);

    QCOMPARE(layout.hit({0, 0}).source, 0); // above the text
    QCOMPARE(layout.hit({0, qreal(layout.height() - 1)}).source, int(text.size()));
}

void TestMessageLayout::findsThePieceOfAPosition()
{
    const QString text = u"one\n\n**two**\n\n|a|b|\n|---|---|\n|c|there|\n\nend"_s;
    MessageLayout layout(rowOf(text), m_look, width);
    const auto kindAt = [&](const QString &words) {
        return layout.piece(layout.pieceOf(int(text.indexOf(words))));
    };
    QCOMPARE(kindAt(u"one"_s).block, 0);
    QCOMPARE(kindAt(u"two"_s).block, 1);
    QCOMPARE(kindAt(u"there"_s).from, 1); // the row of the table
    QCOMPARE(kindAt(u"end"_s).block, 3);
    QVERIFY(layout.yOf(int(text.indexOf(u"end"_s))) > layout.yOf(0));
}

void TestMessageLayout::showsReasoningOnDemand()
{
    ThreadRow row = rowOf(u"answer"_s);
    row.message.reasoning = u"think\n\nmore"_s;
    MessageLayout layout(row, m_look, width);
    const int before = layout.count();
    QCOMPARE(layout.shaped(0).zones.first().action, ZoneAction::ToggleReasoning);
    layout.toggleReasoning();
    QCOMPARE(layout.count(), before + 2);
    QVERIFY(layout.blocks().first().text.runs.isEmpty()); // it is no part of the text to copy
    layout.toggleReasoning();
    QCOMPARE(layout.count(), before);
}

void TestMessageLayout::offersSiblings()
{
    ThreadRow row = rowOf(u"answer"_s);
    MessageLayout layout(row, m_look, width);
    QVERIFY(layout.shaped(2).zones.isEmpty());
    row.siblings = {2, 3};
    layout.setRow(row);
    const QList<Zone> zones = layout.shaped(2).zones;
    QCOMPARE(zones.size(), 2);
    QCOMPARE(zones[0].action, ZoneAction::PreviousSibling);
    QCOMPARE(zones[1].action, ZoneAction::NextSibling);
}

void TestMessageLayout::survivesWhateverIsWritten()
{
    const QString signs = u"ab \n\n\t#*_`~>-+1.)|[](){}!<>&;:\\/\"'$đổ😀\u202e\u200b\u0301"_s;
    QRandomGenerator random(17);
    for (int round = 0; round < 300; ++round) {
        QString text;
        for (int i = 0; i < 120; ++i)
            text += signs[random.bounded(int(signs.size()))];
        ThreadRow row = rowOf(text, round % 7 == 0 ? Role::Tool : Role::Assistant);
        row.message.status =
            round % 2 == 0 ? Core::MessageStatus::Complete : Core::MessageStatus::Streaming;
        MessageLayout layout(row, m_look, 60 + random.bounded(400));
        layOutAll(layout);
        for (int y = 0; y < layout.height(); y += 13) {
            const MessageHit hit = layout.hit({qreal(random.bounded(400)), qreal(y)});
            QVERIFY(hit.source >= 0 && hit.source <= text.size());
            QVERIFY(layout.yOf(hit.source) <= layout.height());
        }
        row.message.content += text;
        layout.setRow(row);
        layOutAll(layout);
    }
}

QTEST_MAIN(TestMessageLayout)
#include "tst_messagelayout.moc"
