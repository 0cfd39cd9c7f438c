#pragma once

#include <QWidget>

#include "core/image/reference.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace dip::ui {

class Workspace;

/// Gives an image of the cache another name, or a second one. Says while it is typed what is wrong with a
/// name; one that is taken is never replaced.
class RenameBar final : public QWidget
{
    Q_OBJECT

public:
    explicit RenameBar(Workspace &workspace, QWidget *parent = nullptr);

    void begin(const ImageName &image);
    void end();

signals:
    void renamed(const dip::ImageName &image);
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void showState();
    [[nodiscard]] QString problem() const;
    void give(bool keepOld);
    void retranslate();

    Workspace &m_workspace;
    QLabel *m_label;
    QLineEdit *m_field;
    QLabel *m_problem;
    QPushButton *m_rename;
    QPushButton *m_add;
    QPushButton *m_cancel;
    std::optional<ImageName> m_image;
    QString m_failure; ///< of the last attempt
};

} // namespace dip::ui
