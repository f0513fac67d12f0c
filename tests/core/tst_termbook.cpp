#include "core/retrieval/termbook.h"
#include "core/retrieval/words.h"

#include <QTest>

#include <algorithm>
#include <map>

using namespace Core;
using namespace Qt::Literals::StringLiterals;

class TestTermBook : public QObject
{
    Q_OBJECT

private slots:
    void numbersStandForTheTermsOfTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addRow("English") << u"The customer's orders were ordered twice, on Monday"_s;
        QTest::addRow("Vietnamese") << u"Dạ chào shop ạ. Mình đặt áo khoác, áo màu đỏ"_s;
        QTest::addRow("Vietnamese without marks") << u"da chao shop a, minh dat ao khoac mau do"_s;
        QTest::addRow("numbers in groups") << u"1.250.000đ and 1,250,000 and 250000 đồng, 2.5"_s;
        QTest::addRow("unspaced scripts") << u"我的订单 order 没有到 ก็ได้ 了"_s;
        QTest::addRow("marks alone") << u"a \u0301 b \u0300 c"_s;
        QTest::addRow("a key") << u"key "_s + u"x1"_s.repeated(40) + u" 1"_s.repeated(70);
        QTest::addRow("common beginnings") << u"reservations reservation reservedly reserve"_s;
        QTest::addRow("nothing") << u"  "_s;
    }

    void numbersStandForTheTermsOfTheText()
    {
        QFETCH(QString, text);
        for (const TextLanguage language : {TextLanguage::English, TextLanguage::Vietnamese}) {
            std::vector<std::string> terms = termsOf(text, language);
            std::sort(terms.begin(), terms.end());
            terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
            const std::vector<int> numbers = m_book.numbersOf(loweredText(text), language);
            QCOMPARE(numbers.size(), terms.size());
            for (size_t i = 0; i < terms.size(); ++i) {
                QVERIFY(numbers[i] >= 0 && numbers[i] < m_book.count());
                const auto known = m_terms.try_emplace(numbers[i], terms[i]).first;
                QCOMPARE(known->second, terms[i]);
                const auto number = m_numbers.try_emplace(terms[i], numbers[i]).first;
                QCOMPARE(number->second, numbers[i]);
            }
        }
    }

    void aWordTellsTheSameEachTime()
    {
        for (int again = 0; again < 2; ++again) {
            QVERIFY(m_book.word(u"jacket").isTelling);
            QVERIFY(!m_book.word(u"the").isTelling);
            QVERIFY(!m_book.word(u"là").isTelling);
            QCOMPARE(m_book.word(u"đỏ").spelling, Spelling::Vietnamese);
            QCOMPARE(m_book.word(u"do").spelling, Spelling::Syllable);
            QVERIFY(m_book.word(u"14h30").tellsTime);
            QVERIFY(!m_book.word(u"1430000").tellsTime);
        }
    }

    void whatWasForgottenIsNumberedAnew()
    {
        TermBook book;
        const std::vector<int> before = book.numbersOf(u"áo đỏ"_s, TextLanguage::Vietnamese);
        book.clear();
        QCOMPARE(book.count(), 0);
        QCOMPARE(book.numbersOf(u"áo đỏ"_s, TextLanguage::Vietnamese), before);
    }

private:
    TermBook m_book; // of all rows, so that they share words
    std::map<int, std::string> m_terms;
    std::map<std::string, int> m_numbers;
};

QTEST_GUILESS_MAIN(TestTermBook)
#include "tst_termbook.moc"
