#include "ui/settings/copiescard.h"

#include "ui/settings/settingcard.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/storetexts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace {

constexpr int usuallyKept = 7;
constexpr int mostKept = 365;

} // namespace

CopiesCard::CopiesCard(QWidget *parent)
    : QWidget(parent)
    , m_card(new SettingCard(this))
    , m_daily(new QCheckBox(m_card))
    , m_kept(new QSpinBox(m_card))
    , m_now(new QPushButton(m_card))
{
    build();
    wire();
    retranslate();
}

void CopiesCard::build()
{
    m_kept->setRange(1, mostKept);
    m_kept->setValue(usuallyKept);
    using Place = SettingRow::Place;
    m_dailyRow = new SettingRow(m_daily, Place::Beside, m_card);
    m_keptRow = new SettingRow(m_kept, Place::Beside, m_card);
    m_folderRow = new SettingRow(makeFolderButtons(), Place::Below, m_card);
    m_lastRow = new SettingRow(m_now, Place::Beside, m_card);
    m_restoreRow = new SettingRow(makeRestore(), Place::Below, m_card);
    for (SettingRow *row : {m_dailyRow, m_keptRow, m_folderRow, m_lastRow, m_restoreRow})
        m_card->add(row);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
}

QWidget *CopiesCard::makeFolderButtons()
{
    auto *buttons = new QWidget(m_card);
    m_choose = new QPushButton(buttons);
    m_open = new QPushButton(buttons);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_choose);
    layout->addWidget(m_open);
    layout->addStretch();
    buttons->setFocusProxy(m_choose);
    return buttons;
}

QWidget *CopiesCard::makeRestore()
{
    auto *restore = new QWidget(m_card);
    m_list = new QComboBox(restore);
    m_restore = new QPushButton(restore);
    m_confirm = new QPushButton(restore);
    m_cancel = new QPushButton(restore);
    m_said = new ToneLabel(restore);
    m_said->setWordWrap(true);
    auto *choice = new QHBoxLayout;
    choice->setSpacing(8);
    choice->addWidget(m_list, 1);
    choice->addWidget(m_restore);
    auto *answers = new QHBoxLayout;
    answers->setSpacing(8);
    answers->addWidget(m_confirm);
    answers->addWidget(m_cancel);
    answers->addStretch();
    auto *layout = new QVBoxLayout(restore);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(choice);
    layout->addWidget(m_said);
    layout->addLayout(answers);
    restore->setFocusProxy(m_list);
    return restore;
}

void CopiesCard::wire()
{
    connect(m_daily, &QCheckBox::clicked, this, [this] {
        retranslate();
        emit settingsChanged();
    });
    connect(m_kept, &QSpinBox::editingFinished, this, &CopiesCard::settingsChanged);
    connect(m_choose, &QPushButton::clicked, this, &CopiesCard::chooseFolder);
    connect(m_open, &QPushButton::clicked, this, &CopiesCard::folderOpenAsked);
    connect(m_now, &QPushButton::clicked, this, &CopiesCard::copyAsked);
    connect(m_restore, &QPushButton::clicked, this,
            [this] { emit lookAsked(m_list->currentData().toString()); });
    connect(m_list, &QComboBox::activated, this, [this] { ask({}, {}); });
    connect(m_cancel, &QPushButton::clicked, this, [this] { ask({}, {}); });
    connect(m_confirm, &QPushButton::clicked, this, [this] { emit restoreAsked(m_asked); });
}

int CopiesCard::kept() const
{
    return m_daily->isChecked() ? m_kept->value() : 0;
}

void CopiesCard::setKept(int kept)
{
    m_daily->setChecked(kept > 0);
    if (kept > 0)
        m_kept->setValue(kept);
    retranslate();
}

void CopiesCard::setCopies(const QString &folder, const QStringList &paths)
{
    m_place = folder;
    m_paths = paths;
    fill();
    retranslate();
}

void CopiesCard::setMaking(bool isMaking)
{
    m_isMaking = isMaking;
    retranslate();
}

void CopiesCard::ask(const QString &copy, const Words &words)
{
    m_asked = copy;
    m_question = words;
    m_words = {};
    m_said->setTone(ToneLabel::Tone::Normal);
    retranslate();
}

void CopiesCard::say(ToneLabel::Tone tone, const Words &words)
{
    ask({}, {});
    m_words = words;
    m_said->setTone(tone);
    retranslate();
}

void CopiesCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    fill();
    retranslate();
}

void CopiesCard::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Where the copies are kept"), m_place);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_chosen = path;
        emit settingsChanged();
    });
    dialog->open();
}

void CopiesCard::fill()
{
    const QSignalBlocker blocker(m_list);
    const QString current = m_list->currentData().toString();
    m_list->clear();
    for (const QString &path : std::as_const(m_paths))
        m_list->addItem(StoreTexts::copyName(path), path);
    m_list->setCurrentIndex(qMax(0, m_list->findData(current)));
    if (!m_paths.contains(m_asked))
        m_asked.clear();
}

void CopiesCard::retranslate()
{
    const bool isFile = !m_place.isEmpty();
    const bool hasCopies = !m_paths.isEmpty();
    m_card->setTitle(tr("Daily copies"));
    m_dailyRow->setTexts(tr("Copy the file once a day"),
                         isFile ? tr("While the program runs, and looked through afterwards.")
                                : tr("Of a file on this machine. A server's store is copied by "
                                     "whoever runs the server."));
    m_keptRow->setTexts(tr("How many are kept"), tr("The newest; older ones are removed."));
    m_folderRow->setTexts(tr("Where they are kept"), QDir::toNativeSeparators(m_place));
    m_choose->setText(tr("Choose another folder"));
    m_open->setText(tr("Open folder"));
    m_open->setAccessibleName(tr("Open the folder of the copies"));
    m_lastRow->setTexts(tr("Last copy"),
                        m_isMaking      ? tr("Being made…")
                            : hasCopies ? StoreTexts::copyName(m_paths.first())
                                        : tr("There is none yet."));
    m_now->setText(tr("Copy now"));
    m_restoreRow->setTexts(tr("Go back to a copy"),
                           tr("The copy takes the place of the file; what is there now is kept "
                              "beside it."));
    m_list->setAccessibleName(tr("Copies, newest first"));
    m_restore->setText(tr("Go back…"));
    m_confirm->setText(tr("Go back to this copy"));
    m_cancel->setText(tr("Cancel"));
    for (SettingRow *row : {m_keptRow, m_folderRow, m_lastRow})
        m_card->setShown(row, isFile);
    const Words &words = m_question ? m_question : m_words;
    m_card->setShown(m_restoreRow, isFile && (hasCopies || words));
    m_list->setVisible(hasCopies);
    m_restore->setVisible(hasCopies);
    m_daily->setEnabled(isFile);
    m_keptRow->setEnabled(m_daily->isChecked());
    m_now->setEnabled(!m_isMaking);
    m_said->setText(words ? words() : QString());
    m_said->setVisible(bool(words));
    m_confirm->setVisible(!m_asked.isEmpty());
    m_cancel->setVisible(!m_asked.isEmpty());
}
