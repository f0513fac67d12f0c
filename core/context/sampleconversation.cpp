#include "core/context/sampleconversation.h"

#include "core/base/id.h"
#include "core/base/resources.h"
#include "core/context/samplefacts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

QJsonObject loaded(const QString &path)
{
    const QByteArray json = readResource(path);
    return QJsonDocument::fromJson(json).object();
}

const QJsonObject &dataOf(TextLanguage language)
{
    static const QJsonObject english = loaded(u":/samples/english.json"_s);
    static const QJsonObject vietnamese = loaded(u":/samples/vietnamese.json"_s);
    return language == TextLanguage::English ? english : vietnamese;
}

/// Writes one conversation, message by message.
class Writer
{
public:
    Writer(quint64 seed, const SampleOptions &options)
        : m_random(seed * 0x9e37'79b9'7f4a'7c15ULL + 1)
        , m_options(options)
    {
        m_made.id = derivedId(u"sample conversation"_s, QString::number(seed));
        const bool english = m_random.oneIn(2);
        m_made.language =
            options.language.value_or(english ? TextLanguage::English : TextLanguage::Vietnamese);
        const qint64 minutes = m_random.below(360 * 24 * 60);
        m_now = options.start.isValid()
            ? options.start.toUTC()
            : QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC).addSecs(60 * minutes);
    }

    SampleConversation write() &&
    {
        const QJsonObject &data = dataOf(m_made.language);
        const QJsonArray people = data[u"people"_s].toArray();
        const int person = m_random.below(int(people.size()));
        m_made.userName = people[person].toString();
        m_made.userId = u"%1-%2"_s.arg(m_made.language == TextLanguage::English ? u"en"_s : u"vi"_s)
                            .arg(person + 1, 2, 10, QLatin1Char('0'));
        m_facts[u"shop"_s] = m_random.of(data[u"shops"_s]);
        say(Role::System, m_random.of(data[u"system"_s]));

        const int matters = m_options.matters > 0 ? m_options.matters : drawnMatters();
        for (int i = 0; i < matters; ++i)
            writeMatter(data);
        return std::move(m_made);
    }

private:
    int drawnMatters()
    {
        const int draw = m_random.below(20);
        return draw < 12 ? 1 : draw < 17 ? 2 : draw < 19 ? 3 : m_random.between(5, 9);
    }

    /// A matter not had yet, as long as there is one.
    QJsonObject drawMatter(const QJsonArray &matters)
    {
        QJsonObject matter;
        for (int tries = 0; tries < 40; ++tries) {
            matter = matters[m_random.below(int(matters.size()))].toObject();
            if (!m_made.tags.contains(matter[u"tag"_s].toString()))
                break;
        }
        return matter;
    }

    QJsonObject drawProduct(const QJsonArray &products, bool worn)
    {
        QJsonObject product;
        for (int tries = 0; tries < 60; ++tries) {
            product = products[m_random.below(int(products.size()))].toObject();
            const bool isNew = !m_products.contains(product[u"name"_s].toString());
            if (isNew && (!worn || product[u"worn"_s].toBool()))
                break;
        }
        m_products += product[u"name"_s].toString();
        return product;
    }

    void writeMatter(const QJsonObject &data)
    {
        const QJsonObject matter = drawMatter(data[u"scenarios"_s].toArray());
        const QString tag = matter[u"tag"_s].toString();
        const bool isRepeated = m_made.tags.contains(tag);
        const QJsonObject product =
            drawProduct(data[u"products"_s].toArray(), matter[u"worn"_s].toBool());
        const QString shop = m_facts[u"shop"_s];
        m_facts = sampleFacts(m_random, data, product, m_made.language, m_now);
        m_facts[u"shop"_s] = shop;
        m_evidence.clear();
        if (m_made.title.isEmpty())
            m_made.title = filled(m_random.of(matter[u"titles"_s]));
        if (!isRepeated)
            m_made.tags += tag;

        for (const QJsonValue &turn : matter[u"turns"_s].toArray())
            writeTurn(turn.toArray(), data);
        addProbes(matter[u"probes"_s].toArray(), tag, isRepeated);
        m_now = m_now.addSecs(3600 * m_random.between(5, 200));
    }

    void writeTurn(const QJsonArray &turn, const QJsonObject &data)
    {
        const QString kind = turn[0].toString();
        if (kind == "tool"_L1)
            return lookUp(turn);
        const bool isUser = kind == "user"_L1;
        if (isUser && m_random.oneIn(4) && m_made.messages.size() > 1)
            digress(data[u"fillers"_s].toArray());
        say(isUser ? Role::User : Role::Assistant, m_random.of(turn[1]));
    }

    /// A question about something else in between, as people ask.
    void digress(const QJsonArray &fillers)
    {
        const QJsonArray filler = fillers[m_random.below(int(fillers.size()))].toArray();
        say(Role::User, m_random.of(filler[0]));
        say(Role::Assistant, m_random.of(filler[1]));
    }

    void lookUp(const QJsonArray &turn)
    {
        if (!m_options.toolCalls || m_random.oneIn(2))
            return;
        const QString call = u"call_"_s + m_random.digits(8);
        say(Role::Assistant, {});
        m_made.messages.last().toolCalls = {{call, turn[1].toString(), filled(turn[2].toString())}};
        say(Role::Tool, turn[3].toString());
        m_made.messages.last().toolCallId = call;
    }

    void say(Role role, const QString &pattern)
    {
        const QString previous = m_made.messages.isEmpty() ? QString() : m_made.messages.last().id;
        m_now =
            m_now.addSecs(role == Role::User ? m_random.between(20, 400) : m_random.between(2, 15));
        m_made.messages.append({.id = derivedId(m_made.id, QString::number(m_made.messages.size())),
                                .parentId = previous,
                                .conversationId = m_made.id,
                                .role = role,
                                .createdAt = m_now,
                                .sequence = m_made.messages.size()});
        m_made.messages.last().content = filled(pattern);
    }

    /// The pattern with its facts. "%refund!%" is where the fact is told: the newest message is
    /// the evidence for it.
    QString filled(const QString &pattern)
    {
        static const QRegularExpression place(u"%([a-z]+)(!?)%"_s);
        QString text;
        qsizetype done = 0;
        for (auto at = place.globalMatch(pattern); at.hasNext();) {
            const QRegularExpressionMatch match = at.next();
            text += QStringView(pattern).sliced(done, match.capturedStart() - done);
            text += m_facts.value(match.captured(1));
            done = match.capturedEnd();
            if (match.capturedLength(2) > 0 && !m_made.messages.isEmpty())
                m_evidence.insert(match.captured(1), m_made.messages.last().id);
        }
        return text.append(QStringView(pattern).sliced(done));
    }

    /// Of a matter had before, only questions that name the product can be told apart.
    void addProbes(const QJsonArray &probes, const QString &tag, bool isRepeated)
    {
        for (const QJsonValue &value : probes) {
            const QJsonArray probe = value.toArray();
            const QString fact = probe[0].toString();
            const QString question = m_random.of(probe[1]);
            const QStringList evidence = m_evidence.values(fact);
            if (evidence.isEmpty() || (isRepeated && !question.contains(u"%product%"_s)))
                continue;
            m_made.probes.append({filled(question), evidence, tag, m_facts.value(fact)});
        }
    }

    SampleRandom m_random;
    SampleOptions m_options;
    SampleConversation m_made;
    QDateTime m_now;
    QMap<QString, QString> m_facts;
    QMultiMap<QString, QString> m_evidence;
    QStringList m_products;
};

} // namespace

SampleConversation sampleConversation(quint64 seed, const SampleOptions &options)
{
    return Writer(seed, options).write();
}

} // namespace Core
