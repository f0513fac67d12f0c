#pragma once

#include "core/context/contextplan.h"

#include <QList>

/// Where the messages lie on the strip, measured in tokens from its left end. A message
/// without tokens counts as one, so that it can be seen and hit.
class StripScale
{
public:
    StripScale() = default;
    explicit StripScale(const QList<Core::PlanItem> &items);

    qsizetype count() const { return m_ends.size(); }
    double length() const { return m_ends.isEmpty() ? 0 : m_ends.last(); }
    double start(qsizetype item) const { return item == 0 ? 0 : m_ends[item - 1]; }
    double end(qsizetype item) const { return m_ends[item]; }

    /// The message at this place; the first or the last beyond the ends; -1 of an empty strip.
    qsizetype itemAt(double tokens) const;

private:
    QList<double> m_ends;
};

/// The part of the strip that is shown, in tokens.
struct StripWindow
{
    double from = 0;
    double length = 0;

    double to() const { return from + length; }
    bool isWhole(const StripScale &scale) const { return length >= scale.length(); }

    friend bool operator==(const StripWindow &, const StripWindow &) = default;
};

/// Zooms by `factor` (above 1: closer) around the place at `tokens`, which stays where it is.
/// Not closer than twenty tokens, not further than the whole.
StripWindow zoomed(const StripWindow &window, const StripScale &scale, double tokens,
                   double factor);

/// Moves the window by `tokens`, as far as there is something to show.
StripWindow panned(const StripWindow &window, const StripScale &scale, double tokens);

/// The least move after which the message is in the window; its beginning where it is too long.
StripWindow showing(const StripWindow &window, const StripScale &scale, qsizetype item);

double tokensAt(const StripWindow &window, int width, double x);
double xAt(const StripWindow &window, int width, double tokens);

/// Neighbouring messages that share a block because they would be narrower than a pixel alone,
/// or one message.
struct StripBlock
{
    int x = 0;
    int width = 0;
    qsizetype first = 0;
    qsizetype last = 0; ///< inclusive
    Core::Verdict verdict = Core::Verdict::Kept; ///< that most of its tokens have
    bool cached = false; ///< most of its tokens are in the cached prefix

    friend bool operator==(const StripBlock &, const StripBlock &) = default;
};

/// The blocks in the window from left to right, without gaps. At most as many as pixels.
QList<StripBlock> stripBlocks(const QList<Core::PlanItem> &items, const StripScale &scale,
                              const StripWindow &window, int width);
