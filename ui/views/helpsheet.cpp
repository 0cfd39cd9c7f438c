#include "ui/views/helpsheet.h"

#include <QAction>
#include <QTextBrowser>
#include <QVBoxLayout>

#include "ui/views/actionpalette.h"

namespace dip::ui {

HelpSheet::HelpSheet(QWidget *parent) : Sheet(parent), m_text(new QTextBrowser(this))
{
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setObjectName(QStringLiteral("helpText"));
    body()->addWidget(m_text, 1);
    retranslateFrame();
    retranslate();
}

void HelpSheet::begin(const QList<QAction *> &actions, const QString &logFile)
{
    m_actions = actions;
    m_logFile = logFile;
    fill();
    m_text->setFocus();
}

void HelpSheet::retranslate()
{
    setTitle(tr("Help"));
    m_text->setAccessibleName(tr("Help"));
    fill();
}

void HelpSheet::fill()
{
    const QStringList steps{
        tr("Drop image archives, folders or zips onto the window. They are looked into, and what is chosen "
           "is "
           "imported into the cache."),
        tr("Choose images in the cache and push them. Names can be changed by a rule or one by one; what the "
           "registry already has is not sent again."),
        tr("Jobs can be paused, moved and cancelled at any time. What was transferred is kept, also when the "
           "program ends."),
        tr("Deleted images go to the cache's trash first and can be brought back from it, byte for byte. "
           "Disk "
           "space is released when the trash is emptied."),
        tr("The filter of the cache takes words that must all hold: size>1G, size<500M, arch:arm64, "
           "older:30d, untagged, pushed, unpushed, pinned, incomplete, or part of a name.")};
    QString html;
    for (const QString &step : steps)
        html += QStringLiteral("<p>%1</p>").arg(step.toHtmlEscaped());
    if (!m_logFile.isEmpty())
        html += QStringLiteral("<p>%1</p>").arg(tr("The log is kept in %1.").arg(m_logFile).toHtmlEscaped());
    html += QStringLiteral("<table cellpadding='3'>");
    for (const QAction *action : std::as_const(m_actions)) {
        if (!action->shortcut().isEmpty())
            html += QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;</td><td>%2</td></tr>")
                        .arg(action->shortcut().toString(QKeySequence::NativeText).toHtmlEscaped(),
                             plainText(action).toHtmlEscaped());
    }
    m_text->setHtml(html + QStringLiteral("</table>"));
}

} // namespace dip::ui
