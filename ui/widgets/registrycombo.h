#pragma once

#include <QComboBox>

namespace dip::ui {

class RegistryDirectory;

/// Chooses one of the person's registries; the last entry adds a new one.
class RegistryCombo final : public QComboBox
{
    Q_OBJECT

public:
    explicit RegistryCombo(RegistryDirectory &registries, QWidget *parent = nullptr);

    [[nodiscard]] QString profile() const; ///< its id; empty where there is none
    void setProfile(const QString &id);

signals:
    void profileChanged();
    void addRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();

    RegistryDirectory &m_registries;
    QString m_chosen;
};

} // namespace dip::ui
