#pragma once

#include "app/importjob.h"
#include "ui/mainwindow/mainwindow.h"

#include <functional>
#include <memory>

/// Imports and exports as the window asks for them: chooses the files, does the work beside the
/// window and says what came of it.
class ExchangeDesk final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExchangeDesk)

public:
    /// Both must outlive the desk.
    ExchangeDesk(MainWindow &window, Core::ConversationStore &store, QObject *parent = nullptr);

    void chooseImport();
    void importFiles(const QStringList &paths);
    void chooseExport(const QString &conversationId);
    void exportConversation(const QString &conversationId, const QString &path,
                            const QString &format);

    /// Fills the store with a made-up month, to look around in.
    void writeDemo();

signals:
    void imported(); ///< conversations have come
    void failed(const Core::Error &error);

private:
    void tell(const ImportReport &report);
    void showProgress(qint64 conversations, const std::function<void()> &cancel);

    MainWindow &m_window;
    Core::ConversationStore &m_store;
    std::unique_ptr<ImportJob> m_job;
};
