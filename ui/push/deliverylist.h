#pragma once

#include "ui/push/pushrule.h"

#include <QStringList>

namespace dip::ui {

/// A push to be repeated at the next site: which images go where. A JSON file:
///
///     {
///       "format": "docker-image-pusher delivery list",
///       "version": 1,
///       "registry": "harbor.example.cn",     only a note; another one can be chosen
///       "rule": {
///         "names": "prefix",                 keep, prefix, flatten, replace or regex
///         "project": "prod",                 for prefix and flatten
///         "find": "", "replacement": "",     for replace and regex
///         "tag": "{tag}"
///       },
///       "platforms": ["linux/amd64"],        empty or absent: all
///       "images": [
///         {"image": "app/web:2.1"},          named by the rule
///         {"image": "app/db:9", "target": "prod/database:9"}
///       ]
///     }
///
/// Unknown names are passed over, so that newer files of the same version can be read. A value type.
struct DeliveryList
{
    struct Entry
    {
        ImageName image;
        QString target{}; ///< by hand; empty: by the rule
    };
    QString registry{};
    PushRule rule{};
    QStringList platforms{};
    QList<Entry> images{};

    [[nodiscard]] QByteArray toJson() const;
    /// InvalidArgument whose detail says for the person what is wrong and where; Unsupported for a newer
    /// version.
    [[nodiscard]] static Result<DeliveryList> fromJson(const QByteArray &bytes);

    [[nodiscard]] Result<void> save(const QString &file) const;
    /// Errors name the file.
    [[nodiscard]] static Result<DeliveryList> load(const QString &file);
};

} // namespace dip::ui
