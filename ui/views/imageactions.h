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
    /// How many images the list shows, and whether a filter leaves some out.
    void setShown(int images, bool filtered);
    [[nodiscard]] QList<QAction *> all() const { return m_all; }
    /// What stands as buttons beside an image's details.
    [[nodiscard]] QList<QAction *> main() const { return {m_push, m_export, m_verify, m_trash}; }
    void retranslate();

signals:
    void pushRequested();
    void exportRequested();
    void verifyRequested();
    void renameRequested();
    void pinRequested(bool pinned);
    void trashRequested();
    void deleteRequested();
    void allRequested();

private:
    QAction *add(QLatin1StringView iconName, const QKeySequence &keys = {});
    void addSeparator();
    void connectAll();
    void showTexts();
    void copyNames() const;
    void copyDigests() const;
    void copyPullLines() const;

    QWidget *m_view;
    QList<CacheRow> m_rows;
    bool m_unpins = false; ///< all chosen ones are pinned
    QList<QAction *> m_all;
    QAction *m_push;
    QAction *m_export;
    QAction *m_verify;
    QAction *m_copyName;
    QAction *m_copyDigest;
    QAction *m_copyPull;
    QAction *m_rename;
    QAction *m_pin;
    QAction *m_trash;
    QAction *m_delete;
    QAction *m_chooseAll;
    int m_shown = 0;
    bool m_isFiltered = false;
};

} // namespace dip::ui
