#pragma once

#include <QKeySequence>
#include <QObject>

#include "ui/cache/cacherow.h"

class QAction;
class QWidget;

namespace dip::ui {

/// What can be done with chosen images: menu and keys share these actions.
class ImageActions final : public QObject
{
    Q_OBJECT

public:
    /// The keys work in `view`, which has the actions as its context menu.
    explicit ImageActions(QWidget *view);

    void choose(const QList<CacheRow> &rows);
    [[nodiscard]] QList<QAction *> all() const { return m_all; }
    void retranslate();

signals:
    void pushRequested();
    void deleteRequested();

private:
    QAction *add(QLatin1StringView iconName, const QKeySequence &keys);
    void addSeparator();
    void showTexts();
    void copyNames() const;
    void copyDigests() const;
    void copyPullLines() const;

    QWidget *m_view;
    QList<CacheRow> m_rows;
    QList<QAction *> m_all;
    QAction *m_push;
    QAction *m_copyName;
    QAction *m_copyDigest;
    QAction *m_copyPull;
    QAction *m_delete;
};

} // namespace dip::ui
