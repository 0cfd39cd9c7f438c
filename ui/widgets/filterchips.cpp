#include "ui/widgets/filterchips.h"

#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

#include "ui/look/mirror.h"
#include "ui/look/theme.h"
#include "ui/widgets/flowlayout.h"

namespace dip::ui {

namespace {

constexpr int padding = 11;
constexpr int gap = 6;
constexpr int markWidth = 16;

/// A rounded button; a check mark says that it is on, not the colour alone.
class ChipButton final : public QToolButton
{
public:
    explicit ChipButton(QWidget *parent) : QToolButton(parent)
    {
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        connect(this, &QAbstractButton::toggled, this, [this] { updateGeometry(); }); // the mark takes room
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        const int mark = isChecked() ? markWidth : 0;
        return {fontMetrics().horizontalAdvance(text()) + 2 * padding + mark, fontMetrics().height() + 8};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const ThemeColors colors = themeColors(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(hasFocus() || isChecked() ? colors.accent : colors.line, hasFocus() ? 2 : 1));
        painter.setBrush(isChecked() || underMouse() ? colors.soft : colors.card);
        const QRectF area = QRectF(rect()).adjusted(1, 1, -1, -1);
        painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
        const QRect line = rect().adjusted(padding, 0, -padding, 0);
        int mark = 0;
        if (isChecked()) {
            painter.setPen(QPen(colors.accent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            const QPointF middle = mirrored(*this, QRect(padding, 0, 8, height())).toRectF().center();
            painter.drawPolyline(
                QPolygonF{middle + QPointF(-4, 0), middle + QPointF(-1, 3), middle + QPointF(4.5, -3.5)});
            mark = markWidth;
        }
        painter.setPen(palette().color(isChecked() ? QPalette::Text : QPalette::PlaceholderText));
        painter.drawText(mirrored(*this, line.adjusted(mark, 0, 0, 0)), Qt::AlignVCenter | Qt::AlignLeft,
                         text());
    }
};

} // namespace

FilterChips::FilterChips(QLineEdit *field, QWidget *parent)
    : QWidget(parent), m_field(field), m_layout(new FlowLayout(this, gap))
{
    connect(m_field, &QLineEdit::textChanged, this, &FilterChips::showWords);
}

void FilterChips::setChips(const QList<Chip> &chips)
{
    while (m_buttons.size() > chips.size())
        delete m_buttons.takeLast();
    m_words.clear();
    for (qsizetype i = 0; i < chips.size(); ++i) {
        if (i == m_buttons.size()) {
            m_buttons.append(new ChipButton(this));
            m_layout->addWidget(m_buttons.last());
            connect(m_buttons.last(), &QAbstractButton::clicked, this,
                    [this, i](bool on) { toggle(m_words[i], on); });
        }
        QAbstractButton *button = m_buttons[i];
        m_words.append(chips[i].word);
        button->setObjectName(QStringLiteral("chip:") + chips[i].word);
        button->setText(chips[i].text);
        button->setToolTip(chips[i].word);
        button->setAccessibleName(chips[i].text);
        button->show();
        button->updateGeometry();
    }
    showWords();
}

/// A word takes the place of another of its kind: there is but one size and one age.
void FilterChips::toggle(const QString &word, bool on)
{
    QStringList words = m_field->text().simplified().split(u' ', Qt::SkipEmptyParts);
    words.removeIf([&word](const QString &other) {
        const qsizetype end = std::max(word.indexOf(u':'), word.indexOf(u'>'));
        const bool sameKind =
            end > 0 && other.startsWith(QStringView(word).first(end + 1), Qt::CaseInsensitive);
        return sameKind || other.compare(word, Qt::CaseInsensitive) == 0;
    });
    if (on)
        words.append(word);
    m_field->setText(words.join(u' '));
}

void FilterChips::showWords()
{
    const QStringList words = m_field->text().simplified().split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setChecked(words.contains(m_words[i], Qt::CaseInsensitive));
}

} // namespace dip::ui
