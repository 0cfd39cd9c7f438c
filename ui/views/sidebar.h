#pragma once

#include <QListWidget>

namespace dip::ui {

/// The window's sections, with badges.
class Sidebar final : public QListWidget
{
    Q_OBJECT

public:
    enum Section { Cache, Jobs, Registries, Disk, Settings, SectionCount };

    explicit Sidebar(QWidget *parent = nullptr);

    void choose(Section section);
    /// `needsYou` adds a mark that does not rely on colour.
    void setBadge(Section section, const QString &text, bool needsYou = false);

signals:
    void chosen(dip::ui::Sidebar::Section section);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
};

} // namespace dip::ui
