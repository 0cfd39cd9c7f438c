#include "ui/views/exportdialog.h"

#include <QCoreApplication>
#include <QDate>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>

namespace dip::ui {

namespace {

const QString folderKey = QStringLiteral("export/folder");
const QString formatKey = QStringLiteral("export/format");

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(Export)

public:
    /// In the order of ExportFormat.
    static QStringList formats()
    {
        return {tr("Docker archive, for docker load and podman load (*.tar)"), tr("OCI archive (*.tar)"),
                tr("OCI layout, a folder (*)")};
    }
    static QString title(int images) { return tr("Export %n image(s)", nullptr, images); }
};

QString withoutTar(const QString &name)
{
    return name.endsWith(QLatin1String(".tar"), Qt::CaseInsensitive) ? name.chopped(4) : name;
}

/// The ending goes with the format.
void fitName(QFileDialog *dialog, const QStringList &formats)
{
    const bool isFolder = formats.indexOf(dialog->selectedNameFilter()) == int(ExportFormat::OciLayout);
    dialog->setDefaultSuffix(isFolder ? QString() : QStringLiteral("tar"));
    const QStringList files = dialog->selectedFiles();
    const QString name = withoutTar(QFileInfo(files.value(0)).fileName());
    if (!name.isEmpty())
        dialog->selectFile(isFolder ? name : name + QStringLiteral(".tar"));
}

} // namespace

QString exportName(const QList<ImageName> &images)
{
    if (images.size() != 1)
        return QStringLiteral("images-") + QDate::currentDate().toString(Qt::ISODate);
    const ImageName &image = images.first();
    const auto &digest = image.reference.digest();
    QString name =
        image.repository.toString() + u'_' + (digest ? digest->shortHex() : image.reference.toString());
    return name.replace(u'/', u'_');
}

void chooseExport(QWidget *parent, QSettings &store, const QList<ImageName> &images,
                  const std::function<void(const ExportFromCache &)> &chosen)
{
    const QStringList formats = Texts::formats();
    auto *dialog = new QFileDialog(parent, Texts::title(int(images.size())));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters(formats);
    const int format = std::clamp(store.value(formatKey).toInt(), 0, int(formats.size()) - 1);
    dialog->selectNameFilter(formats[format]);
    if (const QString folder = store.value(folderKey).toString(); QFileInfo(folder).isDir())
        dialog->setDirectory(folder);
    dialog->selectFile(exportName(images) + QStringLiteral(".tar"));
    fitName(dialog, formats);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog,
                     [dialog, formats] { fitName(dialog, formats); });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [dialog, formats, images, chosen, &store](const QString &file) {
                         const qsizetype at = formats.indexOf(dialog->selectedNameFilter());
                         const auto wanted = ExportFormat(std::max<qsizetype>(0, at));
                         store.setValue(folderKey, QFileInfo(file).absolutePath());
                         store.setValue(formatKey, int(wanted));
                         // That a file is replaced was asked by the dialog; folders never are.
                         chosen({images, file, wanted, {}, QFileInfo(file).isFile()});
                     });
    dialog->open();
}

} // namespace dip::ui
