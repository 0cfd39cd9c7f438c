#pragma once

#include <QLabel>

namespace dip::ui {

/// A page's title.
[[nodiscard]] QLabel *makeTitle(QWidget *parent = nullptr);
/// Text of second rank, wrapped.
[[nodiscard]] QLabel *makeHint(QWidget *parent = nullptr);
/// A caption above a group of things.
[[nodiscard]] QLabel *makeCaption(QWidget *parent = nullptr);

} // namespace dip::ui
