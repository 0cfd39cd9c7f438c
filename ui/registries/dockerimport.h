#pragma once

#include <QObject>

#include "core/base/result.h"
#include "core/registry/credentials.h"
#include "ui/background.h"

namespace dip::ui {

class RegistryDirectory;

/// Takes over the registries and passwords that docker's configuration on this machine knows. Only when the
/// person asks for it. Credential helpers are programs and may take long, so they run in the background.
class DockerImport final : public QObject
{
    Q_OBJECT

public:
    struct Summary
    {
        QStringList added;           ///< addresses, new in the list
        QStringList withoutPassword; ///< of these: docker knows only a token for them, or its helper failed
        int known = 0;               ///< were in the list already, and stay as they are
    };

    explicit DockerImport(RegistryDirectory &registries, QObject *parent = nullptr);
    ~DockerImport() override; ///< waits for the helper that runs just now

    void start();

signals:
    void finished(const dip::ui::DockerImport::Summary &summary);
    void failed(const dip::Error &error);

private:
    struct Found
    {
        QString host;
        Credentials credentials;
    };
    [[nodiscard]] static Result<QList<Found>> read(const std::stop_token &stop);
    void take(const QList<Found> &found);

    RegistryDirectory &m_registries;
    Background m_background{1};
};

} // namespace dip::ui
