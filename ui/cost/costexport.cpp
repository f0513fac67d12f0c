#include "ui/cost/costexport.h"

#include "core/cost/costcsv.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qreal pictureScale = 2;
constexpr int dotsPerInch = 300;
constexpr qreal marginMm = 18;

Core::Result<void> write(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return Core::Error{Core::Error::Kind::FileAccess, file.errorString(), path};
}

} // namespace

Core::Result<void> CostExport::csv(const QString &path, const Core::CostFigures &figures)
{
    return write(path, Core::toCsv(figures.report));
}

Core::Result<void> CostExport::png(const QString &path, QWidget &page)
{
    QImage picture(page.size() * pictureScale, QImage::Format_RGB32);
    picture.setDevicePixelRatio(pictureScale);
    picture.fill(page.palette().color(QPalette::Window));
    QPainter painter(&picture);
    page.render(&painter);
    painter.end();
    QBuffer content;
    content.open(QIODevice::WriteOnly);
    picture.save(&content, "PNG");
    return write(path, content.data());
}

Core::Result<void> CostExport::pdf(const QString &path, const CostSheet::Content &content)
{
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&file);
        writer.setPageLayout({QPageSize(QPageSize::A4), QPageLayout::Portrait,
                              QMarginsF(marginMm, marginMm, marginMm, marginMm),
                              QPageLayout::Millimeter});
        writer.setResolution(dotsPerInch);
        writer.setTitle(CostSheet::title());
        writer.setCreator(u"Skein"_s);
        CostSheet::print(writer, content);
    }
    return write(path, file.data());
}
