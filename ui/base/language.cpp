#include "ui/base/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The system's own locale where it speaks the language, because of its number formats.
QLocale localeFor(const QString &code)
{
    const QLocale system = QLocale::system();
    if (system.name().startsWith(code))
        return system;
    return QLocale(code == "vi"_L1 ? u"vi_VN"_s : u"en_US"_s);
}

QString spoken(const QString &wanted)
{
    if (Language::codes().contains(wanted))
        return wanted;
    const QString system = QLocale::system().name().section(u'_', 0, 0);
    return Language::codes().contains(system) ? system : u"en"_s;
}

bool loadToolkitWords(QTranslator &translator, const QString &code)
{
    return translator.load(u":/i18n/qt_%1.qm"_s.arg(code))
        || translator.load(u"qtbase_%1"_s.arg(code),
                           QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

} // namespace

Language::Language(QObject *parent)
    : QObject(parent)
{
}

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_words);
    QCoreApplication::removeTranslator(&m_toolkitWords);
}

void Language::setLanguage(const QString &code)
{
    const QString next = spoken(code);
    if (next == m_code)
        return;
    m_code = next;
    // Numbers first: the views write them anew when they hear of the words.
    QLocale::setDefault(localeFor(next));
    for (QTranslator *translator : {&m_words, &m_toolkitWords})
        QCoreApplication::removeTranslator(translator);
    if (loadToolkitWords(m_toolkitWords, next))
        QCoreApplication::installTranslator(&m_toolkitWords);
    if (m_words.load(u":/i18n/skein_%1.qm"_s.arg(next)))
        QCoreApplication::installTranslator(&m_words);
}
