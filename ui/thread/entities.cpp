#include "ui/thread/entities.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace {

struct Entity
{
    std::string_view name;
    char16_t character;
};

// Those that people and models write; sorted by name.
constexpr std::array entities{
    Entity{"Delta", 0x0394},  Entity{"Omega", 0x03a9},  Entity{"Prime", 0x2033},
    Entity{"Sigma", 0x03a3},  Entity{"alpha", 0x03b1},  Entity{"amp", u'&'},
    Entity{"apos", u'\''},    Entity{"beta", 0x03b2},   Entity{"bull", 0x2022},
    Entity{"cent", 0x00a2},   Entity{"check", 0x2713},  Entity{"copy", 0x00a9},
    Entity{"dagger", 0x2020}, Entity{"darr", 0x2193},   Entity{"deg", 0x00b0},
    Entity{"delta", 0x03b4},  Entity{"divide", 0x00f7}, Entity{"eacute", 0x00e9},
    Entity{"emsp", 0x2003},   Entity{"ensp", 0x2002},   Entity{"epsilon", 0x03b5},
    Entity{"euro", 0x20ac},   Entity{"frac12", 0x00bd}, Entity{"frac14", 0x00bc},
    Entity{"gamma", 0x03b3},  Entity{"ge", 0x2265},     Entity{"gt", u'>'},
    Entity{"hellip", 0x2026}, Entity{"infin", 0x221e},  Entity{"laquo", 0x00ab},
    Entity{"larr", 0x2190},   Entity{"ldquo", 0x201c},  Entity{"le", 0x2264},
    Entity{"lsquo", 0x2018},  Entity{"lt", u'<'},       Entity{"mdash", 0x2014},
    Entity{"micro", 0x00b5},  Entity{"middot", 0x00b7}, Entity{"mu", 0x03bc},
    Entity{"nbsp", 0x00a0},   Entity{"ndash", 0x2013},  Entity{"ne", 0x2260},
    Entity{"para", 0x00b6},   Entity{"pi", 0x03c0},     Entity{"plusmn", 0x00b1},
    Entity{"pound", 0x00a3},  Entity{"quot", u'"'},     Entity{"raquo", 0x00bb},
    Entity{"rarr", 0x2192},   Entity{"rdquo", 0x201d},  Entity{"reg", 0x00ae},
    Entity{"rsquo", 0x2019},  Entity{"sect", 0x00a7},   Entity{"shy", 0x00ad},
    Entity{"sigma", 0x03c3},  Entity{"sum", 0x2211},    Entity{"theta", 0x03b8},
    Entity{"times", 0x00d7},  Entity{"trade", 0x2122},  Entity{"uarr", 0x2191},
    Entity{"yen", 0x00a5},
};
static_assert(std::ranges::is_sorted(entities, {}, &Entity::name));

QString numeric(QByteArrayView digits)
{
    const bool hex = digits.startsWith('x') || digits.startsWith('X');
    bool ok = false;
    const uint code = digits.sliced(hex ? 1 : 0).toUInt(&ok, hex ? 16 : 10);
    const bool usable =
        ok && code > 0 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(char32_t(code));
    const char32_t character = usable ? char32_t(code) : char32_t(QChar::ReplacementCharacter);
    return QString::fromUcs4(&character, 1);
}

} // namespace

QString entityText(QByteArrayView entity)
{
    if (entity.size() < 3 || !entity.startsWith('&') || !entity.endsWith(';'))
        return QString::fromUtf8(entity);
    const QByteArrayView name = entity.sliced(1, entity.size() - 2);
    if (name.startsWith('#'))
        return numeric(name.sliced(1));

    const std::string_view wanted(name.data(), size_t(name.size()));
    const auto found = std::ranges::lower_bound(entities, wanted, {}, &Entity::name);
    if (found == entities.end() || found->name != wanted)
        return QString::fromUtf8(entity);
    return QString(QChar(found->character));
}
