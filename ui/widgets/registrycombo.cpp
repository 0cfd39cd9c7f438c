#include "ui/widgets/registrycombo.h"

#include <QEvent>

#include "ui/look/icons.h"
#include "ui/registries/registrydirectory.h"

namespace dip::ui {

RegistryCombo::RegistryCombo(RegistryDirectory &registries, QWidget *parent)
    : QComboBox(parent), m_registries(registries)
{
    setMinimumContentsLength(24);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    fill();
    connect(&registries, &RegistryDirectory::changed, this, &RegistryCombo::fill);
    connect(this, &QComboBox::activated, this, [this](int at) {
        const QString id = itemData(at).toString();
        if (id.isEmpty()) {
            setCurrentIndex(std::max(0, findData(m_chosen)));
            emit addRequested();
            return;
        }
        m_chosen = id;
        emit profileChanged();
    });
}

QString RegistryCombo::profile() const
{
    return currentData().toString();
}

void RegistryCombo::setProfile(const QString &id)
{
    if (const int at = findData(id); at >= 0 && !id.isEmpty()) {
        m_chosen = id;
        setCurrentIndex(at);
        emit profileChanged();
    }
}

void RegistryCombo::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QComboBox::changeEvent(event);
}

void RegistryCombo::fill()
{
    setAccessibleName(tr("Registry"));
    clear();
    for (const RegistryProfile &profile : m_registries.profiles()) {
        const QString text =
            profile.name.isEmpty()
                ? profile.address
                : tr("%1 (%2)", "registry: name, address").arg(profile.name, profile.address);
        addItem(icon(QLatin1StringView("registries")), text, profile.id);
    }
    addItem(icon(QLatin1StringView("add")), tr("Add a registry…"), QString());
    // Without a choice so far the first registry is chosen, never the entry that adds one.
    setCurrentIndex(m_chosen.isEmpty() ? 0 : std::max(0, findData(m_chosen)));
    m_chosen = profile();
    emit profileChanged();
}

} // namespace dip::ui
