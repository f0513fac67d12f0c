#include "ui/base/icons.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

#include <array>

using namespace Qt::Literals::StringLiterals;

/// The drawings lie in a static library; naming them here keeps the linker from leaving them
/// out. The macro wants the global namespace.
static void keepResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace {

/// A name in the desktop's theme, and the name of the bundled drawing.
struct Source
{
    QLatin1StringView theme;
    QLatin1StringView file;
};

/// In the order of Icons::Name.
constexpr std::array sources{
    Source{"dialog-messages"_L1, "chats"_L1},
    Source{"view-split-left-right"_L1, "lab"_L1},
    Source{"office-chart-bar"_L1, "costs"_L1},
    Source{"network-server"_L1, "providers"_L1},
    Source{"configure"_L1, "settings"_L1},
    Source{"document-send"_L1, "send"_L1},
    Source{"media-playback-stop"_L1, "stop"_L1},
    Source{"search"_L1, "search"_L1},
    Source{"edit-copy"_L1, "copy"_L1},
    Source{"pin"_L1, "pin"_L1},
    Source{"dialog-cancel"_L1, "exclude"_L1},
    Source{"list-add"_L1, "add"_L1},
    Source{"edit-delete"_L1, "remove"_L1},
    Source{"document-edit"_L1, "edit"_L1},
    Source{"view-refresh"_L1, "regenerate"_L1},
    Source{"go-previous"_L1, "previous"_L1},
    Source{"go-next"_L1, "next"_L1},
    Source{"go-down"_L1, "down"_L1},
    Source{"window-close"_L1, "close"_L1},
    Source{"mail-attachment"_L1, "attach"_L1},
    Source{"data-warning"_L1, "warning"_L1},
    Source{"data-error"_L1, "error"_L1},
    Source{"help-about"_L1, "info"_L1},
    Source{"document-import"_L1, "import"_L1},
    Source{"document-export"_L1, "export"_L1},
    Source{"sidebar-expand-right"_L1, "inspector"_L1},
    Source{"sidebar-expand-left"_L1, "list"_L1},
    Source{"tag"_L1, "tag"_L1},
    Source{"view-more-symbolic"_L1, "more"_L1},
    Source{"checkmark"_L1, "check"_L1},
    Source{"arrow-down"_L1, "expand"_L1},
};
static_assert(sources.size() == size_t(Icons::Name::Expand) + 1);

QColor colourFor(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::ButtonText);
    if (mode == QIcon::Selected)
        return palette.color(QPalette::HighlightedText);
    return palette.color(QPalette::ButtonText);
}

/// Only a theme whose action icons are drawn in one colour can be tinted, and Breeze is that.
bool themeCanBeTinted()
{
    return QIcon::themeName().startsWith("breeze"_L1);
}

/// Draws a one-coloured shape in the colour the palette has at that moment, so that a change
/// of theme needs no new icon.
class TintedEngine final : public QIconEngine
{
public:
    explicit TintedEngine(const Source &source)
        : m_source(source)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, 1));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    /// `size` is in pixels of the device already.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State /*state*/,
                         qreal /*scale*/) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        drawShape(painter, pixmap.rect());
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), colourFor(mode));
        return pixmap;
    }

    QIconEngine *clone() const override { return new TintedEngine(m_source); }

private:
    void drawShape(QPainter &painter, const QRect &rect) const
    {
        if (themeCanBeTinted() && QIcon::hasThemeIcon(m_source.theme)) {
            QIcon::fromTheme(m_source.theme).paint(&painter, rect);
            return;
        }
        QSvgRenderer renderer(u":/icons/%1.svg"_s.arg(m_source.file));
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&painter, rect);
    }

    Source m_source;
};

} // namespace

namespace Icons {

QIcon icon(Name name)
{
    keepResources();
    return QIcon(new TintedEngine(sources.at(size_t(name))));
}

QIcon application()
{
    keepResources();
    return QIcon(u":/icons/skein.svg"_s);
}

} // namespace Icons
