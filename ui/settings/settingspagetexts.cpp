#include "ui/settings/settingspage.h"

#include "ui/settings/settingcard.h"
#include "ui/settings/settingrow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>

// What the page says. Apart from the rest, because it is long and decides nothing.

void SettingsPage::retranslate()
{
    setTexts(tr("Settings"), tr("Changes hold at once and are saved on this machine."));
    m_window->setTitle(tr("Window"));
    m_rows[m_language]->setTexts(tr("Language"), {});
    m_rows[m_theme]->setTexts(tr("Theme"), {});
    m_rows[m_enterSends]->setTexts(
        tr("Enter sends the message"),
        tr("Shift+Enter begins a new line. Switched off, Enter begins a new line and Ctrl+Enter "
           "sends."));
    m_rows[m_costInList]->setTexts(tr("Show costs in the list"),
                                   tr("What each conversation has cost so far."));
    m_rows[m_reducedMotion]->setTexts(tr("Less motion"),
                                      tr("Nothing on the screen moves that need not."));

    m_answers->setTitle(tr("Answers"));
    retranslateAnswers();

    m_person->setTitle(tr("You"));
    m_rows[m_user]->setTexts(tr("Your name"),
                             tr("Whose the conversations are that you begin. The filter “Mine” "
                                "shows them."));
    m_user->setPlaceholderText(tr("Nobody in particular"));

    m_keys->setTitle(tr("Keys"));
    fillChoices();
}

void SettingsPage::retranslateAnswers()
{
    m_rows[m_provider]->setTexts(tr("Provider"),
                                 tr("Asked in new conversations. Each conversation can have "
                                    "another one."));
    m_rows[m_model]->setTexts(tr("Model"), tr("Empty: the one set for the provider."));
    m_model->setPlaceholderText(tr("The provider's"));
    m_rows[m_strategy]->setTexts(tr("Context strategy"),
                                 tr("Which messages of a conversation are sent along."));
    m_rows[m_budget]->setTexts(tr("Budget for a request"),
                               tr("The most tokens that one request may have."));
    m_budget->setSpecialValueText(tr("The model's window"));
    m_rows[m_reserve]->setTexts(tr("Kept free for the answer"),
                                tr("Tokens of the window that no request uses."));
    m_rows[m_temperature]->setTexts(tr("Temperature"),
                                    tr("0 answers most alike each time, 2 most freely."));
    m_rows[m_maxTokens]->setTexts(tr("Longest answer"), tr("In tokens."));
    m_rows[m_summaryModel]->setTexts(
        tr("Model for summaries"),
        tr("Asked by the strategy “Summary”, at the provider above. Its calls are charged. Empty: "
           "this machine summarises by extracts."));
    m_summaryModel->setPlaceholderText(tr("This machine"));
}
