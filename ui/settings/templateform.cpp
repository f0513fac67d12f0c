#include "ui/settings/templateform.h"

#include "ui/base/labels.h"
#include "ui/base/tonelabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int longestName = 60;
constexpr int textLines = 5;

} // namespace

TemplateForm::TemplateForm(const Core::ReplyTemplate &reply, const QStringList &taken,
                           QWidget *parent)
    : QWidget(parent)
    , m_reply(reply)
    , m_taken(taken)
    , m_nameLabel(Labels::quiet({}, this))
    , m_name(new QLineEdit(reply.name, this))
    , m_textLabel(Labels::quiet({}, this))
    , m_text(new QPlainTextEdit(reply.text, this))
    , m_hint(Labels::quiet({}, this))
    , m_problem(new ToneLabel({}, ToneLabel::Tone::Bad, this))
    , m_cancel(new QPushButton(this))
    , m_save(new QPushButton(this))
{
    build();
    retranslate();
    setFocusProxy(m_name);
    connect(m_save, &QPushButton::clicked, this, &TemplateForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &TemplateForm::cancelled);
    connect(m_name, &QLineEdit::returnPressed, m_text, qOverload<>(&QWidget::setFocus));
}

void TemplateForm::build()
{
    m_name->setMaxLength(longestName);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * textLines + 16);
    m_nameLabel->setBuddy(m_name);
    m_textLabel->setBuddy(m_text);
    m_problem->hide();

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_problem, 1);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(4);
    column->addWidget(m_nameLabel);
    column->addWidget(m_name);
    column->addSpacing(8);
    column->addWidget(m_textLabel);
    column->addWidget(m_text);
    column->addWidget(m_hint);
    column->addSpacing(8);
    column->addLayout(buttons);
}

void TemplateForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TemplateForm::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return emit cancelled();
    QWidget::keyPressEvent(event);
}

void TemplateForm::retranslate()
{
    m_nameLabel->setText(tr("Name"));
    m_name->setAccessibleName(tr("Name of the template"));
    m_textLabel->setText(tr("Text"));
    m_text->setAccessibleName(tr("Text of the template"));
    m_hint->setText(tr("Words in double braces, as in {{customer}}, are filled in when the "
                       "template is used."));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
}

void TemplateForm::save()
{
    const QString sentence = problem();
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty())
        return;
    m_reply.name = m_name->text().simplified();
    m_reply.text = m_text->toPlainText();
    emit saved(m_reply);
}

QString TemplateForm::problem() const
{
    const QString name = m_name->text().simplified();
    if (name.isEmpty())
        return tr("A template needs a name.");
    if (m_taken.contains(name, Qt::CaseInsensitive))
        return tr("There is a template of this name already.");
    if (m_text->toPlainText().trimmed().isEmpty())
        return tr("A template needs a text.");
    return {};
}
