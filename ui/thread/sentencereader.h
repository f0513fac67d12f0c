#pragma once

#include <QString>

/// Cuts a text that arrives in tokens into whole sentences, for screen readers: a sentence is
/// told once it has ended, never a part of one. Markup signs and code are not read out.
class SentenceReader
{
public:
    /// The sentences that ended with this text; empty while none has.
    QString add(const QString &text);
    /// What is left when the answer ends.
    QString finish();

private:
    QString spoken(QStringView text);

    QString m_pending;
    bool m_inCode = false;
};
