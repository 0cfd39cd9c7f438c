#pragma once

#include "app/cli/displaywidth.h"

#include <QList>

namespace dip::cli {

/// A table for a terminal. Columns are as wide as their content; where the whole would be wider than the
/// terminal, the first column gives way and its cells go on in further lines, so that nothing is lost.
class Table final
{
public:
    struct Column
    {
        QString title;
        Align align = Align::Left;
    };

    explicit Table(QList<Column> columns) : m_columns(std::move(columns)) {}

    void addRow(const QStringList &cells);
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }

    /// With a line break at each line's end; no line has more than `width` columns.
    [[nodiscard]] QString text(int width) const;

private:
    [[nodiscard]] QList<int> widths(int width) const;
    [[nodiscard]] QString row(const QStringList &cells, const QList<int> &widths) const;

    QList<Column> m_columns;
    QList<QStringList> m_rows;
};

} // namespace dip::cli
