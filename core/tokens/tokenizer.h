#pragma once

#include "core/tokens/vocabulary.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QStringView>

#include <vector>

namespace Core {

/// Turns text into tokens and back, exactly as the model's maker does. A cheap value; all
/// functions are const and thread-safe. Text that looks like a special token is ordinary
/// text, and nothing is normalised. Bytes that are not UTF-8 become tokens as they are.
class Tokenizer
{
public:
    /// Unknown is counted with o200k_base.
    explicit Tokenizer(Encoding encoding);

    qsizetype count(QByteArrayView utf8) const;
    qsizetype count(QStringView text) const;

    std::vector<TokenId> encode(QByteArrayView utf8) const;
    std::vector<TokenId> encode(QStringView text) const;

    /// The bytes of the tokens, in a row. One token may be part of a character. Numbers that
    /// are no tokens are left out.
    QByteArray decode(const std::vector<TokenId> &tokens) const;

private:
    Encoding m_encoding;
};

} // namespace Core
