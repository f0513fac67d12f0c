#include "ui/lab/verdictkey.h"

#include "ui/base/flowlayout.h"
#include "ui/base/labels.h"
#include "ui/base/reasontext.h"
#include "ui/base/verdictmark.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace {

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

VerdictKey::VerdictKey(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new FlowLayout(8, this);
    layout->setContentsMargins({});
    using enum Core::Verdict;
    for (const Core::Verdict verdict :
         {Kept, Retrieved, Shortened, Summarised, Dropped, Pinned, Excluded}) {
        auto *entry = new QWidget(this);
        auto *row = new QHBoxLayout(entry);
        row->setContentsMargins({});
        row->setSpacing(4);
        row->addWidget(new Swatch(verdict, entry));
        QLabel *name = Labels::quiet({}, entry);
        name->setWordWrap(false);
        row->addWidget(name);
        layout->addWidget(entry);
        m_names.append({verdict, name});
    }
    retranslate();
}

void VerdictKey::retranslate()
{
    for (const auto &[verdict, name] : std::as_const(m_names))
        name->setText(verdictText(verdict));
}

void VerdictKey::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
