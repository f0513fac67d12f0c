#include "ui/inspector/plandelegate.h"

#include "ui/base/colors.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/reasontext.h"
#include "ui/base/verdictmark.h"
#include "ui/inspector/planmodel.h"

#include <QPainter>

#include <algorithm>
#include <utility>

namespace {

constexpr int margin = 8;
constexpr int markWidth = 6;
constexpr int gap = 8;

QRect textArea(const QRect &row)
{
    return row.adjusted(margin + markWidth + gap, margin / 2, -margin, -margin / 2);
}

/// "User · Kept: among the last 20 messages · score 0.83"
QString secondPart(const QModelIndex &index)
{
    QStringList parts{roleText(index.data(PlanModel::RoleRole).value<Core::Role>()),
                      index.data(PlanModel::ReasonRole).toString()};
    if (const QVariant score = index.data(PlanModel::ScoreRole); score.isValid())
        parts += PlanDelegate::tr("score %1").arg(QLocale().toString(score.toDouble(), 'f', 2));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

PlanDelegate::PlanDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{
}

bool PlanDelegate::measure(const QStringList &reasons, int width)
{
    const QFontMetrics metrics(Fonts::small());
    const QRect area = textArea({0, 0, std::max(width, 80), 1000});
    // The longest writer and a score may stand on the line with any of the reasons.
    const QString around = QStringLiteral(" · ") + roleText(Core::Role::Assistant)
        + QStringLiteral(" · ") + tr("score %1").arg(QLocale().toString(0.88, 'f', 2));
    int height = metrics.height();
    for (const QString &reason : reasons) {
        const QRect needed = metrics.boundingRect(area, Qt::TextWordWrap, reason + around);
        height = std::max(height, needed.height());
    }
    return std::exchange(m_reasonHeight, height) != height;
}

QSize PlanDelegate::sizeHint(const QStyleOptionViewItem & /*option*/,
                             const QModelIndex & /*index*/) const
{
    return {120, margin + QFontMetrics(Fonts::body()).height() + 2 + m_reasonHeight};
}

void PlanDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    painter->save();
    const bool selected = option.state & QStyle::State_Selected;
    if (selected)
        painter->fillRect(option.rect, Colors::accentTint(option.palette));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, Colors::hoverTint(option.palette));

    const auto verdict = index.data(PlanModel::VerdictRole).value<Core::Verdict>();
    const QRect mark(option.rect.x() + margin, option.rect.y() + margin, markWidth,
                     option.rect.height() - 2 * margin);
    paintVerdict(*painter, mark, verdict,
                 index.data(PlanModel::CachedRole).toBool() ? Caching::Cached : Caching::NotCached,
                 option.palette);

    const QRect area = textArea(option.rect);
    const QFontMetrics metrics(Fonts::body());
    const QString tokens = Formats::tokens(index.data(PlanModel::TokensRole).toInt());
    const int tokensWidth = metrics.horizontalAdvance(tokens);
    painter->setFont(Fonts::body());
    painter->setPen(Core::isSent(verdict) ? option.palette.color(QPalette::Text)
                                          : Colors::quietText(option.palette));
    painter->drawText(area, Qt::AlignTop | Qt::AlignRight, tokens);
    painter->drawText(area, Qt::AlignTop | Qt::AlignLeft,
                      metrics.elidedText(index.data(PlanModel::TextRole).toString(), Qt::ElideRight,
                                         area.width() - tokensWidth - gap));

    painter->setFont(Fonts::small());
    painter->setPen(Colors::quietText(option.palette));
    painter->drawText(area.adjusted(0, metrics.height() + 2, 0, 0), Qt::TextWordWrap,
                      secondPart(index));
    painter->setPen(Colors::line(option.palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}
