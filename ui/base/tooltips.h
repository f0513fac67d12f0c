#pragma once

#include <QString>

/// A tool tip that shows `text` as it is, even where it looks like HTML, in lines of readable
/// length. Tool tips have no format property, so what the user or a model wrote must pass here.
QString plainToolTip(const QString &text);
