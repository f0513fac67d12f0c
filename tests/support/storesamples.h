#pragma once

#include "core/base/id.h"
#include "core/chat/bundle.h"
#include "core/store/conversationstore.h"
#include "tests/support/testplace.h"

/// The value of a future that must be one; ends the test where it is an error.
template <typename T>
T valueOf(QFuture<Core::Result<T>> future)
{
    Core::Result<T> result = future.takeResult();
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().detail), qPrintable(result.error().where));
    return *std::move(result);
}

inline void succeed(QFuture<Core::Result<void>> future)
{
    const Core::Result<void> result = future.takeResult();
    if (!result)
        qFatal("%s (%s)", qPrintable(result.error().detail), qPrintable(result.error().where));
}

/// Of a future that must fail.
template <typename T>
Core::Error errorOf(QFuture<Core::Result<T>> future)
{
    const Core::Result<T> result = future.takeResult();
    if (result)
        qFatal("it was to fail");
    return result.error();
}

inline Core::Message sampleMessage(const QString &conversation, const QString &parent,
                                   Core::Role role, const QString &text)
{
    return {.id = Core::newId(),
            .parentId = parent,
            .conversationId = conversation,
            .role = role,
            .content = text,
            .tokens = int(text.size()),
            .encoding = Core::Encoding::O200k};
}

inline Core::Attempt sampleAttempt(const Core::Message &answer)
{
    return {.id = Core::newId(),
            .conversationId = answer.conversationId,
            .messageId = answer.id,
            .provider = QStringLiteral("practice"),
            .model = QStringLiteral("small"),
            .strategy = QStringLiteral("sliding"),
            .requestBody = "{\"model\":\"small\"}"};
}

inline Core::Charge sampleCharge(qint64 pico)
{
    return {.userId = QStringLiteral("an"),
            .usage = {.prompt = 100, .completion = 20, .basis = Core::Usage::Basis::Provider},
            .amount = Core::Money{pico},
            .basis = Core::Charge::Basis::UsageTimesPrice,
            .rates = {.input = 2'000'000, .output = 8'000'000},
            .priceRow = QStringLiteral("small-2026")};
}
