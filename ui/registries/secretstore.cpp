#include "ui/registries/secretstore.h"

#include <qt6keychain/keychain.h>

#include "core/base/log.h"

namespace dip::ui {

namespace {
const QString service = QStringLiteral("docker-image-pusher");
}

void SecretStore::setPassword(const QString &profile, const QString &password, bool inKeychain)
{
    m_passwords.insert(profile, password);
    if (!inKeychain)
        return;
    auto *job = new QKeychain::WritePasswordJob(service, this);
    job->setKey(profile);
    job->setTextData(password);
    connect(job, &QKeychain::Job::finished, this, [this, profile](QKeychain::Job *done) {
        if (done->error() != QKeychain::NoError) {
            qCWarning(logSettings) << "the keychain did not take a password:" << done->errorString();
            emit notKept(profile, done->errorString());
        }
    });
    job->start();
}

void SecretStore::forget(const QString &profile)
{
    m_passwords.remove(profile);
    auto *job = new QKeychain::DeletePasswordJob(service, this);
    job->setKey(profile);
    job->start();
}

void SecretStore::fetch(const QString &profile)
{
    auto *job = new QKeychain::ReadPasswordJob(service, this);
    job->setKey(profile);
    connect(job, &QKeychain::Job::finished, this, [this, job, profile](QKeychain::Job *done) {
        if (done->error() != QKeychain::NoError || m_passwords.contains(profile))
            return;
        m_passwords.insert(profile, job->textData());
        emit arrived(profile);
    });
    job->start();
}

} // namespace dip::ui
