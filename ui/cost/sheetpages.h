#pragma once

#include <QColor>
#include <QFont>
#include <QImage>
#include <QLineF>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

class QPdfWriter;
class QTextLayout;

/// Lays texts, pictures and tables out on paper, one below the other. What does not fit on a page
/// goes on the next one as a whole: a row of a table never lies on two, its heading stays with
/// its first rows and its total with its last, and its header stands on every page.
class SheetPages
{
    Q_DISABLE_COPY_MOVE(SheetPages)

public:
    struct Column
    {
        QString name;
        qreal width = 1; ///< against the others'
        Qt::Alignment alignment = Qt::AlignLeft;
    };
    struct Words
    {
        qreal points = 9;
        QFont::Weight weight = QFont::Normal;
        bool isQuiet = false;
    };

    /// `writer` must outlive it.
    explicit SheetPages(QPdfWriter &writer);
    ~SheetPages();

    void space(qreal points);
    void text(const QString &text, const Words &words);
    /// A name and what there is to say of it, line by line.
    void pairs(const QList<std::pair<QString, QString>> &rows);
    void picture(const QImage &picture); ///< as wide as the page
    void legend(const QList<std::pair<QColor, QString>> &entries);
    /// The last row is the total.
    void table(const QString &heading, const QList<Column> &columns,
               const QList<QStringList> &rows);

    int count() const { return int(m_pages.size()); }
    QStringList textsOf(int page) const; ///< in reading order

    /// Once. `footer` of a page, the first being 1.
    void print(const std::function<QString(int page)> &footer);

private:
    struct Text
    {
        std::shared_ptr<QTextLayout> layout;
        QPointF at;
        QColor color;
    };
    struct Line
    {
        QLineF line;
        qreal width = 1;
        QColor color;
    };
    struct Page
    {
        QList<Text> texts;
        QList<Line> lines;
        QList<std::pair<QRectF, QImage>> pictures;
    };
    /// Texts side by side that stay together.
    struct Row
    {
        QList<Text> cells;
        qreal height = 0;
    };

    qreal dots(qreal points) const;
    Text textOf(const QString &text, const Words &words, qreal width,
                Qt::Alignment alignment) const;
    Row rowOf(const QStringList &texts, const QList<Column> &columns, const Words &words,
              qreal padding) const;
    void makeRoom(qreal height);
    void place(const Row &row);
    void line(qreal points, const QColor &color);

    QPdfWriter &m_writer;
    qreal m_width;
    qreal m_height; ///< above the footer
    qreal m_y = 0; ///< where the next thing stands
    std::vector<Page> m_pages;
};
