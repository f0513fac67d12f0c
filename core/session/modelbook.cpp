#include "core/session/modelbook.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace Core {

namespace {

using namespace Qt::Literals::StringLiterals;

// A provider that reports tokens of another kind than the text's (images, tools of its own)
// must not bend the ratio without bounds.
constexpr double smallestFactor = 0.5;
constexpr double largestFactor = 3.0;

// Each answer moves the ratio a little. What is planned with it must not change every time, or no
// request would begin as the one before.
constexpr double factorStep = 0.01;

// Below this the overhead of the format weighs more than the text.
constexpr qint64 fewestTokens = 200;

QString keyOf(const QString &provider, const QString &model)
{
    return provider + u'/' + model;
}

} // namespace

ModelBook::ModelBook(const PriceList &prices)
    : m_prices(&prices)
{
}

TokenCounter ModelBook::counter(const QString &provider, const QString &model) const
{
    ModelTokens tokens = modelTokens(model);
    const Sums sums = m_sums.value(keyOf(provider, model));
    if (tokens.exactness != Exactness::Exact && sums.counted > 0) {
        tokens.exactness = Exactness::Calibrated;
        const double ratio = sums.reported / sums.counted;
        tokens.factor =
            std::clamp(std::round(ratio / factorStep) * factorStep, smallestFactor, largestFactor);
    }
    return TokenCounter(tokens);
}

Budget ModelBook::budget(const Turn &turn) const
{
    const int known = m_prices->info(turn.model).window;
    Budget budget{.window = known > 0 ? known : Budget::defaultWindow,
                  .replyReserve = turn.replyReserve};
    if (turn.budgetTokens > 0)
        budget.window = std::min(budget.window, turn.budgetTokens + turn.replyReserve);
    return budget;
}

bool ModelBook::isWindowKnown(const QString &model) const
{
    return m_prices->info(model).window > 0;
}

void ModelBook::learn(const QString &provider, const QString &model, qint64 counted,
                      qint64 reported)
{
    if (modelTokens(model).exactness == Exactness::Exact || counted < fewestTokens || reported <= 0)
        return;
    const double ratio = double(reported) / double(counted);
    if (ratio < smallestFactor || ratio > largestFactor)
        return;
    Sums &sums = m_sums[keyOf(provider, model)];
    sums.counted += double(counted);
    sums.reported += double(reported);
}

QByteArray ModelBook::toJson() const
{
    QJsonObject object;
    for (auto each = m_sums.cbegin(); each != m_sums.cend(); ++each)
        object[each.key()] = QJsonArray{each->counted, each->reported};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void ModelBook::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto each = object.begin(); each != object.end(); ++each) {
        const Sums sums{each.value().toArray().at(0).toDouble(),
                        each.value().toArray().at(1).toDouble()};
        if (sums.counted > 0 && sums.reported > 0)
            m_sums.insert(each.key(), sums);
    }
}

} // namespace Core
