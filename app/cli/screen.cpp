#include "app/cli/screen.h"

#include "app/cli/displaywidth.h"

#include <QRegularExpression>

#include <algorithm>

namespace dip::cli {

void Screen::line(const QString &text)
{
    const QMutexLocker lock(&m_mutex);
    m_write(eraseLive() + text + u'\n' + drawLive());
}

void Screen::setLive(const QStringList &lines)
{
    const QMutexLocker lock(&m_mutex);
    if (lines == m_live)
        return;
    const QString erase = eraseLive();
    m_live = lines;
    m_write(erase + drawLive());
}

/// Back to the area's first row and everything below it away. A window made narrower since has broken the
/// lines into more rows.
QString Screen::eraseLive() const
{
    if (m_live.isEmpty())
        return {};
    const int width = std::max(1, m_columns());
    int rows = 0;
    for (const QString &line : m_live)
        rows += std::max(1, (displayWidth(withoutColour(line)) + width - 1) / width);
    return QStringLiteral("\x1b[%1A\r\x1b[J").arg(rows);
}

QString Screen::drawLive() const
{
    QString text;
    for (const QString &line : m_live)
        text += line + u'\n';
    return text;
}

QString withoutColour(const QString &text)
{
    static const QRegularExpression sequence(QStringLiteral("\x1b\\[[0-9;]*m"));
    return QString(text).remove(sequence);
}

} // namespace dip::cli
