#pragma once

#include "core/chat/conversation.h"

#include <QWidget>

class ElidedLabel;
class QHBoxLayout;
class QMenu;
class QToolButton;
class QVBoxLayout;

/// Above the thread: the conversation's title, and what it is asked with. Each of the three can
/// be changed here.
class ConversationHeader final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ConversationHeader)

public:
    /// What holds where a conversation has nothing of its own.
    struct Defaults
    {
        QString provider;
        QString model;
        QString strategy;
    };

    explicit ConversationHeader(QWidget *parent = nullptr);

    void setConversation(const Core::Conversation &conversation);
    void setDefaults(const Defaults &defaults);
    void setProviders(const QStringList &names);
    void setModels(const QStringList &models); ///< of the provider
    void setStrategies(const QStringList &ids);

    /// The same choices as actions, for the palette. Owned by this.
    QList<QAction *> choices() const;

    QSize minimumSizeHint() const override;

signals:
    void providerChosen(const QString &name);
    void modelChosen(const QString &model);
    void strategyChosen(const QString &id);
    void renameAsked();
    void listToggled();
    void inspectorToggled();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void arrange();
    QToolButton *makeChoice();
    QToolButton *makeToggle(int icon);
    void retranslate();
    void showTitle();
    void showChoices();
    void fillMenu(QToolButton *button, const QStringList &values, const QString &current,
                  void (ConversationHeader::*chosen)(const QString &));
    QString provider() const;
    QString model() const;
    QString strategy() const;

    Core::Conversation m_conversation;
    Defaults m_defaults;
    QStringList m_providers;
    QStringList m_models;
    QStringList m_strategies;
    QToolButton *m_list;
    ElidedLabel *m_title;
    QHBoxLayout *m_row;
    QVBoxLayout *m_rows; ///< the row, and what has no room in it
    QWidget *m_choices;
    QToolButton *m_provider;
    QToolButton *m_model;
    QToolButton *m_strategy;
    QToolButton *m_inspector;
};
