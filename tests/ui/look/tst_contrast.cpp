#include <QApplication>
#include <QtTest>

#include <cmath>

#include "ui/look/theme.h"

using namespace dip::ui;

namespace {

constexpr double least = 4.5;

double linear(float part)
{
    return part <= 0.04045F ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// WCAG 2.1, contrast ratio.
double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

/// A colour of some opacity on another.
QColor over(const QColor &top, float opacity, const QColor &ground)
{
    const auto mix = [opacity](float a, float b) {
        return a * opacity + b * (1 - opacity);
    };
    return QColor::fromRgbF(mix(top.redF(), ground.redF()), mix(top.greenF(), ground.greenF()),
                            mix(top.blueF(), ground.blueF()));
}

} // namespace

/// Every text can be read on the ground that it stands on, in both themes (WCAG 2.1, AA: 4.5:1).
class TestContrast final : public QObject
{
    Q_OBJECT

private slots:
    void readable_data();
    void readable();

private:
    static void addPalette(const char *theme, const QPalette &palette);
    static void addColors(const char *theme, const QPalette &palette);
};

void TestContrast::addPalette(const char *theme, const QPalette &palette)
{
    using enum QPalette::ColorRole;
    const std::tuple<const char *, QPalette::ColorRole, QPalette::ColorRole> pairs[]{
        {"window text", WindowText, Window},
        {"text", Text, Base},
        {"text in other rows", Text, AlternateBase},
        {"text on windows", Text, Window},
        {"buttons", ButtonText, Button},
        {"chosen text", HighlightedText, Highlight},
        {"tool tips", ToolTipText, ToolTipBase},
        {"placeholders", PlaceholderText, Base},
        {"links", Link, Base},
        {"links on windows", Link, Window},
        {"visited links", LinkVisited, Base},
        {"bright text", BrightText, Window}};
    for (const auto &[name, text, ground] : pairs)
        QTest::addRow("%s: %s", theme, name) << palette.color(text) << palette.color(ground);
}

void TestContrast::addColors(const char *theme, const QPalette &palette)
{
    const ThemeColors colors = themeColors(palette);
    const QColor window = palette.color(QPalette::Window);
    const std::pair<const char *, QColor> texts[]{
        {"accent", colors.accent}, {"success", colors.success}, {"warning", colors.warning},
        {"danger", colors.danger}, {"faint", colors.faint},     {"text", palette.color(QPalette::Text)}};
    const std::pair<const char *, QColor> grounds[]{{"windows", window},
                                                    {"cards", colors.card},
                                                    {"other rows", palette.color(QPalette::AlternateBase)},
                                                    {"chosen rows", palette.color(QPalette::Highlight)},
                                                    {"chips", colors.soft}};
    for (const auto &[text, color] : texts) {
        for (const auto &[ground, ofGround] : grounds)
            QTest::addRow("%s: %s on %s", theme, text, ground) << color << ofGround;
    }
    // The section that is chosen, with its badge; strips with a message.
    QTest::addRow("%s: badge", theme) << colors.faint << over(colors.accent, 0.13F, window);
    for (const QColor &strip : {colors.accent, colors.warning, colors.danger})
        QTest::addRow("%s: strip %s", theme, qPrintable(strip.name()))
            << palette.color(QPalette::WindowText) << over(strip, 0.13F, window);
    QTest::addRow("%s: mark of what needs you", theme) << colors.card << colors.warning;
}

void TestContrast::readable_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    for (const auto &[name, theme] :
         {std::pair{"light", ThemeChoice::Light}, std::pair{"dark", ThemeChoice::Dark}}) {
        applyTheme(theme);
        addPalette(name, QApplication::palette());
        addColors(name, QApplication::palette());
    }
}

void TestContrast::readable()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    const double ratio = contrast(text, ground);
    QVERIFY2(ratio >= least,
             qPrintable(QStringLiteral("%1 on %2: %3").arg(text.name(), ground.name()).arg(ratio)));
}

QTEST_MAIN(TestContrast)
#include "tst_contrast.moc"
