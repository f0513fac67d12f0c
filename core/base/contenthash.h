#pragma once

#include <QByteArray>
#include <QString>

namespace Core {

/// 128 bits that stand for what was added, in its order: to know it again while the program
/// runs, not against anybody who means harm. A plain value.
class ContentHash
{
public:
    void add(const void *data, qsizetype size);
    void add(qint64 number) { add(&number, sizeof number); }
    void add(const QString &text);
    void add(const ContentHash &hash) { add(&hash, sizeof hash); }

    QByteArray bytes() const; ///< to be compared on machines of one kind

    size_t bucket() const { return size_t(m_low); }

    friend bool operator==(const ContentHash &, const ContentHash &) = default;

private:
    quint64 m_high = 0;
    quint64 m_low = 0;
};

} // namespace Core
