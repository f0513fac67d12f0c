#include "ui/inspector/verdictlegend.h"

#include "ui/base/flowlayout.h"
#include "ui/base/formats.h"
#include "ui/base/labels.h"
#include "ui/base/reasontext.h"
#include "ui/base/verdictmark.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace {

/// The shape of one verdict.
class Swatch final : public QWidget
{
public:
    Swatch(Core::Verdict verdict, QWidget *parent)
        : QWidget(parent)
        , m_verdict(verdict)
    {
        setFixedSize(12, 12);
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
    auto *layout = new FlowLayout(12, this);
    layout->setContentsMargins({});
    for (size_t i = 0; i < m_entries.size(); ++i) {
        m_entries[i] = buildEntry(Core::Verdict(i));
        layout->addWidget(m_entries[i].holder);
    }
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
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const auto verdict = Core::Verdict(i);
        const int count = sums.messagesWith(verdict);
        m_entries[i].text->setText(tr("%1 %2", "verdict, number of messages")
                                       .arg(verdictText(verdict), Formats::number(count)));
        m_entries[i].holder->setToolTip(Formats::exactTokens(sums.tokens[i]));
        m_entries[i].holder->setVisible(count > 0);
    }
}
