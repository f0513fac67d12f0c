#pragma once

#include <QString>
#include <QUrl>

#include <optional>

/// Which links of a message may be opened, and what is said of them first. What a model wrote
/// is never trusted: only web and mail addresses are opened, after a click.
namespace Links {

/// The target, if it is one that may be opened: http, https or mailto, with a host or address
/// and without credentials, which serve only to fake a host.
std::optional<QUrl> openable(const QString &target);

/// Where the link leads, in plain words, with the true host in ASCII; or why it is not opened.
QString tip(const QString &target);

} // namespace Links
