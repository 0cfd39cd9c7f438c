#pragma once

#include <QTranslator>

namespace dip::ui {

/// Puts the chosen language in place; widgets get a LanguageChange event. For the main thread; must live as
/// long as the application shows text.
class Language final
{
public:
    Language() = default;
    ~Language();
    Q_DISABLE_COPY_MOVE(Language)

    /// "en", "zh_CN", or empty for the system's.
    void use(const QString &choice);

private:
    QTranslator m_texts;
    QTranslator m_qtTexts;
};

} // namespace dip::ui
