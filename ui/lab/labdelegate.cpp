#include "ui/lab/labdelegate.h"

#include "ui/base/colors.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/verdictmark.h"
#include "ui/lab/labmatrixmodel.h"

#include <QPainter>

namespace {

constexpr int margin = 8;
constexpr int markWidth = 8;
constexpr double tint = 0.22; // of the verdict's colour, so that text on it stays readable

void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QColor &verdict)
{
    QColor ground = verdict;
    ground.setAlphaF(tint);
    painter.fillRect(option.rect, ground);
    if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, Colors::hoverTint(option.palette));
}

void paintFrame(QPainter &painter, const QStyleOptionViewItem &option)
{
    painter.setPen(Colors::line(option.palette));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter.drawLine(option.rect.topRight(), option.rect.bottomRight());
    if (option.state & QStyle::State_Selected) {
        painter.setPen(QPen(Colors::accent(option.palette), 2));
        painter.drawRect(option.rect.adjusted(1, 1, -2, -2));
    }
}

QString tokensOf(const QModelIndex &index, Core::Verdict verdict)
{
    const int tokens = index.data(LabMatrixModel::TokensRole).toInt();
    const int sent = index.data(LabMatrixModel::SentTokensRole).toInt();
    if (Core::isSent(verdict) && sent < tokens)
        return LabDelegate::tr("%1 of %2", "tokens sent, tokens of the whole message")
            .arg(Formats::number(sent), Formats::number(tokens));
    return Formats::number(Core::isSent(verdict) ? sent : tokens);
}

} // namespace

LabDelegate::LabDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

void LabDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                        const QModelIndex &index) const
{
    painter->save();
    const QVariant known = index.data(LabMatrixModel::VerdictRole);
    if (!known.isValid()) {
        paintFrame(*painter, option);
        painter->restore();
        return;
    }
    const auto verdict = known.value<Core::Verdict>();
    if (Core::isSent(verdict) || verdict == Core::Verdict::Summarised)
        paintGround(*painter, option, Colors::verdict(verdict, option.palette));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, Colors::hoverTint(option.palette));

    const QRect mark(option.rect.x(), option.rect.y(), markWidth, option.rect.height() - 1);
    paintVerdict(*painter, mark, verdict, Caching::NotCached, option.palette);

    const QRect area = option.rect.adjusted(markWidth + margin, 0, -margin, 0);
    const QString tokens = tokensOf(index, verdict);
    painter->setFont(Fonts::small());
    painter->setPen(Core::isSent(verdict) ? option.palette.color(QPalette::Text)
                                          : Colors::quietText(option.palette));
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignRight, tokens);
    painter->drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
                      index.data(Qt::DisplayRole).toString());
    paintFrame(*painter, option);
    painter->restore();
}
