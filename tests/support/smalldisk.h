#pragma once

#include <QTemporaryDir>

namespace dip::test {

/// Goes on as the same test in a mount namespace of its own, which goes with it: first thing in main(). Root
/// may have that anywhere, others by a user namespace; where neither is allowed, the test fails and says so.
void enterOwnMounts(char **argv);

/// A file system of its own, in memory; gone with the object. For tests that called enterOwnMounts(). Ends
/// the test where it cannot be made.
class SmallDisk final
{
public:
    /// Options as of mount: "size=4m", "nr_inodes=500".
    explicit SmallDisk(const QByteArray &options);
    ~SmallDisk();
    Q_DISABLE_COPY_MOVE(SmallDisk)

    [[nodiscard]] QString path(const QString &name = {}) const { return m_folder.filePath(name); }
    void makeReadOnly() const;
    void makeWritable() const;
    /// Removes everything.
    void clear() const;

    /// Fills the disk up, so that only so many bytes can be written (a multiple of a page), or only so many
    /// files be made.
    void leaveBytes(qint64 bytes) const;
    void leaveFiles(qint64 count) const;
    /// Takes that back.
    void giveBack() const;

private:
    [[nodiscard]] QString ballast() const { return path(QStringLiteral("ballast")); }

    QTemporaryDir m_folder;
};

} // namespace dip::test
