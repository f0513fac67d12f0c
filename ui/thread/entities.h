#pragma once

#include <QByteArrayView>
#include <QString>

/// The characters that an HTML entity such as "&amp;" or "&#233;" stands for. An entity that is
/// not known stays as it is written.
QString entityText(QByteArrayView entity);
