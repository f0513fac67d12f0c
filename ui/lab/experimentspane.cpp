#include "ui/lab/experimentspane.h"

#include "core/session/experimentreport.h"
#include "ui/base/emptystate.h"
#include "ui/base/fonts.h"
#include "ui/base/formats.h"
#include "ui/base/icons.h"
#include "ui/base/labels.h"
#include "ui/base/rowtable.h"
#include "ui/base/undobar.h"
#include "ui/lab/experimenttable.h"

#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int listSpacing = 3;
constexpr int listWidth = 300;
constexpr int commandLines = 5;
const QString probesFile = u"probes.jsonl"_s;

} // namespace

ExperimentsPane::ExperimentsPane(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_save(new QPushButton(this))
    , m_list(new QListWidget(this))
    , m_nothing(new EmptyState(this))
    , m_title(new QLineEdit(this))
    , m_parameters(Labels::body({}, this))
    , m_cells(new QStandardItemModel(this))
    , m_table(new RowTable(this))
    , m_commandsName(Labels::title({}, this))
    , m_commands(new QPlainTextEdit(this))
    , m_open(new QPushButton(this))
    , m_duplicate(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_copy(new QPushButton(this))
    , m_export(new QToolButton(this))
    , m_formats(new QMenu(m_export))
    , m_undo(new UndoBar(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 0);
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(buildList());
    auto *right = new QWidget(this);
    m_pages = new QStackedLayout(right);
    m_nothing->setIcon(Icons::Name::Lab);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(buildDetails());
    row->addWidget(right, 1);
    column->addLayout(row, 1);
    column->addWidget(m_undo);
    wire();
    retranslate();
}

QWidget *ExperimentsPane::buildList()
{
    auto *holder = new QWidget(this);
    holder->setFixedWidth(listWidth);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins({});
    column->setSpacing(8);
    auto *row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(m_save);
    column->addLayout(row);
    m_list->setSpacing(listSpacing);
    column->addWidget(m_list, 1);
    column->addStretch();
    return holder;
}

QWidget *ExperimentsPane::buildDetails()
{
    auto *details = new QWidget(this);
    auto *column = new QVBoxLayout(details);
    column->setContentsMargins({});
    column->setSpacing(8);
    m_title->setFont(Fonts::title());
    m_title->setFrame(false);
    m_table->setModel(m_cells);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_commands->setReadOnly(true);
    m_commands->setFont(Fonts::mono());
    m_commands->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_commands->setFixedHeight(commandLines * QFontMetrics(Fonts::mono()).lineSpacing());
    column->addWidget(buildTools());
    column->addWidget(m_parameters);
    column->addWidget(m_table);
    column->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_commandsName, 1);
    row->addWidget(m_copy);
    column->addLayout(row);
    column->addWidget(m_commands);
    return details;
}

QWidget *ExperimentsPane::buildTools()
{
    auto *tools = new QWidget(this);
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins({});
    row->setSpacing(8);
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_export->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_export->setMenu(m_formats);
    row->addWidget(m_title, 1);
    for (QWidget *each : std::initializer_list<QWidget *>{m_open, m_duplicate, m_export, m_remove})
        row->addWidget(each);
    return tools;
}

void ExperimentsPane::wire()
{
    const auto save = [this] { emit saveRequested(m_name->text().trimmed()); };
    connect(m_save, &QPushButton::clicked, this, save);
    connect(m_name, &QLineEdit::returnPressed, this, save);
    connect(m_list, &QListWidget::currentRowChanged, this, &ExperimentsPane::showCurrent);
    const auto forward = [this](auto signal) {
        return [this, signal] {
            if (const Core::Experiment *shown = current())
                emit(this->*signal)(shown->id);
        };
    };
    connect(m_list, &QListWidget::itemActivated, this, forward(&ExperimentsPane::openRequested));
    connect(m_open, &QPushButton::clicked, this, forward(&ExperimentsPane::openRequested));
    connect(m_duplicate, &QPushButton::clicked, this,
            forward(&ExperimentsPane::duplicateRequested));
    connect(m_remove, &QPushButton::clicked, this, forward(&ExperimentsPane::removeRequested));
    connect(m_title, &QLineEdit::editingFinished, this, [this] {
        const Core::Experiment *shown = current();
        const QString name = m_title->text().trimmed();
        if (shown && !name.isEmpty() && name != shown->name)
            emit renameRequested(shown->id, name);
    });
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_commands->toPlainText()); });
}

void ExperimentsPane::retranslate()
{
    m_name->setAccessibleName(tr("Name of the experiment"));
    m_save->setText(tr("Save"));
    m_save->setToolTip(tr("Keeps the cards, the question, the probes and the figures as they are "
                          "in the lab now"));
    m_list->setAccessibleName(tr("Saved experiments"));
    m_nothing->setTexts(tr("No experiments yet"),
                        tr("An experiment keeps cards, conversation, question, probes and figures "
                           "under a name. Set up the cards under “Compare”, and save them here."));
    m_title->setAccessibleName(tr("Name of this experiment"));
    m_table->setAccessibleName(tr("Figures of every card"));
    m_commandsName->setText(tr("The same from a command line"));
    m_commands->setAccessibleName(m_commandsName->text());
    m_open->setText(tr("Open in the lab"));
    m_duplicate->setText(tr("Duplicate"));
    m_remove->setText(tr("Remove"));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the command lines"));
    m_export->setText(tr("Export"));
    buildExports();
    const Core::Experiment *shown = current();
    fillList(shown ? shown->id : QString());
}

void ExperimentsPane::buildExports()
{
    using enum ExperimentExport::Format;
    m_formats->clear();
    const std::pair<QString, ExperimentExport::Format> formats[] = {{tr("CSV…"), Csv},
                                                                    {tr("Markdown…"), Markdown},
                                                                    {tr("Picture (PNG)…"), Png},
                                                                    {tr("PDF…"), Pdf}};
    for (const auto &[text, format] : formats)
        connect(m_formats->addAction(text), &QAction::triggered, this,
                [this, format = format] { chooseFile(format); });
}

void ExperimentsPane::setExperiments(const QList<Core::Experiment> &experiments,
                                     const QString &current)
{
    m_experiments = experiments;
    fillList(current);
}

void ExperimentsPane::suggestName(const QString &name)
{
    m_name->setPlaceholderText(name);
}

QString ExperimentsPane::usualName(const QString &conversationTitle)
{
    return conversationTitle.isEmpty() ? tr("Experiment") : conversationTitle;
}

void ExperimentsPane::offerUndo(const QString &name, std::function<void()> undo)
{
    m_undo->offer(tr("“%1” is removed.").arg(name), std::move(undo));
}

void ExperimentsPane::fillList(const QString &current)
{
    {
        const QSignalBlocker blocker(m_list);
        m_list->clear();
        for (const Core::Experiment &each : std::as_const(m_experiments)) {
            new QListWidgetItem(tr("%1\n%2 · %Ln card(s)", "name, time", int(each.cards.size()))
                                    .arg(each.name, Formats::dateTime(each.savedAt)),
                                m_list);
            if (each.id == current)
                m_list->setCurrentRow(m_list->count() - 1);
        }
        if (m_list->currentRow() < 0 && m_list->count() > 0)
            m_list->setCurrentRow(0);
        m_list->setVisible(m_list->count() > 0);
    }
    showCurrent();
}

const Core::Experiment *ExperimentsPane::current() const
{
    const int row = m_list->currentRow();
    return row >= 0 && row < m_experiments.size() ? &m_experiments[row] : nullptr;
}

void ExperimentsPane::showCurrent()
{
    const Core::Experiment *shown = current();
    m_pages->setCurrentIndex(shown ? 1 : 0);
    if (!shown)
        return;
    m_title->setText(shown->name);
    m_title->setCursorPosition(0);
    QStringList lines;
    for (const auto &[name, value] : experimentParameters(*shown))
        lines += tr("%1: %2", "name, value").arg(name, value);
    m_parameters->setText(lines.join(u'\n'));
    fillTable(*shown);
    m_commands->setPlainText(
        Core::experimentCommands(*shown, shown->probes.isEmpty() ? QString() : probesFile)
            .join(u'\n'));
}

void ExperimentsPane::fillTable(const Core::Experiment &experiment)
{
    const ExperimentTable content = experimentTable(experiment);
    const auto alignment = [&](int column) {
        return Qt::AlignVCenter
            | (content.numbers.contains(column) ? Qt::AlignRight : Qt::AlignLeft);
    };
    m_cells->clear();
    m_cells->setHorizontalHeaderLabels(content.head);
    for (int column = 0; column < content.head.size(); ++column)
        m_cells->horizontalHeaderItem(column)->setTextAlignment(alignment(column));
    for (const QStringList &words : content.rows) {
        QList<QStandardItem *> row;
        for (const QString &word : words) {
            row += new QStandardItem(word);
            row.last()->setTextAlignment(alignment(int(row.size()) - 1));
        }
        m_cells->appendRow(row);
    }
    m_table->fitColumns();
}

void ExperimentsPane::chooseFile(ExperimentExport::Format format)
{
    using enum ExperimentExport::Format;
    const Core::Experiment *shown = current();
    if (!shown)
        return;
    const QString suffix = format == Csv ? u"csv"_s
        : format == Markdown             ? u"md"_s
        : format == Png                  ? u"png"_s
                                         : u"pdf"_s;
    auto *dialog = new QFileDialog(this, tr("Export the experiment"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(u"*."_s + suffix);
    dialog->selectFile(tr("experiment") + u'.' + suffix);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id = shown->id, format](const QString &path) {
                emit exportRequested(id, path, format);
            });
    dialog->open();
}

void ExperimentsPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}
