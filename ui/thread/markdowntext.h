#pragma once

#include "ui/thread/markdownblocks.h"

#include <QByteArray>
#include <QCoreApplication>

#include <md4c.h>

namespace Markdown {

/// The text of an attribute such as the target of a link, with its entities decoded.
QString attributeText(const MD_ATTRIBUTE &attribute);

/// Positions in UTF-8 turned into positions in UTF-16. Cheap as long as questions come in
/// ascending order, which those of the parser do but for a few steps back.
class Utf16Positions
{
public:
    Utf16Positions(const QByteArray &bytes, int offset);
    int at(qsizetype byte);

private:
    int unitsAt(qsizetype byte) const;

    const QByteArray &m_bytes;
    qsizetype m_byte = 0;
    int m_position;
};

/// Appends what libmd4c finds within lines to texts: knows the looks, links and images that
/// are open, and where in the source everything stands. Used by Builder only.
class TextWriter
{
    Q_DECLARE_TR_FUNCTIONS(Markdown)
    Q_DISABLE_COPY_MOVE(TextWriter)

public:
    TextWriter(const QByteArray &source, int offset);

    void enter(Text &target, MD_SPANTYPE type, void *detail);
    void leave(Text &target, MD_SPANTYPE type);
    void write(Text &target, MD_TEXTTYPE type, QByteArrayView bytes);

private:
    void enterLink(const MD_ATTRIBUTE &target);
    int *counterOf(MD_SPANTYPE type);
    Styles styles() const;
    void append(Text &target, const QString &shown, int source, int sourceLength) const;
    void appendMade(Text &target, QChar character) const;
    void appendSpan(Text &target, int start, int length) const;

    const QByteArray &m_bytes;
    Utf16Positions m_positions;
    qsizetype m_linkBudget; ///< one definition may be the target of thousands of links
    int m_bold = 0;
    int m_italic = 0;
    int m_strike = 0;
    int m_code = 0;
    QStringList m_links; ///< targets of the links we are in
    QStringList m_images; ///< sources of the images we are in
};

} // namespace Markdown
