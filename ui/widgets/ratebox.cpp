#include "ui/widgets/ratebox.h"

#include <QEvent>

namespace dip::ui {

namespace {
constexpr qint64 kilobyte = 1000;
} // namespace

RateBox::RateBox(QWidget *parent) : QSpinBox(parent)
{
    setRange(0, 10'000'000);
    setSingleStep(100);
    setGroupSeparatorShown(true);
    retranslate();
}

qint64 RateBox::bytesPerSecond() const
{
    return value() * kilobyte;
}

void RateBox::setBytesPerSecond(qint64 rate)
{
    // A limit below the unit must not turn into none.
    setValue(int((rate + kilobyte - 1) / kilobyte));
}

void RateBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QSpinBox::changeEvent(event);
}

void RateBox::retranslate()
{
    setSuffix(tr(" kB/s", "follows a number"));
    setSpecialValueText(tr("none", "no speed limit"));
}

} // namespace dip::ui
