#include "ui/mainwindow/exchangetexts.h"

#include "ui/base/formats.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Gives the free functions here their context for translation.
struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

} // namespace

namespace ExchangeTexts {

QString openTitle()
{
    return Texts::tr("Import conversations");
}

QString openFilter()
{
    return Texts::tr("Exports of chat programs (*.json *.jsonl *.zip *.csv)") + u";;"_s
        + Texts::tr("All files (*)");
}

QString saveTitle()
{
    return Texts::tr("Export the conversation");
}

QList<QPair<QString, QString>> saveKinds()
{
    return {{Texts::tr("Markdown (*.md)"), u"markdown"_s},
            {Texts::tr("Web page (*.html)"), u"html"_s},
            {Texts::tr("Skein, lossless (*.json)"), u"skein"_s},
            {Texts::tr("OpenAI chat lines (*.jsonl)"), u"openai-jsonl"_s},
            {Texts::tr("Table (*.csv)"), u"csv"_s}};
}

QString suggestedName(const QString &conversationTitle)
{
    QString name;
    for (const QChar letter : conversationTitle.simplified().left(60))
        name += u"/\\:*?\"<>|"_s.contains(letter) ? u'-' : letter;
    return name.isEmpty() ? Texts::tr("Conversation", "as the name of a file") : name;
}

QString reading(qint64 conversations)
{
    return Texts::tr("Importing: %n conversation(s) so far.", nullptr, int(conversations));
}

QString cancel()
{
    return Texts::tr("Cancel");
}

QString showLeftOut()
{
    return Texts::tr("What was left out");
}

QString read(qint64 added, qint64 messages, qint64 there, qint64 leftOut)
{
    QStringList sentences;
    if (added > 0 || there == 0)
        sentences += Texts::tr("Imported %Ln conversation(s), %1.", nullptr, int(added))
                         .arg(Texts::tr("%Ln message(s)", nullptr, int(messages)));
    if (there > 0)
        sentences += Texts::tr("%n conversation(s) were there already.", nullptr, int(there));
    if (leftOut > 0)
        sentences +=
            Texts::tr("%n thing(s) could not be read and were left out.", nullptr, int(leftOut));
    return sentences.join(u' ');
}

QString leftOut(const QList<Core::LeftOut> &list)
{
    constexpr qsizetype shown = 8; // the banner stays a banner
    QStringList lines;
    for (const Core::LeftOut &each : list.first(std::min(shown, list.size())))
        lines += u"%1: %2"_s.arg(each.where, each.reason);
    if (list.size() > shown)
        lines += Texts::tr("and %n more", nullptr, int(list.size() - shown));
    return lines.join(u'\n');
}

QString written(const QString &path)
{
    return Texts::tr("Exported to %1").arg(path);
}

} // namespace ExchangeTexts
