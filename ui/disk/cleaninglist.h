#pragma once

#include <QWidget>

#include "core/cache/cleanplan.h"

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace dip::ui {

/// What a person may want to clean, to be ticked, each with what it would free by itself.
class CleaningList final : public QWidget
{
    Q_OBJECT

public:
    enum Row { Unfinished, Unreferenced, Unused, Pushed, Untagged, Chosen, Free, RowCount };

    explicit CleaningList(QWidget *parent = nullptr);

    void setChosen(const QList<ImageName> &images);
    void tick(Row row, bool on);
    [[nodiscard]] bool isTicked(Row row) const;
    [[nodiscard]] bool isEmpty() const; ///< nothing is ticked
    /// All that is ticked.
    [[nodiscard]] CleanRequest request() const;
    /// What a row asks for by itself.
    [[nodiscard]] CleanRequest requestOf(Row row) const;
    void showSize(Row row, const CleanPlan &plan);

signals:
    void changed();                                  ///< the request
    void rowChanged(dip::ui::CleaningList::Row row); ///< what it asks for by itself, so its size

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void fill(CleanRequest &request, Row row) const;
    void showRows();
    void retranslate();

    QList<QCheckBox *> m_boxes;
    QList<QLabel *> m_sizes;
    QSpinBox *m_days;
    QDoubleSpinBox *m_gigabytes;
    QCheckBox *m_matchAll;
    QList<ImageName> m_chosen;
};

} // namespace dip::ui
