#include "app/labjobs.h"

using namespace Qt::Literals::StringLiterals;

const QString LabJobs::draftId = u"question"_s;

LabJobs::LabJobs(const Parts &parts)
    : m_parts(parts)
{
    m_background.setMaxThreadCount(1);
}

int LabJobs::threadTokens() const
{
    int tokens = 0;
    for (const Core::Message &message : m_subject.branch)
        tokens += std::max(0, message.tokens);
    return tokens;
}

QList<Core::Message> LabJobs::messages(const QString &question) const
{
    if (question.isEmpty())
        return Core::upToLastQuestion(m_subject.branch);
    QList<Core::Message> rows = m_subject.branch;
    rows.append({.id = draftId, .role = Core::Role::User, .content = question});
    return rows;
}

Core::Result<Core::PlanJob> LabJobs::job(const Core::TrialCard &card, const QString &question) const
{
    const auto provider = Core::providerByName(m_parts.settings, card.provider, m_practiceUrl);
    if (!provider)
        return provider.error();
    const Core::ModelBook &models = m_parts.chats.models();
    const Core::Turn turn = Core::trialTurn(
        Core::turnFor(m_parts.settings, m_subject.conversation, *provider, question), card,
        *provider);
    Core::PlanJob job{.thread = question.isEmpty() ? Core::upToLastQuestion(m_subject.branch)
                                                   : m_subject.branch,
                      .turn = turn,
                      .budget = models.budget(turn),
                      .counter = models.counter(card.provider, card.model),
                      .marks = m_subject.marks,
                      .summaries = m_subject.summaries,
                      .memory = m_parts.chats.planMemory(),
                      .nowMs = m_parts.session.clock.monotonicMs()};
    if (!question.isEmpty())
        job.draft = Core::Message{.id = draftId, .role = Core::Role::User, .content = question};
    return job;
}

QString LabJobs::asked(const QString &question) const
{
    const QList<Core::Message> rows = messages(question);
    return rows.isEmpty() || rows.last().role != Core::Role::User ? QString() : rows.last().content;
}

QList<LabModel> LabJobs::models() const
{
    QList<LabModel> models;
    const auto add = [&](const QString &name) {
        const auto provider = Core::providerByName(m_parts.settings, name, m_practiceUrl);
        if (!provider)
            return;
        for (const QString &model : Core::modelsOf(*provider, m_parts.session.prices))
            models.append({name, model});
    };
    add(u"practice"_s);
    for (const Core::Provider &provider : m_parts.settings.providers)
        add(provider.name);
    return models;
}

Core::Result<QList<Core::TrialCard>> LabJobs::standardCards() const
{
    const auto provider =
        Core::providerByName(m_parts.settings, m_parts.settings.provider, m_practiceUrl);
    if (!provider)
        return provider.error();
    const Core::Turn turn = Core::turnFor(m_parts.settings, m_subject.conversation, *provider, {});
    return Core::standardTrials(provider->name, turn.model, threadTokens());
}
