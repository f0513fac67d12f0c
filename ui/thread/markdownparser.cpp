#include "ui/thread/markdownbuilder.h"

namespace Markdown {

namespace {

// Raw HTML is text. Indented text is no code: people paste indented lines and mean no code.
constexpr unsigned dialect = MD_DIALECT_GITHUB | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;

// With this many bare addresses libmd4c 0.4.8 takes noticeable time, with ten times as many a
// hundred times that. They are plain text then; links in brackets still are links.
constexpr qsizetype mostBareAddresses = 4'000;

unsigned dialectFor(const QByteArray &source)
{
    if (source.count("http") + source.count("www.") <= mostBareAddresses)
        return dialect;
    return dialect & ~unsigned(MD_FLAG_PERMISSIVEAUTOLINKS);
}

Builder &builder(void *self)
{
    return *static_cast<Builder *>(self);
}

MD_PARSER parserFor(const QByteArray &source)
{
    MD_PARSER parser{};
    parser.flags = dialectFor(source);
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *self) {
        builder(self).enterBlock(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void * /*detail*/, void *self) {
        builder(self).leaveBlock(type);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *self) {
        builder(self).enterSpan(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void * /*detail*/, void *self) {
        builder(self).leaveSpan(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *self) {
        builder(self).text(type, {text, qsizetype(size)});
        return 0;
    };
    return parser;
}

} // namespace

Blocks parse(QStringView source, int offset)
{
    const QByteArray bytes = source.toUtf8();
    Builder receiver(bytes, offset);
    const MD_PARSER parser = parserFor(bytes);
    md_parse(bytes.constData(), MD_SIZE(bytes.size()), &parser, &receiver);
    return receiver.takeBlocks();
}

} // namespace Markdown
