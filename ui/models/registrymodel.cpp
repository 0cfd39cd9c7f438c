#include "ui/models/registrymodel.h"

#include "ui/registries/registrydirectory.h"

namespace dip::ui {

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
        return profile.tls == TlsChoice::PlainHttp   ? tr("not encrypted")
               : profile.tls == TlsChoice::Unchecked ? tr("certificate not checked")
                                                     : QString();
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3", "read aloud: name, address, mark")
            .arg(profile.title(), profile.address, data(index, MarkRole).toString());
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
