#include "app/livemeter.h"
#include "ui/composer/composeredit.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Three tokens.
constexpr auto typed = "one two three";

Core::TokenCounter counterOf(const char *model)
{
    return Core::TokenCounter(Core::modelTokens(QString::fromLatin1(model)));
}

} // namespace

class TestLiveMeter : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_meter = std::make_unique<BudgetMeter>();
        m_composer = std::make_unique<Composer>();
        m_live = std::make_unique<LiveMeter>(*m_meter, *m_composer);
        m_live->setCounter(counterOf("gpt-4o"));
        m_edit = m_composer->findChild<ComposerEdit *>();
    }

    void aDraftIsPlannedWithItsTokens()
    {
        const Core::Message message = m_live->messageOf(QString::fromLatin1(typed));
        QCOMPARE(message.tokens,
                 counterOf("gpt-4o").message({.content = QString::fromLatin1(typed)}));
        QCOMPARE(message.encoding, Core::Encoding::O200k);
    }

    void whatIsTypedSinceThePlanComesOnTop()
    {
        m_live->messageOf(QString());
        m_live->planShown();
        m_edit->insertPlainText(QString::fromLatin1(typed));
        QTRY_COMPARE(m_meter->state().draft, 3);
        m_live->messageOf(m_composer->draft());
        m_live->planShown();
        QCOMPARE(m_meter->state().draft, 0);
        m_edit->insertPlainText(u" four"_s);
        QTRY_COMPARE(m_meter->state().draft, 1);
        m_edit->clear();
        QTRY_COMPARE(m_meter->state().draft, -3);
    }

    void anAnswerCountsWhileItGrows()
    {
        m_live->answerBegan();
        m_live->answerGrew(u"one tw"_s);
        m_live->answerGrew(u"o three"_s);
        QTRY_COMPARE(m_meter->state().reply, 3);
        m_live->answerEnded();
        QCOMPARE(m_meter->state().reply, 0);
    }

    void anotherModelCountsTheDraftAnew()
    {
        const QString text = u"Xin chào các bạn, hôm nay trời đẹp quá"_s;
        m_live->messageOf(text);
        m_live->setCounter(counterOf("gpt-4"));
        QCOMPARE(m_live->messageOf(text).tokens, counterOf("gpt-4").message({.content = text}));
        QVERIFY(counterOf("gpt-4").text(text) != counterOf("gpt-4o").text(text));
    }

private:
    std::unique_ptr<BudgetMeter> m_meter;
    std::unique_ptr<Composer> m_composer;
    std::unique_ptr<LiveMeter> m_live;
    ComposerEdit *m_edit = nullptr;
};

QTEST_MAIN(TestLiveMeter)
#include "tst_livemeter.moc"
