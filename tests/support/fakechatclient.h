#pragma once

#include "core/base/async.h"
#include "core/net/chatclient.h"

#include <QList>

/// What a fake client answers to one request.
struct FakeAnswer
{
    QStringList pieces; ///< shown before the end
    std::optional<Core::Error> error; ///< how it ends; nothing: well
    Core::ReplySummary summary = {}; ///< its text is filled in from the pieces
    bool isSilent = false; ///< it never ends by itself
};

/// Answers in the next turn of the event loop, as it was told.
class FakeReply final : public Core::ChatReply
{
public:
    FakeReply(const FakeAnswer &answer, QObject *owner)
        : ChatReply(owner)
        , m_answer(answer)
    {
        m_answer.summary.text = answer.pieces.join(QString());
        if (!answer.isSilent)
            QMetaObject::invokeMethod(this, &FakeReply::play, Qt::QueuedConnection);
    }

    void abort() override { fail({.kind = Core::Error::Kind::Cancelled}, m_answer.summary); }

private:
    void play()
    {
        for (const QString &piece : std::as_const(m_answer.pieces))
            emit textAppended(piece);
        if (m_answer.error)
            fail(*m_answer.error, m_answer.summary);
        else
            finish(m_answer.summary);
    }

    FakeAnswer m_answer;
};

/// A chat client without a network: answers in the order set, the last one again and again, and
/// remembers what it was asked.
class FakeChatClient final : public Core::ChatClient
{
public:
    explicit FakeChatClient(QList<FakeAnswer> answers = {{}})
        : m_answers(std::move(answers))
    {
    }

    void setAnswers(const QList<FakeAnswer> &answers)
    {
        m_answers = answers;
        m_requests.clear();
    }

    const QList<Core::ChatRequest> &requests() const { return m_requests; }

    Core::ChatReply *send(const Core::ChatRequest &request, QObject *owner) override
    {
        m_requests.append(request);
        const qsizetype number = std::min(m_requests.size(), m_answers.size()) - 1;
        return new FakeReply(m_answers[number], owner);
    }

    QFuture<Core::Result<QStringList>> models(const Core::Provider &, const QByteArray &) override
    {
        return Core::readyFuture<Core::Result<QStringList>>(QStringList{QStringLiteral("fake")});
    }

private:
    QList<FakeAnswer> m_answers;
    QList<Core::ChatRequest> m_requests;
};
