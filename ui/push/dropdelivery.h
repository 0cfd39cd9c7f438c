#pragma once

#include <QObject>

#include "ui/archives/archivescanner.h"
#include "ui/models/pushmodel.h"

namespace dip::ui {

class Workspace;

/// Archives that were dropped on a registry which takes them at once: looks into them, and where nothing has
/// to be decided imports and pushes all of it, named by the registry's profile. One object for one drop.
class DropDelivery final : public QObject
{
    Q_OBJECT

public:
    DropDelivery(Workspace &workspace, QString profile, const QStringList &paths, QObject *parent = nullptr);

signals:
    void pushed();
    void
    decisionNeeded(); ///< a name is missing or there twice, or an archive is not whole; nothing was begun

private:
    void decide();
    void push(const PushModel &named);

    Workspace &m_workspace;
    QString m_profile; ///< its id
    QList<ImportRow> m_rows;
    ArchiveScanner m_scanner;
};

} // namespace dip::ui
