#include "app/exchangedesk.h"

#include "core/base/async.h"
#include "core/exchange/exporters.h"
#include "core/session/demowriter.h"
#include "ui/base/errortext.h"
#include "ui/base/noticebar.h"
#include "ui/conversations/conversationpanel.h"
#include "ui/mainwindow/chatspage.h"
#include "ui/mainwindow/exchangetexts.h"
#include "ui/settings/welcomepage.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::Literals::StringLiterals;

namespace {

QString documents()
{
    return QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
}

/// The ending that the kind of file names: "(*.md)" gives "md".
QString endingOf(const QString &kind)
{
    return kind.section(u"*."_s, 1).chopped(1);
}

} // namespace

ExchangeDesk::ExchangeDesk(MainWindow &window, Core::ConversationStore &store, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_store(store)
{
    const ConversationPanel &list = window.chats().list();
    connect(&list, &ConversationPanel::importAsked, this, &ExchangeDesk::chooseImport);
    connect(&list, &ConversationPanel::exportAsked, this, &ExchangeDesk::chooseExport);
    connect(&window.welcome(), &WelcomePage::demoChosen, this, &ExchangeDesk::writeDemo);
}

void ExchangeDesk::chooseImport()
{
    auto *dialog = new QFileDialog(&m_window, ExchangeTexts::openTitle(), documents(),
                                   ExchangeTexts::openFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ExchangeDesk::importFiles);
    dialog->open();
}

void ExchangeDesk::importFiles(const QStringList &paths)
{
    m_window.showPage(MainWindow::Page::Chats);
    m_job = std::make_unique<ImportJob>(m_store);
    const auto progress = [this](qint64 conversations) {
        showProgress(conversations, [job = m_job.get()] { job->cancel(); });
    };
    progress(0);
    connect(m_job.get(), &ImportJob::progressed, this, progress);
    Core::whenDone(m_job->start(paths, u"auto"_s, errorText), m_job.get(),
                   [this](const Core::Result<ImportReport> &report) {
                       m_window.notice().clear();
                       if (report)
                           tell(*report);
                       else if (report.error().kind != Core::Error::Kind::Cancelled)
                           emit failed(report.error());
                       emit imported();
                   });
}

void ExchangeDesk::writeDemo()
{
    auto *writer = new Core::DemoWriter(
        m_store, Core::DemoMonth({.lastDay = QDateTime::currentDateTimeUtc().date().addDays(-1)}),
        this);
    connect(writer, &Core::DemoWriter::progressed, this,
            [this](const Core::DemoCount &count) { showProgress(count.conversations, nullptr); });
    m_window.showPage(MainWindow::Page::Chats);
    Core::whenDone(writer->write(), writer,
                   [this, writer](const Core::Result<Core::DemoCount> &count) {
                       writer->deleteLater();
                       m_window.notice().clear();
                       if (count)
                           tell({.conversations = count->conversations,
                                 .messages = count->messages,
                                 .alreadyThere = count->alreadyThere});
                       else
                           emit failed(count.error());
                       emit imported();
                   });
}

void ExchangeDesk::showProgress(qint64 conversations, const std::function<void()> &cancel)
{
    QList<NoticeBar::Action> actions;
    if (cancel)
        actions.append({ExchangeTexts::cancel(), cancel});
    m_window.notice().say(NoticeBar::Tone::Information, ExchangeTexts::reading(conversations),
                          actions);
}

void ExchangeDesk::tell(const ImportReport &report)
{
    const qsizetype left = report.leftOut.size();
    QList<NoticeBar::Action> actions;
    if (left > 0)
        actions.append({ExchangeTexts::showLeftOut(), [this, list = report.leftOut] {
                            m_window.notice().say(NoticeBar::Tone::Warning,
                                                  ExchangeTexts::leftOut(list));
                        }});
    m_window.notice().say(
        left > 0 ? NoticeBar::Tone::Warning : NoticeBar::Tone::Good,
        ExchangeTexts::read(report.conversations, report.messages, report.alreadyThere, left),
        actions);
}

void ExchangeDesk::chooseExport(const QString &conversationId)
{
    if (conversationId.isEmpty())
        return;
    const auto kinds = ExchangeTexts::saveKinds();
    QStringList filters;
    for (const auto &[kind, format] : kinds)
        filters += kind;
    auto *dialog = new QFileDialog(&m_window, ExchangeTexts::saveTitle(), documents());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(endingOf(filters.first()));
    connect(dialog, &QFileDialog::filterSelected, dialog,
            [dialog](const QString &kind) { dialog->setDefaultSuffix(endingOf(kind)); });
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, dialog, kinds, filters, conversationId](const QString &path) {
                const qsizetype kind = filters.indexOf(dialog->selectedNameFilter());
                exportConversation(conversationId, path,
                                   kinds[std::max<qsizetype>(kind, 0)].second);
            });
    Core::whenDone(m_store.conversation(conversationId), dialog,
                   [dialog](const Core::Result<Core::Conversation> &conversation) {
                       if (conversation)
                           dialog->selectFile(ExchangeTexts::suggestedName(conversation->title));
                       dialog->open();
                   });
}

void ExchangeDesk::exportConversation(const QString &conversationId, const QString &path,
                                      const QString &format)
{
    Core::whenDone(m_store.bundle(conversationId), this,
                   [this, path, format](const Core::Result<Core::Bundle> &bundle) {
                       if (!bundle)
                           return emit failed(bundle.error());
                       const auto exporter = Core::exporterFor(format);
                       bool given = false;
                       const auto next = [&]() -> Core::Result<std::optional<Core::Bundle>> {
                           return std::exchange(given, true) ? std::nullopt
                                                             : std::optional(*bundle);
                       };
                       if (const auto written = Core::exportToFile(path, *exporter, next); !written)
                           return emit failed(written.error());
                       m_window.notice().say(NoticeBar::Tone::Good, ExchangeTexts::written(path));
                   });
}
