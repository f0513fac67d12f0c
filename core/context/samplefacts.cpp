#include "core/context/samplefacts.h"

#include <QJsonArray>
#include <QLocale>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

using Facts = QMap<QString, QString>;

/// Cents in English, thousands of đồng in Vietnamese.
QString money(int amount, TextLanguage language)
{
    if (language == TextLanguage::English)
        return u"$%1.%2"_s.arg(amount / 100).arg(amount % 100, 2, 10, QLatin1Char('0'));
    const QString thousands = amount >= 1000
        ? u"%1.%2"_s.arg(amount / 1000).arg(amount % 1000, 3, 10, QLatin1Char('0'))
        : QString::number(amount);
    return thousands + u".000đ"_s;
}

QString day(const QDateTime &time, TextLanguage language)
{
    const QDate date = time.date();
    if (language == TextLanguage::English)
        return QLocale(QLocale::English, QLocale::UnitedKingdom).toString(date, u"dddd, d MMMM"_s);
    static const QStringList days{u"thứ Hai"_s, u"thứ Ba"_s,  u"thứ Tư"_s,  u"thứ Năm"_s,
                                  u"thứ Sáu"_s, u"thứ Bảy"_s, u"Chủ nhật"_s};
    return u"%1 ngày %2/%3"_s.arg(days[date.dayOfWeek() - 1]).arg(date.day()).arg(date.month());
}

void addAmounts(Facts &facts, SampleRandom &random, int price, TextLanguage language)
{
    const bool english = language == TextLanguage::English;
    const int exact = english ? price * 100 - random.between(1, 9) * 5 : price;
    const int shipping = english ? random.between(3, 9) * 100 + 90 : random.between(2, 5) * 10 - 5;
    facts[u"price"_s] = money(exact, language);
    facts[u"total"_s] = money(exact + shipping, language);
    facts[u"refund"_s] = money(exact + shipping, language);
    facts[u"credit"_s] =
        money(english ? random.between(3, 15) * 100 : random.between(2, 9) * 10, language);
    facts[u"monthly"_s] = money(
        english ? random.between(12, 39) * 100 + 50 : random.between(15, 40) * 10 - 1, language);
}

void addDays(Facts &facts, SampleRandom &random, const QDateTime &now, TextLanguage language)
{
    facts[u"date"_s] = day(now.addDays(-random.between(1, 5)), language);
    facts[u"eta"_s] = day(now.addDays(random.between(2, 6)), language);
    facts[u"release"_s] = day(now.addDays(random.between(3, 9)), language);
    facts[u"deadline"_s] = day(now.addDays(random.between(8, 20)), language);
    facts[u"back"_s] = day(now.addDays(random.between(15, 50)), language);
}

void addNumbers(Facts &facts, SampleRandom &random, TextLanguage language)
{
    const bool english = language == TextLanguage::English;
    facts[u"order"_s] = (english ? u"NB-"_s : u"DH"_s) + random.digits(6);
    facts[u"exchange"_s] = (english ? u"EX-"_s : u"DT"_s) + random.digits(4);
    facts[u"note"_s] = (english ? u"CN-"_s : u"PH"_s) + random.digits(5);
    facts[u"tracking"_s] = (english ? u"1Z"_s : u"VN"_s) + random.digits(9);
    facts[u"serial"_s] = u"SN%1-%2"_s.arg(random.digits(3), random.digits(4));
    facts[u"phone"_s] = english ? u"555-01"_s + random.digits(2)
                                : u"0900 %1 %2"_s.arg(random.digits(3), random.digits(3));
    const QString months = english ? u" months"_s : u" tháng"_s;
    facts[u"age"_s] = QString::number(random.between(2, 11)) + months;
    facts[u"warranty"_s] = QString::number(random.between(2, 6) * 6) + months;
}

} // namespace

QString SampleRandom::of(const QJsonValue &list)
{
    const QJsonArray values = list.toArray();
    return values.isEmpty() ? QString() : values[below(int(values.size()))].toString();
}

QString SampleRandom::digits(int count)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += QChar(u'0' + below(10));
    return text;
}

QMap<QString, QString> sampleFacts(SampleRandom &random, const QJsonObject &data,
                                   const QJsonObject &product, TextLanguage language,
                                   const QDateTime &now)
{
    Facts facts;
    const QJsonObject lists = data[u"lists"_s].toObject();
    for (auto list = lists.begin(); list != lists.end(); ++list)
        facts[list.key()] = random.of(*list);
    for (const QString &name : {u"damage"_s, u"cause"_s, u"concern"_s})
        facts[name] = random.of(product[name]);
    facts[u"product"_s] = product[u"name"_s].toString();
    addAmounts(facts, random, product[u"price"_s].toInt(), language);
    addDays(facts, random, now, language);
    addNumbers(facts, random, language);
    return facts;
}

} // namespace Core
