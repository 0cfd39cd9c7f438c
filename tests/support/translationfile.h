#pragma once

#include <QString>
#include <QStringList>

namespace dip::test {

/// A .ts file as read.
struct TranslatedMessage
{
    QString source;
    QStringList translations; ///< one, or one for each plural form
    bool isFinished = true;
};

/// Empty where the file cannot be read.
[[nodiscard]] QList<TranslatedMessage> readTranslations(const QString &path);

/// Copies a .ts file of translations/ into a folder and has lupdate bring it up to the sources of today.
/// The copy's path; empty on failure.
[[nodiscard]] QString updatedTranslations(const QString &lupdate, const QString &fileName,
                                          const QString &sourceFolder, const QString &folder);

/// The texts that have no finished translation.
[[nodiscard]] QStringList untranslated(const QList<TranslatedMessage> &messages);

/// The texts whose translation lacks a placeholder of the source, or has one more.
[[nodiscard]] QStringList withOtherPlaceholders(const QList<TranslatedMessage> &messages);

} // namespace dip::test
