#pragma once

#include "core/chat/summary.h"
#include "core/context/contextplan.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

/// The summary of a conversation: which version is sent, who made it and what it covers. It can
/// be rewritten, and an older version can be taken again; either makes a further version. Hidden
/// where there is no summary.
class SummaryCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryCard)

public:
    enum class Change { Allowed, Forbidden };

    explicit SummaryCard(QWidget *parent = nullptr);

    /// `stored`: all versions, the oldest first. What is being written stays as it is.
    void setPlan(const Core::ContextPlan &plan, const QList<Core::Summary> &stored, Change change);

signals:
    void versionMade(const Core::Summary &summary); ///< to be stored

private:
    void build();
    void wire();
    void fillVersions();
    void showChosen();
    void showButtons();
    void edit();
    void save();
    void takeBack();
    void endEditing();
    void fitText();
    /// What is looked at: a stored version, or one that was made for this request.
    std::optional<Core::Summary> chosen() const;
    int versionInForce() const; ///< 0: not kept yet; -1: there is none
    QString origin(const Core::Summary &summary) const;
    QString coverage(const Core::Summary &summary) const;
    int nextVersion() const;

    Core::ContextPlan m_plan;
    QList<Core::Summary> m_stored;
    std::optional<Core::Summary> m_sent; ///< in the request
    std::optional<Core::Summary> m_edited; ///< that which is being rewritten
    Change m_change = Change::Allowed;
    QLabel *m_title;
    QLabel *m_hint;
    QComboBox *m_versions;
    QPlainTextEdit *m_text;
    QPushButton *m_edit;
    QPushButton *m_save;
    QPushButton *m_takeBack;
    QPushButton *m_cancel;
};
