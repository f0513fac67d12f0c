#pragma once

#include "core/store/conversationstore.h"

#include <QObject>

class Composer;
class TemplatesCard;

/// Keeps the templates of replies in the store, where they are written in the settings and
/// used in the composer.
class TemplatesDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TemplatesDesk)

public:
    struct Parts
    {
        TemplatesCard &card;
        Composer &composer;
        Core::ConversationStore &store;
    };

    explicit TemplatesDesk(const Parts &parts, QObject *parent = nullptr);

    void load();

signals:
    void failed(const Core::Error &error);

private:
    void save(Core::ReplyTemplate reply);
    void take(const Core::Result<void> &done);

    Parts m_parts;
};
