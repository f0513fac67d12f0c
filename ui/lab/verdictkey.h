#pragma once

#include "core/context/contextplan.h"

#include <QWidget>

class QLabel;

/// What the shapes and colours of verdicts mean.
class VerdictKey final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VerdictKey)

public:
    explicit VerdictKey(QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QList<QPair<Core::Verdict, QLabel *>> m_names;
};
