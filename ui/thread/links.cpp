#include "ui/thread/links.h"

#include <QCoreApplication>

namespace Links {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype longestTip = 300;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Links)
};

} // namespace

std::optional<QUrl> openable(const QString &target)
{
    const QString address = target.startsWith("www."_L1) ? u"https://"_s + target : target;
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || !url.userInfo().isEmpty())
        return std::nullopt;
    const QString scheme = url.scheme().toLower();
    if ((scheme == "http"_L1 || scheme == "https"_L1) && !url.host().isEmpty())
        return url;
    if (scheme == "mailto"_L1 && url.path().contains(u'@'))
        return url;
    return std::nullopt;
}

QString tip(const QString &target)
{
    const std::optional<QUrl> url = openable(target);
    if (!url)
        return Words::tr("Not opened: only web and mail addresses are. Target: %1")
            .arg(target.left(longestTip).simplified());
    const QString address = url->toString(QUrl::FullyEncoded);
    const QString shown =
        address.size() > longestTip ? address.left(longestTip) + QChar(0x2026) : address;
    if (url->scheme().toLower() == "mailto"_L1)
        return Words::tr("Writes a mail: %1").arg(shown);
    const QString host = url->host(QUrl::FullyEncoded);
    if (!url->hasQuery())
        return Words::tr("Opens %1 in the browser\nHost: %2").arg(shown, host);
    return Words::tr(
               "Opens %1 in the browser\nHost: %2\nSends %n characters along with the address",
               nullptr, int(url->query(QUrl::FullyEncoded).size()))
        .arg(shown, host);
}

} // namespace Links
