#include "ui/models/pushmodel.h"

#include <QGuiApplication>
#include <QPalette>

#include "ui/look/format.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"

namespace dip::ui {

void PushModel::setRows(QList<Row> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    for (Row &row : m_rows) {
        if (!row.byHand)
            row.target = row.ruled(m_rule);
    }
    endResetModel();
    emit namesChanged();
}

void PushModel::setRule(const PushRule &rule)
{
    m_rule = rule;
    for (Row &row : m_rows) {
        if (!row.byHand)
            setTarget(row, row.ruled(m_rule), false);
    }
    allChanged();
    emit namesChanged();
}

void PushModel::setPlatforms(const QStringList &platforms)
{
    if (platforms == m_platforms)
        return;
    m_platforms = platforms;
    forgetFound(); // with other platforms, the image has another digest
    emit namesChanged();
}

void PushModel::drop(int row)
{
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    emit namesChanged();
}

void PushModel::fillDown(QList<int> rows)
{
    std::ranges::sort(rows);
    const auto model =
        rows.isEmpty() ? fail(ErrorCode::InvalidArgument, {}) : ImageName::parse(m_rows[rows.first()].target);
    if (!model)
        return;
    const QString path = model->repository.toString().section(u'/', 0, -2);
    for (const int at : std::as_const(rows)) {
        Row &row = m_rows[at];
        QString name = row.namedAfter.value_or(row.image).repository.toString().section(u'/', -1);
        if (at == rows.first())
            continue;
        if (!path.isEmpty())
            name.prepend(path + u'/');
        setTarget(row,
                  row.image.reference.isDigest() ? name + u'@' + row.image.reference.toString()
                                                 : name + u':' + model->reference.toString(),
                  true);
    }
    allChanged();
    emit namesChanged();
}

void PushModel::backToRule(const QList<int> &rows)
{
    for (const int row : rows)
        setTarget(m_rows[row], m_rows[row].ruled(m_rule), false);
    allChanged();
    emit namesChanged();
}

void PushModel::arrived(const QString &job)
{
    bool any = false;
    for (Row &row : m_rows) {
        if (row.after != job || job.isEmpty())
            continue;
        row.after.clear();
        any = true;
    }
    if (any) {
        allChanged();
        emit namesChanged();
    }
}

void PushModel::setFound(int row, Found found)
{
    m_rows[row].found = found;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void PushModel::forgetFound()
{
    for (Row &row : m_rows) {
        row.found = Found::Unknown;
        row.answer = Open;
    }
    allChanged();
}

void PushModel::answer(int row, Answer answer)
{
    Row &asked = m_rows[row];
    if (answer == Rename) {
        const auto name = ImageName::parse(asked.target);
        if (!name || name->reference.isDigest())
            return;
        QString target;
        int number = 2;
        do {
            target = asked.target + u'-' + QString::number(number++);
        } while (std::ranges::any_of(m_rows, [&](const Row &other) { return other.target == target; }));
        setTarget(asked, target, true);
        allChanged();
        emit namesChanged();
        return;
    }
    asked.answer = answer;
    allChanged(); // a skipped row is no double of another
    emit answersChanged();
}

void PushModel::answerAll(Answer answer)
{
    for (Row &row : m_rows) {
        if (row.found == Found::Other && row.answer == Open)
            row.answer = answer;
    }
    allChanged();
    emit answersChanged();
}

int PushModel::openQuestions() const
{
    return int(std::ranges::count_if(
        m_rows, [](const Row &row) { return row.found == Found::Other && row.answer == Open; }));
}

int PushModel::toPush() const
{
    return int(std::ranges::count_if(m_rows, [](const Row &row) { return row.answer != Skip; }));
}

QString PushModel::problem(int row) const
{
    const Row &own = m_rows[row];
    if (own.answer == Skip)
        return {};
    if (!ImageName::parse(own.target))
        return tr("Not a valid name: lower-case letters, digits and . _ - / are allowed, then : and a tag.");
    for (qsizetype other = 0; other < m_rows.size(); ++other) {
        if (other != row && m_rows[other].answer != Skip && m_rows[other].target == own.target)
            return tr("Another image would get the same name.");
    }
    const auto isOffered = [&own](const QString &platform) {
        return own.platforms.contains(platform);
    };
    if (!m_platforms.isEmpty() && own.platforms.size() > 1 && std::ranges::none_of(m_platforms, isOffered))
        return tr("This image has none of the chosen platforms.");
    return {};
}

bool PushModel::isValid() const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (!problem(row).isEmpty())
            return false;
    }
    return toPush() > 0;
}

int PushModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int PushModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString PushModel::text(const Row &row, int column) const
{
    switch (column) {
    case Source:
        return row.first ? row.first->source : row.image.toString();
    case Target:
        return row.target;
    case Size:
        return row.size > 0 ? formatBytes(row.size) : QString();
    default:
        break;
    }
    if (row.answer == Skip)
        return tr("skipped");
    switch (row.found) {
    case Found::Nothing:
        return tr("new");
    case Found::Same:
        return tr("already there");
    case Found::Other:
        return row.answer == Overwrite ? tr("will be replaced") : tr("another image: what now?");
    case Found::Unknown:
        break;
    }
    return row.first ? tr("after the pull") : row.after.isEmpty() ? QString() : tr("after the import");
}

QVariant PushModel::color(int row, int column) const
{
    const ThemeColors colors = themeColors(QGuiApplication::palette());
    const Row &own = m_rows[row];
    if (own.answer == Skip)
        return colors.faint;
    if (column == Target && !problem(row).isEmpty())
        return colors.danger;
    if (column == State)
        return own.found == Found::Other ? colors.warning : colors.faint;
    return {};
}

QVariant PushModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int column = index.column();
    const Row &row = m_rows[index.row()];
    const bool isWrong = column == Target && !problem(index.row()).isEmpty();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::EditRole:
        return column == Target  ? QVariant(row.target)
               : column == State ? QVariant(int(row.answer))
                                 : QVariant();
    case Qt::ForegroundRole:
        return color(index.row(), column);
    case Qt::DecorationRole:
        if (isWrong)
            return icon(QLatin1StringView("error"), themeColors(QGuiApplication::palette()).danger);
        return {};
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return isWrong ? problem(index.row()) : text(row, column);
    case Qt::TextAlignmentRole:
        return column == Size ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

bool PushModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    if (index.column() == State) {
        answer(index.row(), Answer(value.toInt()));
        return true;
    }
    if (index.column() != Target)
        return false;
    Row &row = m_rows[index.row()];
    const QString typed = value.toString().trimmed();
    if (typed == row.target)
        return true;
    setTarget(row, typed.isEmpty() ? row.ruled(m_rule) : typed, !typed.isEmpty());
    allChanged(); // another row may have become a double, or no longer be one
    emit namesChanged();
    return true;
}

void PushModel::setTarget(Row &row, const QString &target, bool byHand)
{
    row.byHand = byHand;
    if (row.target == target)
        return;
    row.target = target;
    row.found = Found::Unknown;
    row.answer = Open;
}

Qt::ItemFlags PushModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const Qt::ItemFlags flags = Qt::ItemIsSelectable | Qt::ItemIsEnabled;
    const Row &row = m_rows[index.row()];
    const bool isQuestion = index.column() == State && (row.found == Found::Other || row.answer == Skip);
    return index.column() == Target || isQuestion ? flags | Qt::ItemIsEditable : flags;
}

QVariant PushModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole && section == Size)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Source:
        return tr("Image");
    case Target:
        return tr("Name in the registry");
    case State:
        return tr("In the registry");
    default:
        return tr("Size");
    }
}

QString PushModel::answerText(Answer answer)
{
    switch (answer) {
    case Open:
        return tr("Decide later");
    case Overwrite:
        return tr("Overwrite");
    case Skip:
        return tr("Skip");
    case Rename:
        return tr("Rename");
    }
    return {};
}

void PushModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    allChanged();
}

void PushModel::allChanged()
{
    if (!m_rows.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

} // namespace dip::ui
