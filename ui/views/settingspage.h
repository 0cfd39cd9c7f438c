#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace dip::ui {

class ProxyForm;
class RateBox;
class Workspace;

/// The person's choices; each takes effect at once.
class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPage(Workspace &workspace, QWidget *parent = nullptr);

signals:
    void folderRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *makeWorkCard();
    QWidget *makeDesktopCard();
    void showSettings();
    void change();
    void retranslate();

    Workspace &m_workspace;
    QLabel *m_title;
    QLabel *m_lookCaption;
    QLabel *m_workCaption;
    QLabel *m_languageLabel;
    QLabel *m_themeLabel;
    QLabel *m_folderLabel;
    QLabel *m_jobsLabel;
    QLabel *m_blobsLabel;
    QLabel *m_rateLabel;
    QComboBox *m_language;
    QComboBox *m_theme;
    QLabel *m_folder;
    QPushButton *m_chooseFolder;
    QSpinBox *m_jobs;
    QSpinBox *m_blobs;
    RateBox *m_rate;
    QLabel *m_networkCaption;
    ProxyForm *m_proxy;
    QLabel *m_desktopCaption;
    QCheckBox *m_notifyDone;
    QCheckBox *m_notifyNeedsYou;
    QCheckBox *m_keepAwake;
    QCheckBox *m_tray;
    bool m_showing = false;
};

} // namespace dip::ui
