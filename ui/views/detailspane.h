#pragma once

#include <QWidget>

#include <memory>

#include "ui/cache/imagedetails.h"

class QAction;
class QFormLayout;
class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QScrollArea;
class QTabWidget;
class QTreeWidget;

namespace dip::ui {

/// What is known of the chosen image: overview, layers, config, copies. Reads it on a worker thread.
class DetailsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent = nullptr);

    /// Buttons for what can be done with the image.
    void setActions(const QList<QAction *> &actions);
    void show(const std::shared_ptr<Cache> &cache, const CacheRow &row);
    void clear();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void take(const ImageDetails &details);
    void fillOverview();
    void fillLayers();
    void fillCopies();
    void retranslate();
    QLabel *addField(const QString &caption, const QString &text);
    void addPlatforms();

    QLabel *m_name;
    QHBoxLayout *m_buttons;
    QTabWidget *m_tabs;
    QScrollArea *m_scroll;
    QWidget *m_overview;
    QFormLayout *m_fields;
    QTreeWidget *m_layers;
    QPlainTextEdit *m_config;
    QTreeWidget *m_copies;
    std::optional<ImageDetails> m_details;
    int m_readings = 0;
};

} // namespace dip::ui
