#pragma once

#include "core/session/chatsession.h"
#include "core/session/planning.h"
#include "core/session/trial.h"
#include "core/settings/settings.h"
#include "ui/lab/labcard.h"

#include <QThreadPool>

/// The conversation that the lab looks at, and what the plans of its cards are made from. The
/// desks of the lab share it.
class LabJobs final
{
    Q_DISABLE_COPY_MOVE(LabJobs)

public:
    /// Everything must outlive this.
    struct Parts
    {
        Core::SessionParts session;
        const Core::ChatSession &chats; ///< what is known of models and plans
        const Core::Settings &settings;
    };

    /// What is asked about. The branch is counted.
    struct Subject
    {
        Core::Conversation conversation;
        QList<Core::Message> branch;
        Core::HandMarks marks;
        QList<Core::Summary> summaries;
    };

    /// Id of a question that is typed and not stored.
    static const QString draftId;

    explicit LabJobs(const Parts &parts);

    void setPracticeUrl(const QUrl &url) { m_practiceUrl = url; }
    void setSubject(const Subject &subject) { m_subject = subject; }
    const Subject &subject() const { return m_subject; }
    const Core::SessionParts &session() const { return m_parts.session; }
    int threadTokens() const;

    /// Where what takes long is worked on, so that a plan never waits behind it.
    QThreadPool &background() { return m_background; }

    /// What is planned where `question` is asked behind the branch, or, where it is empty, when
    /// the branch's last question was asked: the rows of the matrix.
    QList<Core::Message> messages(const QString &question) const;
    /// How the card asks that. NotFound where its provider is gone.
    Core::Result<Core::PlanJob> job(const Core::TrialCard &card, const QString &question) const;
    /// The question itself.
    QString asked(const QString &question) const;

    QList<LabModel> models() const;
    /// Those that the lab begins with. NotFound where the settings' provider is gone.
    Core::Result<QList<Core::TrialCard>> standardCards() const;

private:
    Parts m_parts;
    QUrl m_practiceUrl;
    Subject m_subject;
    QThreadPool m_background;
};
