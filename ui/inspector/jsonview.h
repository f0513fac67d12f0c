#pragma once

#include "ui/inspector/textrows.h"

#include <QListView>

class JsonDelegate;

/// Shows JSON, or changes of JSON, with highlighting. Only the rows in sight are painted, so
/// that a body of megabytes stays fluid; nothing in it is ever read as HTML. Rows can be
/// selected and copied.
class JsonView final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JsonView)

public:
    explicit JsonView(QWidget *parent = nullptr);

    /// What does not begin like JSON is shown without colours.
    void setText(const QString &text);
    void setChanges(const QString &text, const QList<LineMark> &marks);

    /// Copies the selected rows, or all where none is selected.
    void copy() const;

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();

    TextRowsModel *m_rows;
    JsonDelegate *m_delegate;
};
