#include "tests/support/smalldisk.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/mount.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace dip::test {

namespace {

void mustBe(bool done, const char *what)
{
    if (!done)
        qFatal("cannot %s: %s", what, qPrintable(qt_error_string(errno)));
}

struct statvfs statusOf(const QString &path)
{
    struct statvfs status;
    mustBe(statvfs(QFile::encodeName(path).constData(), &status) == 0, "look at the small disk");
    return status;
}

void remount(const QString &path, unsigned long flags)
{
    mustBe(mount("none", QFile::encodeName(path).constData(), "tmpfs", MS_REMOUNT | flags, nullptr) == 0,
           "mount the small disk anew");
}

} // namespace

void enterOwnMounts(char **argv)
{
    if (qEnvironmentVariableIsSet("TEST_HAS_OWN_MOUNTS"))
        return;
    qputenv("TEST_HAS_OWN_MOUNTS", "1");
    std::vector<char *> arguments{const_cast<char *>("unshare"),
                                  const_cast<char *>(geteuid() == 0 ? "-m" : "-rm")};
    while (*argv)
        arguments.push_back(*argv++);
    arguments.push_back(nullptr);
    execvp("unshare", arguments.data());
    mustBe(false, "have mounts of one's own by unshare");
}

SmallDisk::SmallDisk(const QByteArray &options)
{
    mustBe(mount("none", QFile::encodeName(path()).constData(), "tmpfs", 0, options.constData()) == 0,
           "mount a small disk");
}

SmallDisk::~SmallDisk()
{
    umount2(QFile::encodeName(path()).constData(), MNT_DETACH);
}

void SmallDisk::makeReadOnly() const
{
    remount(path(), MS_RDONLY);
}

void SmallDisk::makeWritable() const
{
    remount(path(), 0);
}

void SmallDisk::clear() const
{
    QDir all(path());
    for (const QFileInfo &info :
         all.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)) {
        const bool isFolder = info.isDir() && !info.isSymLink();
        mustBe(isFolder ? QDir(info.filePath()).removeRecursively() : QFile::remove(info.filePath()),
               "clear the small disk");
    }
}

void SmallDisk::leaveBytes(qint64 bytes) const
{
    mustBe(QDir().mkpath(ballast()), "fill the small disk");
    const QByteArray file = QFile::encodeName(ballast() + QStringLiteral("/bytes"));
    const int handle = open(file.constData(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
    const struct statvfs status = statusOf(path());
    const qint64 taken = qint64(status.f_bavail) * qint64(status.f_bsize) - bytes;
    mustBe(handle >= 0 && taken >= 0, "fill the small disk");
    mustBe(taken == 0 || (errno = posix_fallocate(handle, 0, taken)) == 0, "fill the small disk");
    close(handle);
}

void SmallDisk::leaveFiles(qint64 count) const
{
    mustBe(QDir().mkpath(ballast()), "fill the small disk");
    for (int i = 0; qint64(statusOf(path()).f_favail) > count; ++i) {
        QFile file(ballast() + u'/' + QString::number(i));
        mustBe(file.open(QIODevice::WriteOnly), "fill the small disk");
    }
}

void SmallDisk::giveBack() const
{
    mustBe(QDir(ballast()).removeRecursively(), "empty the small disk");
}

} // namespace dip::test
