#include "ui/base/verdictlegend.h"

#include "ui/base/flowlayout.h"
#include "ui/base/formats.h"
#include "ui/base/labels.h"
#include "ui/base/reasontext.h"
#include "ui/base/verdictmark.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace {

using enum Core::Verdict;

/// In which order they are named: what is sent comes first.
constexpr std::array order{Kept, Retrieved, Shortened, Summarised, Dropped, Pinned, Excluded};
static_assert(order.size() == Core::PlanSums::verdicts);

constexpr int side = 12;

/// The shape of one verdict.
class Swatch final : public QWidget
{
public:
    Swatch(Core::Verdict verdict, QWidget *parent)
        : QWidget(parent)
        , m_verdict(verdict)
    {
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        paintVerdict(painter, rect(), m_verdict, Caching::NotCached, palette());
    }

private:
    Core::Verdict m_verdict;
};

} // namespace

VerdictLegend::VerdictLegend(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new FlowLayout(8, this);
    layout->setContentsMargins({});
    for (const Core::Verdict verdict : order) {
        Entry &entry = m_entries[size_t(verdict)];
        entry = buildEntry(verdict);
        layout->addWidget(entry.holder);
    }
    retranslate();
}

VerdictLegend::Entry VerdictLegend::buildEntry(Core::Verdict verdict)
{
    Entry entry;
    entry.holder = new QWidget(this);
    auto *row = new QHBoxLayout(entry.holder);
    row->setContentsMargins({});
    row->setSpacing(4);
    row->addWidget(new Swatch(verdict, entry.holder));
    entry.text = Labels::quiet({}, entry.holder);
    entry.text->setWordWrap(false);
    row->addWidget(entry.text);
    return entry;
}

void VerdictLegend::setSums(const Core::PlanSums &sums)
{
    m_sums = sums;
    retranslate();
}

void VerdictLegend::retranslate()
{
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const Entry &entry = m_entries[i];
        const QString name = verdictText(Core::Verdict(i));
        const int count = m_sums ? m_sums->messagesWith(Core::Verdict(i)) : 0;
        entry.holder->setVisible(!m_sums || count > 0);
        entry.holder->setToolTip(m_sums ? Formats::exactTokens(m_sums->tokens[i]) : QString());
        entry.text->setText(
            m_sums ? tr("%1 %2", "verdict, number of messages").arg(name, Formats::number(count))
                   : name);
    }
}

void VerdictLegend::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
