#pragma once

#include "core/store/page.h"

#include <QWidget>

class Chip;

/// The filters of the list as chips: mine, tag, provider, has error.
class FilterBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBar)

public:
    explicit FilterBar(QWidget *parent = nullptr);

    /// Whose conversations "Mine" are; without a name there is no such chip.
    void setUser(const QString &userId);
    void setTags(const QStringList &tags);
    void setProviders(const QStringList &providers);

    const QStringList &tags() const { return m_tags; }
    const Core::ConversationFilter &filter() const { return m_filter; }
    bool isFiltering() const;
    void clear();

signals:
    void filterChanged(const Core::ConversationFilter &filter);

protected:
    void changeEvent(QEvent *event) override;

private:
    void wire();
    void retranslate();
    void choose(Chip *chip, const QStringList &values, QString Core::ConversationFilter::*field);
    void changed();

    Core::ConversationFilter m_filter;
    QString m_userId;
    QStringList m_tags;
    QStringList m_providers;
    Chip *m_mine;
    Chip *m_tag;
    Chip *m_provider;
    Chip *m_error;
};
