#include "ui/inspector/jsonview.h"

#include "ui/base/colors.h"
#include "ui/base/fonts.h"
#include "ui/base/syntaxcolors.h"
#include "ui/inspector/prettyjson.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

namespace {

constexpr int margin = 8;
constexpr int gutterColumns = 2; // for the marks of changes

QColor tokenColor(JsonToken::Kind kind, const QPalette &palette)
{
    switch (kind) {
    case JsonToken::Kind::Name:
        return Colors::syntax(Colors::Syntax::Name, palette);
    case JsonToken::Kind::String:
        return Colors::syntax(Colors::Syntax::String, palette);
    case JsonToken::Kind::Number:
        return Colors::syntax(Colors::Syntax::Number, palette);
    case JsonToken::Kind::Word:
        return Colors::syntax(Colors::Syntax::Keyword, palette);
    }
    Q_UNREACHABLE();
}

} // namespace

/// Paints a row of JSON with its mark of change.
class JsonDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void setHighlighting(bool highlighting) { m_highlighting = highlighting; }

    QSize sizeHint(const QStyleOptionViewItem & /*option*/,
                   const QModelIndex & /*index*/) const override
    {
        return {100, QFontMetrics(Fonts::mono()).height() + 2};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        painter->save();
        painter->setFont(Fonts::mono());
        const QFontMetrics metrics(painter->font());
        const QRect row = option.rect;
        const auto change = index.data(TextRowsModel::ChangeRole).value<Core::DiffKind>();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(row, Colors::accentTint(option.palette));
        else
            paintGround(*painter, row, change, option.palette);

        const int base = row.y() + 1 + metrics.ascent();
        const int left = row.x() + margin + gutterColumns * metrics.horizontalAdvance(u'0');
        const QString text = index.data(Qt::DisplayRole).toString();
        if (index.data(TextRowsModel::SkippedRole).toLongLong() > 0) {
            painter->setPen(Colors::quietText(option.palette));
            painter->drawText(left, base, text);
        } else {
            const bool continues = index.data(TextRowsModel::ContinuesRole).toBool();
            const QList<JsonToken> tokens = m_highlighting
                ? jsonTokens(text, continues ? LineStart::InString : LineStart::Fresh)
                : QList<JsonToken>();
            paintTokens(*painter, {left, base}, text, tokens, option.palette);
        }
        painter->restore();
    }

private:
    static void paintGround(QPainter &painter, const QRect &row, Core::DiffKind change,
                            const QPalette &palette)
    {
        if (change == Core::DiffKind::Same)
            return;
        const bool added = change == Core::DiffKind::Added;
        QColor ground = added ? Colors::good(palette) : Colors::bad(palette);
        painter.setPen(ground);
        painter.drawText(row.adjusted(margin, 1, 0, 0), Qt::AlignLeft | Qt::AlignTop,
                         added ? QStringLiteral("+") : QStringLiteral("\u2212"));
        ground.setAlpha(28);
        painter.fillRect(row, ground);
    }

    static void paintTokens(QPainter &painter, QPoint at, const QString &text,
                            const QList<JsonToken> &tokens, const QPalette &palette)
    {
        const QFontMetrics metrics(painter.font());
        qsizetype done = 0;
        const auto draw = [&](qsizetype length, const QColor &color) {
            const QString piece = text.mid(done, length);
            painter.setPen(color);
            painter.drawText(at, piece);
            at.rx() += metrics.horizontalAdvance(piece);
            done += piece.size();
        };
        const QColor plain = palette.color(QPalette::Text);
        for (const JsonToken &token : tokens) {
            draw(token.start - done, plain);
            draw(token.length, tokenColor(token.kind, palette));
        }
        draw(text.size() - done, plain);
    }

    bool m_highlighting = true;
};

JsonView::JsonView(QWidget *parent)
    : QListView(parent)
    , m_rows(new TextRowsModel(this))
    , m_delegate(new JsonDelegate(this))
{
    setModel(m_rows);
    setItemDelegate(m_delegate);
    setUniformItemSizes(true);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // or the width would change with the text
}

void JsonView::setText(const QString &text)
{
    m_delegate->setHighlighting(text.startsWith(u'{') || text.startsWith(u'['));
    m_rows->setText(text);
}

void JsonView::setChanges(const QString &text, const QList<LineMark> &marks)
{
    m_delegate->setHighlighting(true);
    m_rows->setText(text, marks);
}

void JsonView::copy() const
{
    const QModelIndexList selected = selectionModel()->selectedRows();
    QGuiApplication::clipboard()->setText(selected.isEmpty() ? m_rows->text()
                                                             : m_rows->textOf(selected));
}

void JsonView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

void JsonView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    QListView::keyPressEvent(event);
}

void JsonView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    fitColumns();
}

void JsonView::fitColumns()
{
    const int column = QFontMetrics(Fonts::mono()).horizontalAdvance(u'0');
    m_rows->setColumns((viewport()->width() - 2 * margin) / std::max(1, column) - gutterColumns);
}
