#pragma once

#include <QWidget>

#include "ui/disk/cleaning.h"

class QPushButton;

namespace dip::ui {

class MessageStrip;

/// A bar that tells what a cleaning has removed for good; of what went to the trash a DeletionBar tells.
/// Hidden until there is something to tell.
class CleaningNews final : public QWidget
{
    Q_OBJECT

public:
    explicit CleaningNews(Cleaning &cleaning, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void tell(const Cleaning::Outcome &outcome);
    void tell(const QString &text);
    void retranslate();

    MessageStrip *m_strip;
    QPushButton *m_close;
};

} // namespace dip::ui
