#pragma once

#include <QStringList>

namespace dip::cli {

/// Columns that a terminal gives the text: two for each wide character (Unicode, East Asian Width W and F),
/// none for combining marks and control characters.
[[nodiscard]] int displayWidth(QStringView text);

enum class Align { Left, Right };

/// Filled with spaces up to `width` columns; as it is where it has more.
[[nodiscard]] QString padded(const QString &text, int width, Align align = Align::Left);

/// At most `width` columns, with "…" where the middle was taken out.
[[nodiscard]] QString elided(const QString &text, int width);

/// Lines of at most `width` columns, broken at spaces, between wide characters, and where a word has no end.
[[nodiscard]] QStringList wrapped(const QString &text, int width);

} // namespace dip::cli
