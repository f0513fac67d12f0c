#include "app/templatesdesk.h"

#include "core/base/async.h"
#include "core/base/id.h"
#include "ui/composer/composer.h"
#include "ui/settings/templatescard.h"

TemplatesDesk::TemplatesDesk(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&m_parts.card, &TemplatesCard::saveAsked, this, &TemplatesDesk::save);
    connect(&m_parts.card, &TemplatesCard::removeAsked, this, [this](const QString &id) {
        Core::whenDone(m_parts.store.removeTemplate(id), this,
                       [this](const Core::Result<void> &done) { take(done); });
    });
}

void TemplatesDesk::load()
{
    Core::whenDone(m_parts.store.templates(), this,
                   [this](const Core::Result<QList<Core::ReplyTemplate>> &templates) {
                       if (!templates)
                           return emit failed(templates.error());
                       m_parts.card.setTemplates(*templates);
                       m_parts.composer.setTemplates(*templates);
                   });
}

void TemplatesDesk::save(Core::ReplyTemplate reply)
{
    if (reply.id.isEmpty())
        reply.id = Core::newId();
    Core::whenDone(m_parts.store.saveTemplate(reply), this,
                   [this](const Core::Result<void> &done) { take(done); });
}

void TemplatesDesk::take(const Core::Result<void> &done)
{
    if (!done)
        emit failed(done.error());
    load(); // what is stored holds, also where a change was refused
}
