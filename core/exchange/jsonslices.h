#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Core {

/// The text of one element of a file, not yet parsed.
struct JsonSlice
{
    QByteArrayView text;
    qsizetype offset = 0; ///< of its first byte
    int number = 0; ///< from 1; in JSON lines the line
    bool isWhole = true; ///< false: the file ends in the middle of it
    bool isGuess = false; ///< found again behind damage; it may be a part of something else
};

/// Cuts the bytes of a file into the elements that are parsed one by one, so that a bad one
/// costs only itself and a large file no memory. What is an element shows in the content:
/// the items of the top-level list, the items of the list under a key of the top-level
/// object, each line of JSON lines, or else the whole. Linear; keeps no copy.
class JsonSlices
{
public:
    enum class Shape { Empty, Lines, List, Whole };

    /// `bytes` without a byte-order mark; they must outlive this.
    explicit JsonSlices(QByteArrayView bytes);

    Shape shape() const { return m_shape; }

    /// For a whole object with a list under `key`: cuts that list from now on. False, and
    /// nothing changed, where there is none.
    bool enterList(QByteArrayView key);

    std::optional<JsonSlice> next();

    /// To be called when the slice just handed out does not parse, or is a guess and no
    /// element: looks inside it for the place where the next element begins, for a missing
    /// quote makes the rest of the file look like one element. Elements of one export begin
    /// alike, which is how they are found.
    void recover();

private:
    std::optional<JsonSlice> nextLine();
    std::optional<JsonSlice> nextItem();
    JsonSlice sliceTo(qsizetype end);
    void rememberBeginning(QByteArrayView item);
    void seek(qsizetype from);
    bool isBeginning(qsizetype at) const;

    QByteArrayView m_bytes;
    Shape m_shape = Shape::Empty;
    qsizetype m_at = 0; ///< where the next slice is looked for
    qsizetype m_last = 0; ///< where the one just handed out begins
    int m_number = 0;
    QByteArray m_beginning; ///< first key of the first item, with its quotes

    // After damage
    qsizetype m_damageEnd = 0; ///< up to here slices are guesses
    bool m_isRecovering = false; ///< recover() was called since the last slice
    qsizetype m_effort = 0; ///< bytes looked at for guesses
};

} // namespace Core
