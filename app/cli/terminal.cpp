#include "app/cli/terminal.h"

#include <QByteArray>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <poll.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>
#endif

namespace dip::cli::terminal {

namespace {

constexpr int usualColumns = 80;
constexpr int usualRows = 24;

FILE *fileOf(Stream stream)
{
    switch (stream) {
    case Stream::Input:
        return stdin;
    case Stream::Output:
        return stdout;
    case Stream::Error:
        break;
    }
    return stderr;
}

#ifdef Q_OS_WIN

HANDLE handleOf(Stream stream)
{
    return reinterpret_cast<HANDLE>(_get_osfhandle(_fileno(fileOf(stream))));
}

std::optional<CONSOLE_SCREEN_BUFFER_INFO> windowOf(Stream stream)
{
    CONSOLE_SCREEN_BUFFER_INFO info;
    if (!GetConsoleScreenBufferInfo(handleOf(stream), &info))
        return std::nullopt;
    return info;
}

/// The console wakes a blocked reader itself on Ctrl-C.
bool waitForInput(const std::stop_token &stop)
{
    return !stop.stop_requested();
}

class WithoutEcho final
{
public:
    WithoutEcho()
    {
        GetConsoleMode(handleOf(Stream::Input), &m_before);
        SetConsoleMode(handleOf(Stream::Input), m_before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    }
    ~WithoutEcho() { SetConsoleMode(handleOf(Stream::Input), m_before); }
    Q_DISABLE_COPY_MOVE(WithoutEcho)

private:
    DWORD m_before = 0;
};

qint64 readBytes(char *to, unsigned size)
{
    return _read(_fileno(stdin), to, size);
}

#else

int descriptorOf(Stream stream)
{
    return fileno(fileOf(stream));
}

std::optional<winsize> windowOf(Stream stream)
{
    winsize size{};
    if (ioctl(descriptorOf(stream), TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
        return std::nullopt;
    return size;
}

bool waitForInput(const std::stop_token &stop)
{
    constexpr int patienceMs = 100;
    pollfd input{STDIN_FILENO, POLLIN, 0};
    while (!stop.stop_requested()) {
        if (poll(&input, 1, patienceMs) > 0)
            return true;
    }
    return false;
}

class WithoutEcho final
{
public:
    WithoutEcho()
    {
        tcgetattr(STDIN_FILENO, &m_before);
        termios quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~WithoutEcho() { tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before); }
    Q_DISABLE_COPY_MOVE(WithoutEcho)

private:
    termios m_before{};
};

qint64 readBytes(char *to, unsigned size)
{
    return read(STDIN_FILENO, to, size);
}

#endif

} // namespace

void prepare()
{
#ifdef Q_OS_WIN
    SetConsoleOutputCP(CP_UTF8);
    for (const Stream stream : {Stream::Output, Stream::Error}) {
        DWORD mode = 0;
        if (GetConsoleMode(handleOf(stream), &mode))
            SetConsoleMode(handleOf(stream), mode | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
    }
#endif
}

bool isTerminal(Stream stream)
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(fileOf(stream))) != 0;
#else
    return isatty(descriptorOf(stream)) != 0;
#endif
}

int columns(Stream stream)
{
    const auto window = windowOf(stream);
    if (!window)
        return usualColumns;
#ifdef Q_OS_WIN
    return window->srWindow.Right - window->srWindow.Left + 1;
#else
    return window->ws_col;
#endif
}

int rows(Stream stream)
{
    const auto window = windowOf(stream);
    if (!window)
        return usualRows;
#ifdef Q_OS_WIN
    return window->srWindow.Bottom - window->srWindow.Top + 1;
#else
    return window->ws_row;
#endif
}

void write(Stream stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), fileOf(stream));
    std::fflush(fileOf(stream));
}

std::optional<QString> readLine(const std::stop_token &stop)
{
    QByteArray line;
    char character = 0;
    // Byte by byte, so that nothing behind the line's end is taken away.
    while (waitForInput(stop)) {
        if (readBytes(&character, 1) != 1)
            return line.isEmpty() ? std::nullopt : std::optional(QString::fromUtf8(line));
        if (character == '\n') {
            if (line.endsWith('\r'))
                line.chop(1);
            return QString::fromUtf8(line);
        }
        line.append(character);
    }
    return std::nullopt;
}

std::optional<QString> readSecretLine(const std::stop_token &stop)
{
    std::optional<QString> line;
    {
        const WithoutEcho hidden;
        line = readLine(stop);
    }
    write(Stream::Error, QStringLiteral("\n")); // the one that was typed was not shown either
    return line;
}

} // namespace dip::cli::terminal
