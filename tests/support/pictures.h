#pragma once

#include <QDir>
#include <QImage>
#include <QLocale>
#include <QTest>
#include <QWidget>

/// Tests that paint views. With SKEIN_PICTURES set to a folder, the pictures are kept there to be
/// looked at.
namespace Pictures {

/// The widget shown at that size. Empty where it did not come to the screen.
inline QImage of(QWidget &view, const QSize &size, int settleMs = 0)
{
    view.resize(size);
    view.show();
    if (!QTest::qWaitForWindowExposed(&view))
        return {};
    QTest::qWait(settleMs);
    return view.grab().toImage();
}

/// "matrix dark" becomes "lab-matrix-dark.png" with the prefix "lab-". False where it cannot be
/// written; true where nobody wants it.
inline bool keep(const QImage &picture, const QString &prefix = {},
                 const QString &name = QString::fromLatin1(QTest::currentDataTag()))
{
    const QString folder = qEnvironmentVariable("SKEIN_PICTURES");
    const QString file = prefix + QString(name).replace(u' ', u'-') + QStringLiteral(".png");
    return folder.isEmpty() || picture.save(QDir(folder).filePath(file));
}

} // namespace Pictures
