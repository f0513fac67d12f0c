#include "ui/lab/fatebar.h"

#include "ui/base/colors.h"
#include "ui/base/formats.h"
#include "ui/base/reasontext.h"
#include "ui/base/tooltips.h"
#include "ui/base/verdictmark.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using Core::Presence;

namespace {

std::optional<Core::Verdict> verdictOf(Presence presence)
{
    switch (presence) {
    case Presence::NotSaid:
        return std::nullopt;
    case Presence::Sent:
        return Core::Verdict::Kept;
    case Presence::Shortened:
        return Core::Verdict::Shortened;
    case Presence::Summarised:
        return Core::Verdict::Summarised;
    case Presence::Missing:
        return Core::Verdict::Dropped;
    }
    Q_UNREACHABLE();
}

} // namespace

QString presenceText(Presence presence)
{
    const auto verdict = verdictOf(presence);
    return verdict ? verdictText(*verdict) : FateBar::tr("Not said yet");
}

QString fateText(const Core::FactFate &fate)
{
    const int lost = fate.lostAt();
    const int back = fate.backAt();
    if (lost == 0)
        return fate.byTurn.contains(Presence::Summarised)
            ? FateBar::tr("Sent, or in the summary")
            : FateBar::tr("Never lost");
    if (back == 0)
        return FateBar::tr("Lost at turn %1").arg(Formats::number(lost));
    return FateBar::tr("Lost at turn %1, back at turn %2")
        .arg(Formats::number(lost), Formats::number(back));
}

FateBar::FateBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FateBar::setFate(const Core::FactFate &fate)
{
    m_fate = fate;
    setAccessibleName(fateText(fate));
    update();
}

void FateBar::setTurn(int turn)
{
    m_turn = turn;
    update();
}

int FateBar::turnAt(double x) const
{
    const int turns = int(m_fate.byTurn.size());
    return turns == 0 ? 0 : std::clamp(int(x / std::max(1, width()) * turns) + 1, 1, turns);
}

bool FateBar::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || m_fate.byTurn.isEmpty())
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int turn = turnAt(help->x());
    QToolTip::showText(
        help->globalPos(),
        plainToolTip(tr("Turn %1: %2", "number, what becomes of the message")
                         .arg(Formats::number(turn), presenceText(m_fate.byTurn[turn - 1]))),
        this);
    return true;
}

void FateBar::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && !m_fate.byTurn.isEmpty())
        emit turnActivated(turnAt(event->position().x()));
}

/// Turns that are alike are one block, so that thousands of them are painted as a few.
void FateBar::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), Colors::free(palette()));
    const qsizetype turns = m_fate.byTurn.size();
    const auto xOf = [&](qsizetype turn) {
        return int(turn * width() / std::max<qsizetype>(1, turns));
    };
    for (qsizetype first = 0; first < turns;) {
        qsizetype end = first + 1;
        while (end < turns && m_fate.byTurn[end] == m_fate.byTurn[first])
            ++end;
        if (const auto verdict = verdictOf(m_fate.byTurn[first]))
            paintVerdict(painter,
                         QRect(xOf(first), 0, std::max(1, xOf(end) - xOf(first)), height()),
                         *verdict, Caching::NotCached, palette());
        first = end;
    }
    if (m_turn > 0 && m_turn <= turns)
        painter.fillRect(QRect((xOf(m_turn - 1) + xOf(m_turn)) / 2 - 1, 0, 2, height()),
                         palette().color(QPalette::Text));
}
