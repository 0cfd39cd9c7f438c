#pragma once

#include <QObject>
#include <QSet>

#include <memory>

#include "ui/background.h"
#include "ui/registries/tagfacts.h"

namespace dip::ui {

/// Reads in the background what tags stand for, a few at once, and only those that somebody looks at just
/// now. For the main thread.
class TagFactsReader final : public QObject
{
    Q_OBJECT

public:
    explicit TagFactsReader(QObject *parent = nullptr);
    ~TagFactsReader() override; ///< stops what is read, and waits for its end

    /// In this order. What was wanted before and has not begun is dropped.
    void want(const std::shared_ptr<Registry> &registry, const QList<ImageName> &images);
    void cancel(); ///< no signal follows; another registry may come

signals:
    void read(const dip::ImageName &image, const dip::ui::TagFacts &facts);
    void failed(const dip::ImageName &image, const dip::Error &error);

private:
    void startMore();
    void start(const ImageName &image);
    void take(const ImageName &image, const Result<TagFacts> &facts);

    std::shared_ptr<Registry> m_registry;
    std::shared_ptr<ManifestMemory> m_memory;
    QList<ImageName> m_waiting;
    QSet<QString> m_running; ///< names
    Background m_background;
};

} // namespace dip::ui
