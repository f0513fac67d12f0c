#include "ui/settings/welcomechoice.h"

#include "ui/base/labels.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int iconSize = 24;

/// Paints an icon anew with every change of theme, which a pixmap in a label would not.
class IconView final : public QWidget
{
public:
    IconView(Icons::Name name, QWidget *parent)
        : QWidget(parent)
        , m_icon(Icons::icon(name))
    {
        setFixedSize(iconSize, iconSize);
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        m_icon.paint(&painter, rect());
    }

private:
    QIcon m_icon;
};

} // namespace

WelcomeChoice::WelcomeChoice(Icons::Name icon, QWidget *parent)
    : Card(parent)
    , m_title(Labels::title({}, this))
    , m_explanation(Labels::body({}, this))
    , m_button(new QPushButton(this))
{
    m_explanation->setForegroundRole(QPalette::PlaceholderText);
    auto *words = new QVBoxLayout;
    words->setSpacing(4);
    words->addWidget(m_title);
    words->addWidget(m_explanation);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(new IconView(icon, this), 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    layout->addWidget(m_button, 0, Qt::AlignVCenter);
    connect(m_button, &QPushButton::clicked, this, &WelcomeChoice::chosen);
}

void WelcomeChoice::setTexts(const QString &title, const QString &explanation,
                             const QString &button)
{
    m_title->setText(title);
    m_explanation->setText(explanation);
    m_button->setText(button);
    m_button->setAccessibleName(title);
    m_button->setAccessibleDescription(explanation);
}

void WelcomeChoice::setFirst()
{
    m_button->setDefault(true);
}
