#include "ui/settings/templatescard.h"

#include "core/base/text.h"
#include "ui/base/labels.h"
#include "ui/base/undobar.h"
#include "ui/settings/settingcard.h"
#include "ui/settings/templateform.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int longestBeginning = 90;

} // namespace

TemplatesCard::TemplatesCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new SettingCard(this))
    , m_undo(new UndoBar(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_card);
    layout->addWidget(m_undo);
    rebuild();
}

void TemplatesCard::setTemplates(const QList<Core::ReplyTemplate> &templates)
{
    if (templates == m_templates)
        return;
    m_templates = templates;
    if (!m_edited)
        rebuild();
}

void TemplatesCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    m_card->setTitle(tr("Reply templates"));
    if (!m_edited) // a form that is open says its words anew itself
        rebuild();
}

void TemplatesCard::rebuild()
{
    m_card->setTitle(tr("Reply templates"));
    m_card->clear();
    for (const Core::ReplyTemplate &reply : std::as_const(m_templates))
        m_card->add(m_edited && m_edited->id == reply.id ? makeForm() : makeRow(reply));
    m_card->add(m_edited && m_edited->id.isEmpty() ? makeForm() : makeFoot());
}

QWidget *TemplatesCard::makeRow(const Core::ReplyTemplate &reply)
{
    auto *row = new QWidget(m_card);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(Labels::body(reply.name, row));
    words->addWidget(Labels::quiet(Core::firstLine(reply.text, longestBeginning), row));
    auto *change = new QPushButton(tr("Edit"), row);
    change->setAccessibleName(tr("Edit “%1”").arg(reply.name));
    connect(change, &QPushButton::clicked, this, [this, reply] { edit(reply); });
    auto *away = new QPushButton(tr("Remove"), row);
    away->setAccessibleName(tr("Remove “%1”").arg(reply.name));
    connect(away, &QPushButton::clicked, this, [this, reply] { remove(reply); });

    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(words, 1);
    layout->addWidget(change);
    layout->addWidget(away);
    return row;
}

QWidget *TemplatesCard::makeForm()
{
    QStringList taken;
    for (const Core::ReplyTemplate &other : std::as_const(m_templates))
        if (other.id != m_edited->id)
            taken += other.name;
    auto *form = new TemplateForm(*m_edited, taken, m_card);
    m_form = form;
    connect(form, &TemplateForm::cancelled, this, [this] { edit(std::nullopt); });
    connect(form, &TemplateForm::saved, this, [this](const Core::ReplyTemplate &reply) {
        edit(std::nullopt);
        emit saveAsked(reply);
    });
    return form;
}

QWidget *TemplatesCard::makeFoot()
{
    auto *foot = new QWidget(m_card);
    auto *hint = Labels::quiet(m_templates.isEmpty()
                                   ? tr("Replies that you send again and again. In the composer, "
                                        "type / to use one.")
                                   : tr("In the composer, type / to use one."),
                               foot);
    auto *add = new QPushButton(tr("Add template"), foot);
    foot->setFocusProxy(add);
    m_foot = foot;
    connect(add, &QPushButton::clicked, this, [this] { edit(Core::ReplyTemplate{}); });
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->addWidget(hint, 1);
    layout->addWidget(add);
    return foot;
}

void TemplatesCard::edit(const std::optional<Core::ReplyTemplate> &reply)
{
    m_edited = reply;
    rebuild();
    // What is not shown yet takes no focus, and the button that was pressed is gone.
    QWidget *next = reply ? m_form : m_foot;
    next->show();
    next->setFocus();
}

void TemplatesCard::remove(const Core::ReplyTemplate &reply)
{
    emit removeAsked(reply.id);
    m_undo->offer(tr("“%1” was removed.").arg(reply.name),
                  [this, reply] { emit saveAsked(reply); });
}
