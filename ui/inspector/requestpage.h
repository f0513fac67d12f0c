#pragma once

#include "core/chat/attempt.h"
#include "ui/inspector/requestdiff.h"

#include <QWidget>

#include <optional>

class EmptyState;
class JsonView;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class TimingBar;
class ToneLabel;

/// Exactly what is sent, or was: the body, what changed since another request, the heads, the
/// answer, its usage and timing. The request that would be sent next is an attempt without an
/// id.
class RequestPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RequestPage)

public:
    explicit RequestPage(QWidget *parent = nullptr);

    /// What the changes are counted from.
    struct Comparison
    {
        QList<std::pair<QString, QString>> choices; ///< id and name, the newest first
        QString chosen; ///< empty: none
        std::optional<Core::Attempt> attempt; ///< that was chosen, once it is read

        friend bool operator==(const Comparison &, const Comparison &) = default;
    };
    void setAttempt(const Core::Attempt &attempt, const Comparison &comparison);
    void showNothing();
    void showNoRequest(); ///< of an answer whose request was not kept
    void showLoading();

signals:
    void copied(); ///< something is on the clipboard
    void otherChosen(const QString &attemptId); ///< to count the changes from

private:
    enum class Part { Request, Changes, Answer, Heads };

    QWidget *buildContent();
    QWidget *buildTools();
    void wire();
    void showHead();
    void showUsage();
    void showRetries();
    void showPart();
    void showOthers();
    void compare();
    void showChanges(const RequestDiff &changes);
    QString heads() const;

    Core::Attempt m_attempt;
    Comparison m_with;
    QStackedLayout *m_pages;
    EmptyState *m_empty;
    QLabel *m_title;
    ToneLabel *m_status;
    ToneLabel *m_error;
    TimingBar *m_timing;
    QLabel *m_usage;
    QLabel *m_retries;
    QComboBox *m_part;
    QComboBox *m_against;
    QLabel *m_hint;
    JsonView *m_view;
    int m_comparisons = 0; ///< only the newest one counts
    QPushButton *m_copy;
    QPushButton *m_copyCurl;
};
