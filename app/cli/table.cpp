#include "app/cli/table.h"

#include <algorithm>
#include <numeric>

namespace dip::cli {

namespace {
constexpr int gap = 2;
constexpr int narrowestFirst = 16;
constexpr int narrowest = 6;
} // namespace

void Table::addRow(const QStringList &cells)
{
    m_rows.append(cells);
}

QList<int> Table::widths(int width) const
{
    QList<int> widths;
    for (qsizetype column = 0; column < m_columns.size(); ++column) {
        int widest = displayWidth(m_columns[column].title);
        for (const QStringList &cells : m_rows)
            widest = std::max(widest, displayWidth(cells[column]));
        widths.append(widest);
    }
    int excess =
        std::accumulate(widths.cbegin(), widths.cend(), gap * static_cast<int>(widths.size() - 1)) - width;
    for (qsizetype column = 0; column < widths.size() && excess > 0; ++column) {
        const int least = std::min(widths[column], column == 0 ? narrowestFirst : narrowest);
        const int taken = std::min(excess, widths[column] - least);
        widths[column] -= taken;
        excess -= taken;
    }
    return widths;
}

QString Table::row(const QStringList &cells, const QList<int> &widths) const
{
    QList<QStringList> parts;
    qsizetype height = 1;
    for (qsizetype column = 0; column < cells.size(); ++column) {
        parts.append(wrapped(cells[column], widths[column]));
        height = std::max(height, parts.last().size());
    }
    QString text;
    for (qsizetype line = 0; line < height; ++line) {
        QString out;
        for (qsizetype column = 0; column < cells.size(); ++column) {
            if (column > 0)
                out += QString(gap, u' ');
            out += padded(parts[column].value(line), widths[column], m_columns[column].align);
        }
        while (out.endsWith(u' '))
            out.chop(1);
        text += out + u'\n';
    }
    return text;
}

QString Table::text(int width) const
{
    const QList<int> columnWidths = widths(width);
    QStringList titles;
    for (const Column &column : m_columns)
        titles.append(column.title);
    QString text = row(titles, columnWidths);
    for (const QStringList &cells : m_rows)
        text += row(cells, columnWidths);
    return text;
}

} // namespace dip::cli
