#pragma once

#include "core/base/error.h"

#include <QtGlobal>

#include <optional>
#include <utility>
#include <variant>

namespace Core {

/// Either a T or an Error. Reads like std::expected, which C++20 does not have.
template <typename T = void>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_state(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::in_place_index<1>, std::move(error))
    {
    }

    explicit operator bool() const { return m_state.index() == 0; }

    const T &operator*() const & { return *checked(); }
    T &&operator*() && { return std::move(*std::get_if<0>(&m_state)); }
    const T *operator->() const { return checked(); }

    const Error &error() const
    {
        Q_ASSERT(!*this);
        return *std::get_if<1>(&m_state);
    }

private:
    const T *checked() const
    {
        Q_ASSERT(*this);
        return std::get_if<0>(&m_state);
    }

    std::variant<T, Error> m_state;
};

/// Done, or an Error. `return {};` means done.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error)
        : m_error(std::move(error))
    {
    }

    explicit operator bool() const { return !m_error; }

    const Error &error() const
    {
        Q_ASSERT(m_error);
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace Core
