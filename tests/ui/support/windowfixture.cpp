#include "tests/ui/support/windowfixture.h"

#include <QApplication>
#include <QDropEvent>
#include <QLineEdit>
#include <QMimeData>

#include "ui/look/theme.h"

namespace dip::test {

namespace {
constexpr int patienceMs = 30'000;
} // namespace

WindowFixture::WindowFixture()
{
    if (!m_folder.isValid())
        qFatal("no temporary folder for the window");
    ui::applyTheme(ui::ThemeChoice::Light);
    begin();
}

WindowFixture::~WindowFixture()
{
    m_window.reset();
    m_workspace.reset();
}

void WindowFixture::begin()
{
    m_workspace = std::make_unique<ui::Workspace>(m_folder.path());
    m_window = std::make_unique<ui::MainWindow>(*m_workspace);
    m_window->resize(1280, 800); // the screen in memory is smaller than those that people have
    m_window->show();
    m_workspace->openCache();
    if (!QTest::qWaitFor([this] { return m_workspace->cache() && m_workspace->images().isLoaded(); },
                         patienceMs))
        qFatal("the cache was not opened");
}

void WindowFixture::restart()
{
    m_window.reset();
    m_workspace.reset();
    begin();
}

void WindowFixture::drop(const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data.setUrls(urls);
    const QPoint middle = m_window->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &enter);
    if (!enter.isAccepted())
        return;
    QDropEvent drop(middle, enter.dropAction(), &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window.get(), &drop);
}

QString WindowFixture::addRegistry(const QString &host, ui::TlsChoice tls, const QString &username,
                                   const QString &password)
{
    auto profile = ui::RegistryProfile::create(host);
    profile.tls = tls;
    profile.username = username;
    m_workspace->registries().save(profile);
    if (!password.isEmpty())
        m_workspace->registries().setPassword(profile.id, username, password, false);
    return profile.id;
}

bool WindowFixture::press(const QString &name) const
{
    auto *button = find<QAbstractButton>(name);
    if (!button || !button->isEnabled())
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return true;
}

bool WindowFixture::type(const QString &name, const QString &text) const
{
    auto *field = find<QLineEdit>(name);
    if (!field || !field->isEnabled())
        return false;
    field->clear();
    QTest::keyClicks(field, text);
    return field->text() == text;
}

bool WindowFixture::waitForJobs(const QList<ui::JobState> &states, int count)
{
    return QTest::qWaitFor(
        [&] {
            const QList<ui::Job> &jobs = m_workspace->jobs().jobs();
            return jobs.size() >= count && std::ranges::all_of(jobs, [&states](const ui::Job &job) {
                       return states.contains(job.state);
                   });
        },
        patienceMs);
}

bool WindowFixture::waitForImages(int count)
{
    return QTest::qWaitFor([&] { return m_workspace->images().rowCount() == count; }, patienceMs);
}

} // namespace dip::test
