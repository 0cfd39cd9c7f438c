#pragma once

#include <QWidget>

#include "ui/settings/proxysettings.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace dip::ui {

/// The choice of a proxy, and its address where it is the person's own.
class ProxyForm final : public QWidget
{
    Q_OBJECT

public:
    explicit ProxyForm(QWidget *parent = nullptr);

    void show(const ProxySettings &settings); ///< nothing is told of it
    [[nodiscard]] ProxySettings settings() const;

signals:
    void changed(); ///< by the person; an address when it is typed to its end

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void retranslate();

    QLabel *m_choiceLabel;
    QComboBox *m_choice;
    QLabel *m_addressLabel;
    QLineEdit *m_address;
    QLabel *m_exceptionsLabel;
    QLineEdit *m_exceptions;
    QLabel *m_hint;
};

} // namespace dip::ui
