#include "core/settings/settings.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

QString filePath(const QString &folder)
{
    return QDir(folder).filePath(u"settings.json"_s);
}

/// Visits every field with its name, so that loading and saving cannot drift apart.
template <typename Struct, typename Visitor>
void visitProvider(Struct &provider, Visitor &&visit)
{
    visit("name"_L1, provider.name);
    visit("preset"_L1, provider.preset);
    visit("base_url"_L1, provider.baseUrl);
    visit("model"_L1, provider.model);
    visit("weight"_L1, provider.weight);
    visit("seat"_L1, provider.seat);
    visit("needs_key"_L1, provider.needsKey);
    visit("key_variable"_L1, provider.keyVariable);
    visit("requests_per_minute"_L1, provider.requestsPerMinute);
    visit("tokens_per_minute"_L1, provider.tokensPerMinute);
    visit("keys_share_limits"_L1, provider.keysShareLimits);
    visit("accepts_stream_options"_L1, provider.acceptsStreamOptions);
    visit("wants_max_completion_tokens"_L1, provider.wantsMaxCompletionTokens);
}

template <typename Struct, typename Visitor>
void visitSettings(Struct &settings, Visitor &&visit)
{
    visit("language"_L1, settings.language);
    visit("theme"_L1, settings.theme);
    visit("enter_sends"_L1, settings.enterSends);
    visit("cost_in_list"_L1, settings.costInList);
    visit("reduced_motion"_L1, settings.reducedMotion);
    visit("user_name"_L1, settings.userName);
    visit("store_location"_L1, settings.storeLocation);
    visit("shared_cache"_L1, settings.sharedCache);
    visit("backups_kept"_L1, settings.backupsKept);
    visit("backups_folder"_L1, settings.backupsFolder);
    visit("providers"_L1, settings.providers);
    visit("provider"_L1, settings.provider);
    visit("control"_L1, settings.control);
    visit("model"_L1, settings.model);
    visit("strategy"_L1, settings.strategy);
    visit("budget_tokens"_L1, settings.budgetTokens);
    visit("reply_reserve"_L1, settings.replyReserve);
    visit("temperature"_L1, settings.temperature);
    visit("max_tokens"_L1, settings.maxTokens);
    visit("summary_provider"_L1, settings.summaryProvider);
    visit("summary_model"_L1, settings.summaryModel);
    visit("welcomed"_L1, settings.welcomed);
}

class Reader
{
public:
    explicit Reader(QJsonObject object)
        : m_object(std::move(object))
    {
    }

    void operator()(QLatin1StringView name, QString &field) const
    {
        field = m_object[name].toString(field);
    }
    void operator()(QLatin1StringView name, bool &field) const
    {
        field = m_object[name].toBool(field);
    }
    void operator()(QLatin1StringView name, int &field) const
    {
        field = m_object[name].toInt(field);
    }
    void operator()(QLatin1StringView name, double &field) const
    {
        field = m_object[name].toDouble(field);
    }
    void operator()(QLatin1StringView name, QUrl &field) const
    {
        if (m_object.contains(name))
            field = QUrl(m_object[name].toString());
    }
    void operator()(QLatin1StringView name, QList<Provider> &field) const
    {
        if (!m_object.contains(name))
            return;
        field.clear();
        const QJsonArray array = m_object[name].toArray();
        for (const QJsonValue &each : array) {
            Provider provider;
            visitProvider(provider, Reader(each.toObject()));
            if (!provider.name.isEmpty())
                field.append(provider);
        }
    }

private:
    QJsonObject m_object;
};

class Writer
{
public:
    explicit Writer(QJsonObject &object)
        : m_object(object)
    {
    }

    template <typename Field>
    void operator()(QLatin1StringView name, const Field &field) const
    {
        m_object[name] = field;
    }
    void operator()(QLatin1StringView name, const QUrl &field) const
    {
        m_object[name] = field.toString();
    }
    void operator()(QLatin1StringView name, const QList<Provider> &field) const
    {
        QJsonArray array;
        for (const Provider &provider : field) {
            QJsonObject object;
            visitProvider(provider, Writer(object));
            array.append(object);
        }
        m_object[name] = array;
    }

private:
    QJsonObject &m_object;
};

Result<QJsonObject> readObject(const QString &folder)
{
    QFile file(filePath(folder));
    if (!file.exists())
        return QJsonObject();
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Kind::FileAccess, file.errorString(), file.fileName()};
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll(), &parse);
    if (!document.isObject())
        return Error{Error::Kind::BadInput, parse.errorString(),
                     u"%1, byte %2"_s.arg(file.fileName()).arg(parse.offset)};
    return document.object();
}

} // namespace

Result<Settings> loadSettings(const QString &folder)
{
    const auto object = readObject(folder);
    if (!object)
        return object.error();
    Settings settings;
    visitSettings(settings, Reader(*object));
    return settings;
}

Result<void> saveSettings(const QString &folder, const Settings &settings)
{
    auto existing = readObject(folder);
    if (!existing)
        return existing.error(); // never write over what cannot be read
    QJsonObject object = *std::move(existing);
    visitSettings(settings, Writer(object));

    if (!QDir().mkpath(folder))
        return Error{Error::Kind::FileAccess, u"the folder cannot be made"_s, folder};
    QSaveFile file(filePath(folder));
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0
        || !file.commit())
        return Error{Error::Kind::FileAccess, file.errorString(), file.fileName()};
    return {};
}

} // namespace Core
