#pragma once

#include <QAbstractListModel>

namespace dip::ui {

class RegistryDirectory;

/// The person's registries.
class RegistryModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, AddressRole, MarkRole, DetailRole };

    explicit RegistryModel(RegistryDirectory &registries, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] int rowOf(const QString &id) const;

private:
    RegistryDirectory &m_registries;
    int m_count = 0; ///< as views know it
};

} // namespace dip::ui
