#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace dip::ui {

class Workspace;

/// At the first start, above the page: language, cache folder, a registry. Each step can be skipped.
class FirstSteps final : public QWidget
{
    Q_OBJECT

public:
    explicit FirstSteps(Workspace &workspace, QWidget *parent = nullptr);

    void begin();

signals:
    void folderRequested();
    void registryRequested();
    void ended();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showStep(int step);
    void choose(const QString &language);
    void retranslate();

    Workspace &m_workspace;
    int m_step = 0;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_chinese;
    QPushButton *m_english;
    QPushButton *m_folder;
    QPushButton *m_registry;
    QPushButton *m_next;
    QPushButton *m_skip;
};

} // namespace dip::ui
