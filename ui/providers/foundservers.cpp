#include "ui/providers/foundservers.h"

#include "ui/base/labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

FoundServers::FoundServers(QWidget *parent)
    : Card(parent)
    , m_words(Labels::body({}, this))
    , m_buttons(new QHBoxLayout)
{
    m_buttons->setSpacing(8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 14, 16, 14);
    layout->setSpacing(8);
    layout->addWidget(m_words);
    layout->addLayout(m_buttons);
    retranslate();
}

void FoundServers::setLooking()
{
    m_isLooking = true;
    m_found.clear();
    retranslate();
}

void FoundServers::setFound(const QList<Core::LocalServer> &found)
{
    m_isLooking = false;
    m_found = found;
    retranslate();
}

void FoundServers::changeEvent(QEvent *event)
{
    Card::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void FoundServers::retranslate()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    QStringList lines;
    for (const Core::LocalServer &server : std::as_const(m_found)) {
        const Core::Provider &provider = server.provider;
        lines += tr("%1 answers at %2 and has %Ln model(s).", nullptr, int(server.models.size()))
                     .arg(provider.name, provider.baseUrl.toDisplayString());
        auto *add = new QPushButton(tr("Add %1").arg(provider.name), this);
        connect(add, &QPushButton::clicked, this,
                [this, provider] { emit addAsked(provider); });
        m_buttons->addWidget(add);
    }
    m_buttons->addStretch();
    if (m_isLooking)
        lines += tr("Looking at the usual ports of this machine…");
    else if (m_found.isEmpty())
        lines += tr("No server answers on the usual ports of this machine: Ollama 11434, llama.cpp "
                    "8080, LM Studio 1234, vLLM 8000.");
    m_words->setText(lines.join(u'\n'));
    setAccessibleName(m_words->text());
}
