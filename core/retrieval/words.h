#pragma once

#include <QString>
#include <QStringView>

namespace Core {

/// Composed, in lower case: what Words cuts.
QString loweredText(const QString &text);

/// The letters without their marks, đ as d: as people type who leave them out.
QString withoutMarks(const QString &text);

/// Whether every character is plain ASCII, as in a text typed without marks.
bool isPlain(QStringView text);

/// Whether the character's script does not put spaces between words.
bool isUnspaced(char32_t c);

/// Cuts a text into words: runs of letters and numbers. A character of an unspaced script is a
/// word. Short endings behind an apostrophe ('s, 'll) say nothing and are left out. The text,
/// as loweredText() makes it, must outlive this.
class Words
{
public:
    explicit Words(const QString &lowered)
        : m_text(lowered)
    {
    }

    /// The next word, or an empty one at the end.
    QStringView next();

    /// Adds to `number` the group of three digits that follows behind a dot or a comma, as in
    /// 1.250.000; false where there is none.
    bool takeGroup(QString &number);

private:
    char32_t at(qsizetype i) const;
    qsizetype width(qsizetype i) const;
    bool isDigit(qsizetype i) const { return m_text[i] >= u'0' && m_text[i] <= u'9'; }
    void skipShortEnding();

    QStringView m_text;
    qsizetype m_at = 0;
};

} // namespace Core
