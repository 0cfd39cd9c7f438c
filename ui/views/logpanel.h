#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;
class QTreeView;

namespace dip::ui {

class LogFilter;
class LogModel;
class LogStore;

/// The log below the page: filtered by level and words, following what comes until it is scrolled up.
class LogPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit LogPanel(LogStore &store, QWidget *parent = nullptr);

    /// Shows only what has this text in it; empty for all.
    void search(const QString &text);
    /// Shows only what is about this job, all levels of it, from its beginning. An empty id shows all again.
    void showJob(const QString &id, const QString &title);

signals:
    void closed();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void applyFilter();
    void showJobTitle();
    void follow();
    [[nodiscard]] QString text(bool chosenOnly) const;
    void copy();
    void exportFile();
    void retranslate();

    LogModel *m_model;
    LogFilter *m_filter;
    QLabel *m_title;
    QComboBox *m_level;
    QLineEdit *m_words;
    QPushButton *m_job; ///< says which job's lines are shown; pressed, all are again
    QCheckBox *m_follow;
    QPushButton *m_copy;
    QPushButton *m_export;
    QPushButton *m_clear;
    QToolButton *m_close;
    QTreeView *m_table;
    QString m_jobTitle;
};

} // namespace dip::ui
