#include "app/cli/interrupt.h"

#include "app/cli/exitcode.h"

#include <QSocketNotifier>

#include <atomic>
#include <cstdlib>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <csignal>
#include <fcntl.h>
#include <unistd.h>
#endif

namespace dip::cli {

namespace {

constexpr int interruptedCode = static_cast<int>(ExitCode::Interrupted);

#ifdef Q_OS_WIN

std::atomic<Interrupt *> active = nullptr;
std::atomic<int> count = 0;

/// Called by the system in a thread of its own.
BOOL WINAPI handle(DWORD)
{
    if (count++ > 0)
        _exit(interruptedCode);
    if (Interrupt *interrupt = active)
        QMetaObject::invokeMethod(interrupt, &Interrupt::requested, Qt::QueuedConnection);
    return TRUE;
}

#else

// signal → byte into the pipe → notifier of the event loop → stop. A handler may do nothing but the first.
int pipeEnds[2] = {-1, -1};
volatile std::sig_atomic_t count = 0;

void handle(int)
{
    if (count > 0)
        _exit(interruptedCode);
    count = 1;
    const char byte = 1;
    [[maybe_unused]] const auto written = write(pipeEnds[1], &byte, 1);
}

void install(void (*handler)(int))
{
    struct sigaction action{};
    action.sa_handler = handler;
    sigemptyset(&action.sa_mask);
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
    sigaction(SIGHUP, &action, nullptr);
}

#endif

} // namespace

Interrupt::Interrupt(std::stop_source stop) : m_stop(std::move(stop))
{
    count = 0;
    connect(this, &Interrupt::requested, this, &Interrupt::ask);
#ifdef Q_OS_WIN
    active = this;
    SetConsoleCtrlHandler(handle, TRUE);
#else
    if (pipe(pipeEnds) != 0)
        return; // without it signals end the program at once, as they do by default
    for (const int end : pipeEnds) {
        fcntl(end, F_SETFD, FD_CLOEXEC);
        fcntl(end, F_SETFL, O_NONBLOCK);
    }
    m_notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        emit requested();
    });
    install(handle);
#endif
}

Interrupt::~Interrupt()
{
#ifdef Q_OS_WIN
    SetConsoleCtrlHandler(handle, FALSE);
    active = nullptr;
#else
    install(SIG_DFL);
    delete m_notifier;
    for (int &end : pipeEnds) {
        close(end);
        end = -1;
    }
#endif
}

void Interrupt::ask()
{
    m_stop.request_stop();
}

} // namespace dip::cli
