#include "ui/inspector/curlcommand.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype longestArgument = 100'000; // Linux takes 131,072 bytes

/// What curl sets by itself, and what would hold a key.
bool isLeftOut(const QByteArray &name)
{
    static const QList<QByteArray> names{"accept-encoding", "api-key",        "authorization",
                                         "connection",      "content-length", "host",
                                         "user-agent",      "x-api-key"};
    return names.contains(name.toLower());
}

/// A word that is no line of the body.
QString delimiterFor(const QString &body)
{
    QString delimiter = u"SKEIN_BODY"_s;
    while (body.contains(delimiter))
        delimiter += u'_';
    return delimiter;
}

} // namespace

QString shellQuoted(const QString &text)
{
    QString quoted = text;
    return u'\'' + quoted.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString curlCommand(const Core::Attempt &attempt)
{
    QStringList parts{u"curl %1"_s.arg(shellQuoted(QString::fromUtf8(attempt.requestUrl))),
                      u"-H \"Authorization: Bearer $SKEIN_KEY\""_s};
    for (const auto &[name, value] : attempt.requestHeaders) {
        if (!isLeftOut(name))
            parts += u"-H %1"_s.arg(shellQuoted(QString::fromUtf8(name + ": " + value)));
    }
    const QString body = QString::fromUtf8(attempt.requestBody);
    if (attempt.requestBody.size() <= longestArgument)
        return (parts << u"--data-raw %1"_s.arg(shellQuoted(body))).join(u" \\\n  "_s);

    const QString delimiter = delimiterFor(body);
    parts += u"--data-binary @- <<'%1'"_s.arg(delimiter);
    return parts.join(u" \\\n  "_s) + u'\n' + body + u'\n' + delimiter;
}
