#include "core/net/openaiclient.h"

#include "core/base/async.h"
#include "core/base/redact.h"
#include "core/net/documentcall.h"
#include "core/net/networkrules.h"
#include "core/net/openaireply.h"
#include "core/net/wirejson.h"

using namespace Qt::Literals::StringLiterals;

namespace Core {

namespace {

/// OpenAI: {"data": [{"id"}]}; some servers send the bare list, or {"models": [{"name"}]}.
Result<QStringList> modelNames(const Result<QByteArray> &body)
{
    if (!body)
        return body.error();
    WireParser parser;
    const Result<WireJson> root = parser.parse(*body);
    if (!root)
        return root.error();
    WireJson list = *root;
    for (const char *key : {"data", "models"}) {
        if ((*root)[key].isArray())
            list = (*root)[key];
    }
    if (!list.isArray())
        return Error{Error::Kind::BadReply, u"no list of models"_s};

    QStringList names;
    for (const WireJson &model : list.elements()) {
        for (const QString &name : {model["id"].text(), model["name"].text(), model.text()}) {
            if (!name.isEmpty()) {
                names.append(name);
                break;
            }
        }
    }
    return names;
}

} // namespace

OpenAiClient::OpenAiClient(const Clock &clock)
    : m_clock(clock)
    , m_pool(std::make_shared<NetworkPool>())
    , m_calls(std::make_unique<QObject>())
{
}

OpenAiClient::~OpenAiClient() = default;

ChatReply *OpenAiClient::send(const ChatRequest &request, QObject *owner)
{
    return new OpenAiReply(m_pool, m_clock, request, owner);
}

QFuture<Result<QStringList>> OpenAiClient::models(const Provider &provider, const QByteArray &key)
{
    rememberSecret(key);
    const Result<QUrl> url = endpoint(provider.baseUrl, u"models");
    if (!url)
        return readyFuture<Result<QStringList>>(url.error());
    if (const auto usable = checkKey(key); !usable)
        return readyFuture<Result<QStringList>>(usable.error());
    const HttpCall call{.method = HttpCall::Method::Get, .url = *url, .key = key};
    return fetchDocument(m_pool, m_clock, call, m_calls.get()).then(modelNames);
}

} // namespace Core
