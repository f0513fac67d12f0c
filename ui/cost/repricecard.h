#pragma once

#include "core/base/error.h"
#include "ui/base/card.h"
#include "ui/cost/repricemodels.h"

#include <array>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class RowTable;
class ToneLabel;

/// Where charges of the past are made worth what the price list says now: what to look at, what
/// would come of it, and then, with a reason, doing it. Below stands what was done so far. Knows
/// no store.
class RepriceCard final : public Card
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RepriceCard)

public:
    explicit RepriceCard(QWidget *parent = nullptr);

    /// Whom there is something to price of.
    void setProviders(const QStringList &providers);
    void setModels(const QStringList &models);
    /// Days are those of UTC, as in the price list.
    void setDays(QDate first, QDate last);
    Core::RepriceQuery query() const;

    void showPreview(const Core::RepricePreview &preview);
    void setLog(const QList<Core::Repricing> &log);
    void showDone(const Core::Repricing &repricing);
    void showError(const Core::Error &error);

signals:
    void previewRequested(const Core::RepriceQuery &query);
    void confirmed(const Core::RepricePreview &preview, const QString &reason);

protected:
    void changeEvent(QEvent *event) override;

private:
    static constexpr int nameCount = 4;

    void build();
    QWidget *buildQuery();
    void wire();
    void retranslate();
    void look();
    void confirm();
    void dismiss();
    void showWhatMayBeDone();

    Core::RepricePreview m_preview;
    RepriceTableModel m_rows;
    RepricingLogModel m_log;
    QLabel *m_title;
    QLabel *m_introduction;
    std::array<QLabel *, nameCount> m_names{}; ///< of the four fields that follow
    QDateEdit *m_first;
    QDateEdit *m_last;
    QComboBox *m_provider;
    QComboBox *m_model;
    QCheckBox *m_onlyUnpriced;
    QPushButton *m_look;
    ToneLabel *m_message;
    RowTable *m_table;
    QWidget *m_doing;
    QLineEdit *m_reason;
    QPushButton *m_do;
    QPushButton *m_dismiss;
    QLabel *m_logTitle;
    QLabel *m_nothing;
    RowTable *m_logTable;
};
