#pragma once

#include <QString>

#include <algorithm>
#include <array>
#include <optional>

namespace dip::ui {

/// The names that values have in files.
template<typename Enum, size_t size> struct NameTable
{
    std::array<std::pair<Enum, QLatin1StringView>, size> entries;
    [[nodiscard]] QString nameOf(Enum value) const
    {
        const auto place = std::ranges::find(entries, value, [](const auto &entry) { return entry.first; });
        return place == entries.end() ? QString() : QString(place->second);
    }
    [[nodiscard]] std::optional<Enum> valueOf(const QString &name) const
    {
        const auto place =
            std::ranges::find(entries, name, [](const auto &entry) { return QString(entry.second); });
        return place == entries.end() ? std::optional<Enum>() : place->first;
    }
};

} // namespace dip::ui
