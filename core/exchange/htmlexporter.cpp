#include "core/exchange/htmlexporter.h"

#include "core/base/redact.h"
#include "core/chat/branch.h"
#include "core/exchange/codefences.h"
#include "core/exchange/contentparts.h"
#include "core/exchange/exportwords.h"

#include <QCryptographicHash>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto style = R"(
:root { color-scheme: light dark; --text: #1c1e21; --soft: #57606a; --page: #ffffff;
  --user: #eef4ff; --line: #d8dee4; --code: #f4f5f7; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e8eb; --soft: #a0a8b2; --page: #16181c;
  --user: #1d2a3f; --line: #353b43; --code: #22262c; } }
body { margin: 2rem auto; max-width: 48rem; padding: 0 1rem; background: var(--page);
  color: var(--text); font: 1rem/1.55 "Inter", "Noto Sans", sans-serif; }
article { margin: 1rem 0; padding: .75rem 1rem; border: 1px solid var(--line);
  border-radius: .5rem; }
article.user { background: var(--user); }
h2, h3 { line-height: 1.3; }
h3 { margin: 0 0 .5rem; font-size: 1rem; }
h3 small, p.facts { color: var(--soft); font-size: .85rem; font-weight: normal; }
div { white-space: pre-wrap; overflow-wrap: anywhere; }
details { color: var(--soft); margin-bottom: .5rem; }
pre { background: var(--code); padding: .75rem; border-radius: .35rem; overflow-x: auto;
  margin: .5rem 0; }
@media print { article { break-inside: avoid; } }
)"_L1;

/// Characters that HTML does not allow become U+FFFD.
QString escaped(QString text)
{
    for (QChar &c : text) {
        const bool isControl = c < u' ' && c != u'\n' && c != u'\t' && c != u'\r';
        if (isControl || (c >= QChar(0x7f) && c <= QChar(0x9f)))
            c = QChar::ReplacementCharacter;
    }
    return text.toHtmlEscaped();
}

QString textHtml(const QString &text)
{
    QString html;
    const QList<TextStretch> stretches = stretchesOf(text);
    for (const TextStretch &stretch : stretches) {
        const QString body = escaped(stretch.text);
        if (stretch.isCode)
            html += u"<pre><code>"_s + body + u"</code></pre>\n"_s;
        else if (!body.trimmed().isEmpty())
            html += u"<div dir=\"auto\">"_s + body + u"</div>\n"_s;
    }
    return html;
}

QString messageHtml(const Message &message)
{
    const QString facts =
        joined({message.model, timeWords(message.createdAt), statusWords(message)}, u" · "_s);
    QString html = u"<article class=\"%1\">\n<h3>"_s.arg(roleName(message.role))
        + escaped(speakerOf(message)) + u" <small>"_s + escaped(facts) + u"</small></h3>\n"_s;
    if (!message.reasoning.isEmpty())
        html += u"<details><summary>Reasoning</summary>\n"_s + textHtml(message.reasoning)
            + u"</details>\n"_s;
    html += textHtml(message.content);
    for (const ToolCall &call : message.toolCalls)
        html += u"<div>Calls "_s + escaped(call.name) + u":</div>\n<pre><code>"_s
            + escaped(call.arguments) + u"</code></pre>\n"_s;
    return html + u"</article>\n"_s;
}

} // namespace

QByteArray HtmlExporter::begin()
{
    const QByteArray sheet(style.data(), style.size());
    const QByteArray digest =
        QCryptographicHash::hash(sheet, QCryptographicHash::Sha256).toBase64();
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
           "style-src 'sha256-"
        + digest
        + "'; base-uri 'none'; form-action 'none'\">\n"
          "<meta name=\"viewport\" content=\"width=device-width\">\n"
          "<meta name=\"referrer\" content=\"no-referrer\">\n"
          "<title>Conversations</title>\n<style>"
        + sheet + "</style>\n</head>\n<body>\n<main>\n";
}

QByteArray HtmlExporter::conversation(const Bundle &bundle)
{
    const Conversation &conversation = bundle.conversation;
    const QString facts = joined(
        {timeWords(conversation.createdAt), conversation.model, conversation.tags.join(u", "_s)},
        u" · "_s);
    QString html = u"<section>\n<h2>"_s + escaped(conversation.title) + u"</h2>\n"_s;
    if (!facts.isEmpty())
        html += u"<p class=\"facts\">"_s + escaped(facts) + u"</p>\n"_s;
    const MessageTree tree(bundle.messages, conversation.activeLeaf);
    const QList<Message> branch = tree.branch();
    for (const Message &message : branch)
        html += messageHtml(message);
    return redacted((html + u"</section>\n"_s).toUtf8());
}

QByteArray HtmlExporter::end()
{
    return "</main>\n</body>\n</html>\n";
}

} // namespace Core
