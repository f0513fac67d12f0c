#include "ui/cost/costnotices.h"

#include "ui/base/icons.h"
#include "ui/base/labels.h"
#include "ui/cost/costwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace {

constexpr int mostAnomalies = 3;
constexpr int iconSize = 16;

} // namespace

CostNotices::CostNotices(QWidget *parent)
    : Card(parent)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(12, 8, 12, 8);
    m_lines->setSpacing(4);
    hide();
}

void CostNotices::show(const Core::CostFigures &figures)
{
    const auto old = findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    for (QWidget *line : old) {
        m_lines->removeWidget(line);
        line->hide();
        line->deleteLater(); // its button may be what brought us here
    }
    const qsizetype shown = std::min<qsizetype>(figures.anomalies.size(), mostAnomalies);
    for (qsizetype i = 0; i < shown; ++i)
        addLine(CostWords::anomaly(figures.anomalies[i]), &figures.anomalies[i]);
    if (figures.anomalies.size() > shown)
        addLine(tr("%Ln earlier days of the period were unusual too.", nullptr,
                   int(figures.anomalies.size() - shown)),
                nullptr);
    if (!figures.unpricedModels.isEmpty())
        addLine(CostWords::unpriced(figures.unpricedModels), nullptr);
    setVisible(m_lines->count() > 0);
}

void CostNotices::addLine(const QString &words, const Core::Anomaly *anomaly)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(8);
    auto *icon = new QLabel(line);
    icon->setPixmap(Icons::icon(Icons::Name::Warning).pixmap(iconSize));
    row->addWidget(icon);
    row->addWidget(Labels::body(words, line), 1);
    if (anomaly) {
        auto *button = new QPushButton(tr("Show its requests"), line);
        button->setAccessibleDescription(words);
        connect(button, &QPushButton::clicked, this,
                [this, shown = *anomaly] { emit anomalyActivated(shown); });
        row->addWidget(button);
    }
    m_lines->addWidget(line);
}
