#pragma once

#include <QPushButton>

namespace dip::ui {

/// Chooses among platforms by a menu with ticks; all of them unless some are unticked.
class PlatformButton final : public QPushButton
{
    Q_OBJECT

public:
    explicit PlatformButton(QWidget *parent = nullptr);

    /// "linux/amd64"; what was chosen before stays, where it is still offered.
    void setOffered(const QStringList &platforms);
    /// Empty: all.
    void setChosen(const QStringList &platforms);
    [[nodiscard]] QStringList chosen() const;

signals:
    void chosenChanged();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void showText();
    void toggle(const QString &platform, bool wanted);

    QStringList m_offered;
    QStringList m_left; ///< unticked ones
};

} // namespace dip::ui
