#include "core/exchange/codefences.h"

#include <QStringView>

namespace Core {

namespace {

struct Fence
{
    QString marks; ///< "```", "~~~~"; empty: the line is no fence
    QString rest; ///< what stands behind them
};

Fence fenceIn(QStringView line)
{
    const QStringView text = line.trimmed();
    const qsizetype indent = line.indexOf(text);
    if (indent > 3 || text.size() < 3 || (text[0] != u'`' && text[0] != u'~'))
        return {};
    qsizetype length = 0;
    while (length < text.size() && text[length] == text[0])
        ++length;
    const QStringView rest = text.sliced(length).trimmed();
    if (length < 3 || (text[0] == u'`' && rest.contains(u'`'))) // else code within a line
        return {};
    return {text.first(length).toString(), rest.toString()};
}

bool closes(const Fence &fence, const QString &open)
{
    return fence.rest.isEmpty() && fence.marks.startsWith(open);
}

/// Goes through the lines; `open` is the fence that is open behind the last one.
class Cutter
{
public:
    void read(QStringView line)
    {
        const Fence fence = fenceIn(line);
        if (open.isEmpty() ? !fence.marks.isEmpty() : closes(fence, open)) {
            finish();
            open = open.isEmpty() ? fence.marks : QString();
            m_stretch = {.language = fence.rest.section(u' ', 0, 0), .isCode = !open.isEmpty()};
            m_isEmpty = true;
            return;
        }
        if (!m_isEmpty)
            m_stretch.text += u'\n';
        m_stretch.text += line;
        m_isEmpty = false;
    }

    void finish()
    {
        if (!m_isEmpty || m_stretch.isCode)
            stretches.append(m_stretch);
    }

    QList<TextStretch> stretches;
    QString open;

private:
    TextStretch m_stretch;
    bool m_isEmpty = true;
};

Cutter cut(const QString &text)
{
    Cutter cutter;
    const QList<QStringView> lines = QStringView(text).split(u'\n');
    for (const QStringView line : lines)
        cutter.read(line.endsWith(u'\r') ? line.chopped(1) : line);
    cutter.finish();
    return cutter;
}

} // namespace

QList<TextStretch> stretchesOf(const QString &text)
{
    return text.isEmpty() ? QList<TextStretch>() : cut(text).stretches;
}

QString missingFence(const QString &text)
{
    return cut(text).open;
}

} // namespace Core
