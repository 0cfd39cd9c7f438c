#pragma once

#include "tests/support/scriptedregistry.h"
#include "tests/ui/support/windowfixture.h"

namespace dip::test {

/// The window with one image in its cache, beside a registry that can be made to go wrong. What goes wrong
/// does so until mend() is called.
class JobBench final
{
public:
    /// The image is site/app:1.0, of so many layers of so many bytes that do not compress.
    explicit JobBench(int layers = 1, qint64 layerSize = 3000);

    [[nodiscard]] ScriptedRegistry &registry() { return m_registry; }
    [[nodiscard]] WindowFixture &fixture() { return m_fixture; }
    [[nodiscard]] ui::JobQueue &jobs() { return m_fixture.workspace().jobs(); }
    [[nodiscard]] const QString &profile() const { return m_profile; }
    [[nodiscard]] QString archive() const { return m_folder.filePath(QStringLiteral("app.tar")); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Requests of this kind meet the fault.
    void breakDown(const QByteArray &method, const QString &path, const Fault &fault);
    /// Bodies of more bytes are refused, as by a proxy.
    void limitBodies(qint64 bytes);
    void mend() { *m_broken = false; }

    /// Queues a push of the image to prod/app:1.0, by so many layers at once; its id.
    QString push(int atOnce = 1);
    QString push(const QString &profile, const QString &host);
    QString import(const QString &file, const QString &after = {});
    /// An archive that says that a layer has so many bytes; on the disk it is a hole.
    static void writeHugeArchive(const QString &file, qint64 bytes);
    /// Whether the job comes to this state, and then it is the chosen one, as if clicked.
    [[nodiscard]] bool reaches(const QString &job, ui::JobState state);
    /// Makes it the chosen one.
    void choose(const QString &job);

    // What the window says of the chosen job.
    [[nodiscard]] QString cause() const;
    [[nodiscard]] QString id() const;
    [[nodiscard]] QStringList steps() const; ///< names of the buttons, from the left
    [[nodiscard]] bool press(const char *step) const;

private:
    QTemporaryDir m_folder;
    ScriptedRegistry m_registry;
    WindowFixture m_fixture;
    QString m_profile;
    const std::shared_ptr<std::atomic<bool>> m_broken = std::make_shared<std::atomic<bool>>(true);
};

} // namespace dip::test
