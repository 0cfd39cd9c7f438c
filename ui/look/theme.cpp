#include "ui/look/theme.h"

#include <QApplication>
#include <QStyleHints>

#include "ui/look/appstyle.h"

namespace dip::ui {

namespace {

const ThemeColors light{
    false,
    QColor(0x1a, 0x5f, 0xd0),
    QColor(0xe4, 0xee, 0xfd),
    QColor(0x15, 0x74, 0x3f),
    QColor(0x8a, 0x55, 0x00),
    QColor(0xc0, 0x23, 0x2c),
    QColor(0x5b, 0x64, 0x70),
    QColor(0xdd, 0xe1, 0xe7),
    QColor(0xff, 0xff, 0xff),
    QColor(0xe3, 0xe7, 0xed),
};

const ThemeColors dark{
    true,
    QColor(0x6a, 0xa9, 0xff),
    QColor(0x20, 0x32, 0x4c),
    QColor(0x5f, 0xcf, 0x8c),
    QColor(0xf0, 0xb4, 0x50),
    QColor(0xff, 0x85, 0x80),
    QColor(0xa0, 0xa9, 0xb5),
    QColor(0x36, 0x3d, 0x47),
    QColor(0x22, 0x27, 0x2e),
    QColor(0x3a, 0x42, 0x4d),
};

QPalette paletteOf(const ThemeColors &colors)
{
    const QColor window = colors.dark ? QColor(0x1a, 0x1e, 0x24) : QColor(0xf5, 0xf6, 0xf8);
    const QColor text = colors.dark ? QColor(0xe8, 0xeb, 0xef) : QColor(0x1b, 0x21, 0x2a);
    const QColor button = colors.dark ? QColor(0x2d, 0x33, 0x3c) : QColor(0xff, 0xff, 0xff);
    const QColor off = colors.dark ? QColor(0x6d, 0x76, 0x82) : QColor(0x9a, 0xa2, 0xad);

    QPalette palette(button, window);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, colors.card);
    palette.setColor(QPalette::AlternateBase,
                     colors.dark ? QColor(0x26, 0x2b, 0x33) : QColor(0xf9, 0xfa, 0xfb));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, button);
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, colors.danger);
    palette.setColor(QPalette::ToolTipBase,
                     colors.dark ? QColor(0x33, 0x3a, 0x44) : QColor(0x2a, 0x30, 0x39));
    palette.setColor(QPalette::ToolTipText, QColor(0xf4, 0xf5, 0xf7));
    palette.setColor(QPalette::PlaceholderText, colors.faint);
    palette.setColor(QPalette::Highlight, colors.dark ? QColor(0x26, 0x3d, 0x60) : QColor(0xd6, 0xe6, 0xfc));
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::Accent, colors.accent);
    palette.setColor(QPalette::Link, colors.accent);
    palette.setColor(QPalette::LinkVisited, colors.accent);
    palette.setColor(QPalette::Mid, colors.line);
    palette.setColor(QPalette::Midlight, colors.track);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, off);
    palette.setColor(QPalette::Disabled, QPalette::Button, window);
    return palette;
}

} // namespace

ThemeColors themeColors(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5F ? dark : light;
}

void applyTheme(ThemeChoice choice)
{
    const bool systemIsDark = QApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    const bool useDark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemIsDark);
    if (!qobject_cast<AppStyle *>(QApplication::style()))
        QApplication::setStyle(new AppStyle);
    QApplication::setPalette(paletteOf(useDark ? dark : light));
}

} // namespace dip::ui
