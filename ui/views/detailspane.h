#pragma once

#include <QWidget>

#include <memory>

#include "ui/cache/imagedetails.h"

class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QTabWidget;
class QTreeWidget;

namespace dip::ui {

/// What is known of the chosen image: overview, layers, config, copies. Reads it on a worker thread.
class DetailsPane final : public QWidget
{
    Q_OBJECT

public:
    explicit DetailsPane(QWidget *parent = nullptr);

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

    QLabel *m_name;
    QTabWidget *m_tabs;
    QWidget *m_overview;
    QFormLayout *m_fields;
    QTreeWidget *m_layers;
    QPlainTextEdit *m_config;
    QTreeWidget *m_copies;
    std::optional<ImageDetails> m_details;
    int m_readings = 0;
};

} // namespace dip::ui
