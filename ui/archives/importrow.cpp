#include "ui/archives/importrow.h"

namespace dip::ui {

bool ImportRow::isNameValid() const
{
    return name.isEmpty() ? !ownNames.isEmpty() : !isRenamed() || ImageName::parse(name).has_value();
}

QList<ImageName> ImportRow::namesInCache() const
{
    QList<ImageName> names;
    for (const QString &text :
         (isRenamed() ? name : ownNames).split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        const auto parsed = QualifiedName::parse(text);
        if (parsed && !names.contains(parsed->name))
            names.append(parsed->name);
    }
    return names;
}

} // namespace dip::ui
