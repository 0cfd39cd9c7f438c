#include "ui/look/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace dip::ui {

QString formatBytes(qint64 bytes)
{
    const int digits = bytes < 1000 * 1000 ? 0 : 1;
    return QLocale().formattedDataSize(bytes, digits, QLocale::DataSizeSIFormat);
}

QString formatSpeed(double bytesPerSecond)
{
    return QCoreApplication::translate("Format", "%1/s", "a speed: %1 is a size such as 12.4 MB")
        .arg(formatBytes(std::llround(bytesPerSecond)));
}

QString formatRemaining(qint64 ms)
{
    const int seconds = int(std::min<qint64>(ms / 1000, std::numeric_limits<int>::max()));
    if (seconds < 5)
        return QCoreApplication::translate("Format", "almost done");
    if (seconds < 60) {
        const int steps = seconds / 5 * 5;
        return QCoreApplication::translate("Format", "about %n s left", nullptr, steps);
    }
    if (seconds < 3600) {
        const int minutes = (seconds + 30) / 60;
        return QCoreApplication::translate("Format", "about %n min left", nullptr, minutes);
    }
    const int hours = (seconds + 1800) / 3600;
    return QCoreApplication::translate("Format", "about %n h left", nullptr, hours);
}

QString formatWhen(const QDateTime &when)
{
    if (!when.isValid())
        return {};
    const QDateTime local = when.toLocalTime();
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    const qint64 days = local.date().daysTo(QDate::currentDate());
    if (days == 0)
        return QCoreApplication::translate("Format", "today %1", "%1 is a time").arg(time);
    if (days == 1)
        return QCoreApplication::translate("Format", "yesterday %1", "%1 is a time").arg(time);
    return QLocale().toString(local.date(), QLocale::ShortFormat);
}

QString joinSentences(const QStringList &sentences)
{
    QString text = sentences.value(0);
    for (const QString &sentence : sentences.sliced(std::min<qsizetype>(1, sentences.size())))
        text = QCoreApplication::translate("Format", "%1 %2", "two sentences").arg(text, sentence);
    return text;
}

qint64 parseBytes(QStringView text)
{
    QString number = text.trimmed().toString().toUpper();
    if (number.endsWith(u'B'))
        number.chop(1);
    double factor = 1;
    constexpr QStringView units = u"KMGT";
    for (qsizetype i = 0; i < units.size(); ++i) {
        if (number.endsWith(units[i])) {
            factor = std::pow(1000.0, double(i) + 1);
            number.chop(1);
            break;
        }
    }
    bool isNumber = false;
    const double value = number.trimmed().toDouble(&isNumber);
    return isNumber && value >= 0 ? std::llround(value * factor) : -1;
}

} // namespace dip::ui
