#include "ui/models/registrymodel.h"

#include "ui/look/format.h"
#include "ui/registries/registrydirectory.h"

namespace dip::ui {

namespace {

QString securityOf(TlsChoice choice)
{
    switch (choice) {
    case TlsChoice::Verify:
        return RegistryModel::tr("certificate checked");
    case TlsChoice::CaFile:
        return RegistryModel::tr("own authority");
    case TlsChoice::Pinned:
        return RegistryModel::tr("one certificate");
    case TlsChoice::PlainHttp:
        break;
    }
    return {};
}

/// What seems to answer, who signs in, how it is secured, and when it was tested.
QString detail(const RegistryProfile &profile)
{
    QStringList parts{profile.product, profile.username, securityOf(profile.tls)};
    if (profile.checked.isValid())
        parts.append(profile.checkedGood
                         ? RegistryModel::tr("reached %1").arg(formatWhen(profile.checked))
                         : RegistryModel::tr("not reached %1").arg(formatWhen(profile.checked)));
    parts.removeAll(QString());
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace

RegistryModel::RegistryModel(RegistryDirectory &registries, QObject *parent)
    : QAbstractListModel(parent), m_registries(registries), m_count(int(registries.profiles().size()))
{
    connect(&registries, &RegistryDirectory::changed, this, [this] {
        const int now = int(m_registries.profiles().size());
        if (now != m_count) {
            beginResetModel();
            m_count = now;
            endResetModel();
        } else if (now > 0) {
            emit dataChanged(index(0), index(now - 1));
        }
    });
}

int RegistryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant RegistryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_registries.profiles().size())
        return {};
    const RegistryProfile &profile = m_registries.profiles()[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return profile.title();
    case IdRole:
        return profile.id;
    case AddressRole:
        return profile.address;
    case MarkRole:
        return profile.tls == TlsChoice::PlainHttp ? tr("not encrypted") : QString();
    case DetailRole:
        return detail(profile);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return QStringList{profile.title(), profile.address, data(index, MarkRole).toString(),
                           detail(profile)}
            .join(QStringLiteral(", "));
    default:
        return {};
    }
}

int RegistryModel::rowOf(const QString &id) const
{
    for (int row = 0; row < m_count; ++row) {
        if (m_registries.profiles()[row].id == id)
            return row;
    }
    return -1;
}

} // namespace dip::ui
