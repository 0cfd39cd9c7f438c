#pragma once

#include <QStringList>
#include <QTranslator>

#include <memory>

namespace dip::cli {

/// The translations there are: "en" and "zh_CN".
[[nodiscard]] QStringList languages();

/// The first of the system's languages (most wanted first, as QLocale::uiLanguages() gives them) that there
/// is a translation for; English otherwise.
[[nodiscard]] QString chooseLanguage(const QStringList &wanted);

/// The value of --lang in the arguments, where there is a good one. Looked for before all else, because the
/// messages about the other arguments are in that language too.
[[nodiscard]] QString languageOption(const QStringList &arguments);

/// The translation of one language; hand it to QCoreApplication::installTranslator.
[[nodiscard]] std::unique_ptr<QTranslator> translation(const QString &language);

} // namespace dip::cli
