#include "ui/disk/cleaninglist.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

#include <cmath>

#include "ui/look/format.h"

namespace dip::ui {

namespace {

constexpr int usualDays = 90;
constexpr double usualGigabytes = 5;
constexpr double gigabyte = 1e9;

constexpr std::array rowNames{"cleanUnfinished", "cleanUnreferenced", "cleanUnused", "cleanPushed",
                              "cleanUntagged",   "cleanChosen",       "cleanFree"};

} // namespace

CleaningList::CleaningList(QWidget *parent)
    : QWidget(parent)
    , m_days(new QSpinBox(this))
    , m_gigabytes(new QDoubleSpinBox(this))
    , m_matchAll(new QCheckBox(this))
{
    build();
    retranslate();
    showRows();
}

void CleaningList::build()
{
    m_days->setObjectName(QStringLiteral("cleanDays"));
    m_days->setRange(0, 3650);
    m_days->setValue(usualDays);
    m_gigabytes->setObjectName(QStringLiteral("cleanGigabytes"));
    m_gigabytes->setDecimals(1);
    m_gigabytes->setRange(0.1, 100'000);
    m_gigabytes->setValue(usualGigabytes);
    m_matchAll->setObjectName(QStringLiteral("cleanMatchAll"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    const QHash<int, QWidget *> numbers{{Unused, m_days}, {Free, m_gigabytes}};
    for (int row = 0; row < RowCount; ++row) {
        auto *box = new QCheckBox(this);
        box->setObjectName(QLatin1StringView(rowNames[size_t(row)]));
        auto *size = new QLabel(this);
        size->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        size->setForegroundRole(QPalette::PlaceholderText);
        auto *left = new QHBoxLayout;
        left->addWidget(box);
        if (QWidget *number = numbers.value(row))
            left->addWidget(number);
        left->addStretch();
        grid->addLayout(left, row, 0);
        grid->addWidget(size, row, 1);
        grid->setRowMinimumHeight(row, 24);
        m_boxes.append(box);
        m_sizes.append(size);
        connect(box, &QCheckBox::toggled, this, [this] {
            showRows();
            emit changed();
        });
    }
    grid->addWidget(m_matchAll, RowCount, 0, 1, 2);
    const auto change = [this](Row row) {
        emit rowChanged(row);
        if (isTicked(row))
            emit changed();
    };
    connect(m_days, &QSpinBox::valueChanged, this, [this, change] {
        retranslate(); // the unit goes with the number
        change(Unused);
    });
    connect(m_gigabytes, &QDoubleSpinBox::valueChanged, this, [change] { change(Free); });
    connect(m_matchAll, &QCheckBox::toggled, this, &CleaningList::changed);
}

void CleaningList::setChosen(const QList<ImageName> &images)
{
    if (images == m_chosen)
        return;
    m_chosen = images;
    if (images.isEmpty())
        m_boxes[Chosen]->setChecked(false);
    showRows();
    emit rowChanged(Chosen);
    if (isTicked(Chosen))
        emit changed();
}

void CleaningList::tick(Row row, bool on)
{
    m_boxes[row]->setChecked(on);
}

bool CleaningList::isTicked(Row row) const
{
    return m_boxes[row]->isChecked();
}

bool CleaningList::isEmpty() const
{
    return std::ranges::none_of(m_boxes, &QCheckBox::isChecked);
}

/// Whether several conditions for images must hold together means nothing before there are several.
void CleaningList::showRows()
{
    const int conditions = int(std::ranges::count_if(std::array{Unused, Pushed, Untagged, Chosen},
                                                     [this](Row row) { return isTicked(row); }));
    m_matchAll->setEnabled(conditions > 1);
    m_boxes[Chosen]->setEnabled(!m_chosen.isEmpty());
}

void CleaningList::fill(CleanRequest &request, Row row) const
{
    switch (row) {
    case Unfinished:
        request.unfinished = true;
        break;
    case Unreferenced:
        request.unreferenced = true;
        break;
    case Unused:
        request.unusedSince = QDateTime::currentDateTimeUtc().addDays(-m_days->value());
        break;
    case Pushed:
        request.pushed = true;
        break;
    case Untagged:
        request.untagged = true;
        break;
    case Chosen:
        request.images = m_chosen;
        break;
    case Free:
        request.free = std::llround(m_gigabytes->value() * gigabyte);
        break;
    case RowCount:
        break;
    }
}

CleanRequest CleaningList::request() const
{
    CleanRequest request;
    for (int row = 0; row < RowCount; ++row) {
        if (isTicked(Row(row)))
            fill(request, Row(row));
    }
    request.matchAll = m_matchAll->isEnabled() && m_matchAll->isChecked();
    return request;
}

CleanRequest CleaningList::requestOf(Row row) const
{
    CleanRequest request;
    fill(request, row);
    return request;
}

void CleaningList::showSize(Row row, const CleanPlan &plan)
{
    const bool isNothing = row == Chosen && m_chosen.isEmpty();
    m_sizes[row]->setText(isNothing ? QString() : formatBytes(plan.bytes()));
    m_sizes[row]->setToolTip(tr("%n image(s)", nullptr, int(plan.images.size())));
}

void CleaningList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        for (int row = 0; row < RowCount; ++row)
            emit rowChanged(Row(row));
    }
    QWidget::changeEvent(event);
}

void CleaningList::retranslate()
{
    const QStringList texts{tr("&Unfinished downloads"), tr("&Blobs that nothing refers to"),
                            //: a number of days follows
                            tr("&Not used for"), tr("Already &pushed"), tr("Un&tagged"),
                            tr("Ch&osen in the list"),
                            //: a number of gigabytes follows
                            tr("Free at l&east")};
    for (int row = 0; row < RowCount; ++row)
        m_boxes[row]->setText(texts[row]);
    m_boxes[Unfinished]->setToolTip(
        tr("Downloads and notes of uploads that nobody works on; a repeated transfer begins anew"));
    m_boxes[Unused]->setToolTip(tr("Images last used, or else added, so long ago"));
    m_boxes[Pushed]->setToolTip(tr("Images of which a registry got exactly this"));
    m_boxes[Untagged]->setToolTip(tr("Images that have only a digest for a name"));
    m_boxes[Chosen]->setToolTip(tr("Images that are chosen in the list or the picture"));
    m_boxes[Free]->setToolTip(tr("First what no image needs, then the trash, then images, those not used for "
                                 "the longest first and no more than needed. What is ticked above says which "
                                 "may go."));
    m_days->setSuffix(tr(" day(s)", "after a number", m_days->value()));
    m_days->setAccessibleName(tr("Days without use"));
    m_gigabytes->setSuffix(tr(" GB", "after a number"));
    m_gigabytes->setAccessibleName(tr("Gigabytes to free"));
    m_matchAll->setText(tr("Only images to which &all of this applies"));
}

} // namespace dip::ui
