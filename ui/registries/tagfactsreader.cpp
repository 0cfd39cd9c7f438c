#include "ui/registries/tagfactsreader.h"

namespace dip::ui {

namespace {
constexpr int atOnce = 3;
} // namespace

TagFactsReader::TagFactsReader(QObject *parent)
    : QObject(parent), m_memory(std::make_shared<ManifestMemory>()), m_background(atOnce)
{}

TagFactsReader::~TagFactsReader() = default;

void TagFactsReader::want(const std::shared_ptr<Registry> &registry, const QList<ImageName> &images)
{
    m_registry = registry;
    m_waiting = images;
    startMore();
}

void TagFactsReader::cancel()
{
    m_background.cancel();
    m_waiting.clear();
    m_running.clear();
    m_memory = std::make_shared<ManifestMemory>();
}

void TagFactsReader::startMore()
{
    while (m_registry && !m_waiting.isEmpty() && m_running.size() < atOnce) {
        const ImageName next = m_waiting.takeFirst();
        if (!m_running.contains(next.toString()))
            start(next);
    }
}

void TagFactsReader::start(const ImageName &image)
{
    m_running.insert(image.toString());
    const std::stop_token stop = m_background.stop();
    m_background
        .run([registry = m_registry, memory = m_memory, image, stop] {
            ProgressSink progress;
            RegistryClient client(registry, progress, stop);
            return readTagFacts(client, image, *memory);
        })
        .then(this, [this, image, stop](const Result<TagFacts> &facts) {
            if (stop.stop_requested())
                return;
            // It may be over by now, and then this is called from within start().
            QMetaObject::invokeMethod(
                this,
                [this, image, facts, stop] {
                    if (!stop.stop_requested())
                        take(image, facts);
                },
                Qt::QueuedConnection);
        });
}

void TagFactsReader::take(const ImageName &image, const Result<TagFacts> &facts)
{
    m_running.remove(image.toString());
    if (facts)
        emit read(image, *facts);
    else
        emit failed(image, facts.error());
    startMore();
}

} // namespace dip::ui
