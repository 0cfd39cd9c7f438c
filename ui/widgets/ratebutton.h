#pragma once

#include <QToolButton>

class QActionGroup;
class QMenu;

namespace dip::ui {

class Workspace;

/// Shows and sets the speed limit; it takes effect at once.
class RateButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit RateButton(Workspace &workspace, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showLimit();

    Workspace &m_workspace;
    QMenu *m_menu;
    QActionGroup *m_choices;
};

} // namespace dip::ui
