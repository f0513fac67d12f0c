#include "ui/composer/templatefields.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Templates::Field;

class TestTemplateFields : public QObject
{
    Q_OBJECT

private slots:
    void finds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("fields");
        QTest::addRow("nothing in nothing") << QString() << QStringList{};
        QTest::addRow("a field") << u"Hi {{name}}!"_s << QStringList{u"{{name}}"_s};
        QTest::addRow("several") << u"{{a}}{{số đơn}} {{ c }}"_s
                                 << QStringList{u"{{a}}"_s, u"{{số đơn}}"_s, u"{{ c }}"_s};
        QTest::addRow("none that is empty") << u"{{}} {{ }}"_s << QStringList{};
        QTest::addRow("none that is open") << u"{{a}"_s << QStringList{};
        QTest::addRow("none over lines") << u"{{a\nb}}"_s << QStringList{};
        QTest::addRow("the inner of two") << u"{{a {{b}}"_s << QStringList{u"{{b}}"_s};
        QTest::addRow("none in code") << u"if (x) {{ return {1}; }}"_s << QStringList{};
        QTest::addRow("none that is long")
            << u"{{"_s + u"x"_s.repeated(80) + u"}}"_s << QStringList{};
    }

    void finds()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, fields);
        QStringList found;
        for (const Field &field : Templates::fieldsIn(text))
            found += text.mid(field.start, field.length);
        QCOMPARE(found, fields);
    }

    void goesFromFieldToFieldAndAround()
    {
        const QString text = u"{{a}} x {{b}}"_s;
        QCOMPARE(Templates::fieldFrom(text, 0, 1), (Field{0, 5}));
        QCOMPARE(Templates::fieldFrom(text, 5, 1), (Field{8, 5}));
        QCOMPARE(Templates::fieldFrom(text, 13, 1), (Field{0, 5}));
        QCOMPARE(Templates::fieldFrom(text, 8, -1), (Field{0, 5}));
        QCOMPARE(Templates::fieldFrom(text, 0, -1), (Field{8, 5}));
        QCOMPARE(Templates::fieldFrom(u"none"_s, 0, 1), std::nullopt);
    }

    void namesakesHaveTheNameWhateverIsAroundIt()
    {
        const QString text = u"{{a}} {{b}} {{ a }} {{A}} {{a}}"_s;
        QCOMPARE(Templates::namesakes(text, {0, 5}), (QList<Field>{{12, 7}, {26, 5}}));
        QCOMPARE(Templates::namesakes(text, {6, 5}), QList<Field>{});
    }

    void matchesNamesBeforeTexts()
    {
        const QList<Core::ReplyTemplate> all{{u"1"_s, u"Xin chào"_s, u"Kính gửi, đổi trả"_s},
                                             {u"2"_s, u"Chính sách đổi trả"_s, u"…"_s},
                                             {u"3"_s, u"Đổi địa chỉ"_s, u"…"_s}};
        const auto ids = [&all](const QString &query) {
            QStringList found;
            for (const Core::ReplyTemplate &each : Templates::matching(all, query))
                found += each.id;
            return found.join(u' ');
        };
        QCOMPARE(ids({}), u"1 2 3"_s);
        QCOMPARE(ids(u"doi"_s), u"3 1 2"_s);
        QCOMPARE(ids(u"CHÍNH"_s), u"2"_s);
        QCOMPARE(ids(u"nothing"_s), QString());
    }
};

QTEST_GUILESS_MAIN(TestTemplateFields)
#include "tst_templatefields.moc"
