#pragma once

#include "core/session/timetravel.h"
#include "core/session/trial.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

class EmptyState;
class QLabel;
class QProgressBar;
class QSlider;
class QStackedLayout;
class QToolButton;
class QVBoxLayout;
class TimeRow;

/// Goes through a conversation turn by turn and shows what each card would have sent then. The
/// turn at which a marked message falls out is found beside it.
class TimePane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimePane)

public:
    explicit TimePane(QWidget *parent = nullptr);

    /// Goes to the last turn. The messages are counted.
    void setThread(const QList<Core::Message> &messages);
    void setCards(const QList<Core::TrialCard> &cards);
    /// The messages that are watched.
    void setMarked(const QSet<QString> &messages);

    /// What a card would have sent at a turn; one that is not shown any more is left alone.
    void setPlan(const QString &cardId, int turn, const Core::ContextPlan &plan);
    /// What became of the marked messages, of one or more cards.
    void addFates(const QList<Core::FactFate> &fates);
    void clearFates();
    void setProgress(int done, int all); ///< of the search for lost messages; 0, 0: none runs

    int turn() const; ///< from 1; 0: there is none
    int turns() const { return int(m_ends.size()); }
    void setTurn(int turn);

signals:
    void turnChanged(int turn); ///< its plans are wanted
    void messageActivated(const QString &messageId);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildTools();
    QWidget *buildRows();
    void wire();
    void retranslate();
    void showTurn();
    void play(bool playing);
    void step();

    QList<Core::Message> m_messages;
    QList<int> m_ends;
    QSet<QString> m_marked;
    QList<TimeRow *> m_rows;
    QStackedLayout *m_pages;
    EmptyState *m_nothing;
    QToolButton *m_play;
    QToolButton *m_back;
    QToolButton *m_forward;
    QSlider *m_slider;
    QLabel *m_place;
    QLabel *m_question;
    QLabel *m_hint;
    QProgressBar *m_progress;
    QVBoxLayout *m_column = nullptr;
    QTimer m_timer;
};
