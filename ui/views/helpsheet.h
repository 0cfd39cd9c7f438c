#pragma once

#include "ui/widgets/sheet.h"

class QAction;
class QTextBrowser;

namespace dip::ui {

/// How the window is used, and all its commands with their keys. Needs no network.
class HelpSheet final : public Sheet
{
    Q_OBJECT

public:
    explicit HelpSheet(QWidget *parent = nullptr);

    void begin(const QList<QAction *> &actions, const QString &logFile);

protected:
    void retranslate() override;

private:
    void fill();

    QTextBrowser *m_text;
    QList<QAction *> m_actions;
    QString m_logFile;
};

} // namespace dip::ui
