#include "app/cli/helptext.h"

#include "app/cli/displaywidth.h"

#include <CLI/CLI.hpp>
#include <QCoreApplication>

#include <algorithm>

namespace dip::cli {

namespace {

struct HelpText
{
    Q_DECLARE_TR_FUNCTIONS(HelpText)
};

constexpr int widestNames = 32;

struct Entry
{
    QString names;
    QString text;
};

struct Group
{
    QString title;
    QList<Entry> entries;
};

QString program()
{
    return QStringLiteral("docker-image-pusher");
}

QString placeholder(const CLI::Option &option)
{
    return u'<' + QString::fromStdString(option.get_type_name()) + u'>';
}

QString namesOf(const CLI::Option &option)
{
    if (option.get_positional())
        return placeholder(option);
    QStringList names;
    for (const std::string &name : option.get_snames())
        names.append(u'-' + QString::fromStdString(name));
    for (const std::string &name : option.get_lnames())
        names.append(QLatin1String("--") + QString::fromStdString(name));
    QString text = names.join(QLatin1String(", "));
    if (option.get_items_expected_max() > 0)
        text += u' ' + placeholder(option);
    return option.get_snames().empty() ? QString(4, u' ') + text : text;
}

/// In the order of their making; CLI11's own default group gets the plain title.
QList<Group> groupsOf(const CLI::App &command)
{
    QList<Group> groups;
    for (const CLI::Option *option : command.get_options()) {
        QString title = QString::fromStdString(option->get_group());
        if (option->get_positional())
            title = HelpText::tr("Arguments");
        else if (title == QLatin1String("Options"))
            title = HelpText::tr("Options");
        auto group = std::ranges::find(groups, title, &Group::title);
        if (group == groups.end())
            group = groups.insert(groups.end(), Group{title, {}});
        group->entries.append({namesOf(*option), QString::fromStdString(option->get_description())});
    }
    return groups;
}

QString heading(const QString &title)
{
    return HelpText::tr("%1:", "heading in the help").arg(title) + u'\n';
}

/// "  names  text", the text wrapped in a column of its own; long names get a line for themselves.
QString entriesText(const QList<Entry> &entries, int namesWidth, int width)
{
    QString text;
    const int indent = 2 + namesWidth + 2;
    for (const Entry &entry : entries) {
        QStringList lines = wrapped(entry.text, width - indent);
        QString first = QLatin1String("  ") + padded(entry.names, namesWidth) + QLatin1String("  ");
        if (displayWidth(entry.names) > namesWidth) {
            text += QLatin1String("  ") + entry.names + u'\n';
            first = QString(indent, u' ');
        }
        for (qsizetype i = 0; i < lines.size(); ++i)
            text += (i == 0 ? first : QString(indent, u' ')) + lines[i] + u'\n';
    }
    return text;
}

QString groupsText(const QList<Group> &groups, int width)
{
    int namesWidth = 0;
    for (const Group &group : groups) {
        for (const Entry &entry : group.entries) {
            if (const int needed = displayWidth(entry.names); needed <= widestNames)
                namesWidth = std::max(namesWidth, needed);
        }
    }
    QString text;
    for (const Group &group : groups)
        text += u'\n' + heading(group.title) + entriesText(group.entries, namesWidth, width);
    return text;
}

/// The words of a command line, an option together with its value.
QStringList unitsOf(const QString &commandLine)
{
    QStringList units;
    for (const QString &word : commandLine.split(u' ')) {
        const bool isOption = word.startsWith(u'-') || word.startsWith(QLatin1String("[-"));
        const bool afterOption =
            !units.isEmpty() && units.last().contains(u'-') && !units.last().contains(u' ');
        if (afterOption && !isOption)
            units.last() += u' ' + word;
        else
            units.append(word);
    }
    return units;
}

/// A command line with its continuation indented, broken with backslashes so that it can be copied.
QString exampleText(const QString &example, int width)
{
    QString text;
    QString line = QLatin1String("  ") + program();
    for (const QString &unit : unitsOf(example)) {
        if (displayWidth(line) + displayWidth(unit) + 3 > width) {
            text += line + QLatin1String(" \\\n");
            line = QString(5, u' ');
        }
        line += u' ' + unit;
    }
    return text + line + u'\n';
}

QString examplesText(const CLI::App &command, int width)
{
    QString text = u'\n' + heading(HelpText::tr("Examples"));
    for (const QString &example : QString::fromStdString(command.get_footer()).split(u'\n'))
        text += exampleText(example, width);
    return text;
}

QString paragraph(const QString &text, int width)
{
    return wrapped(text, width).join(u'\n') + u'\n';
}

} // namespace

QString programHelp(const CLI::App &app, int width)
{
    Group commands{HelpText::tr("Commands"), {}};
    for (const CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; })) {
        commands.entries.append({QString::fromStdString(command->get_name()),
                                 QString::fromStdString(command->get_description())});
    }
    return paragraph(QString::fromStdString(app.get_description()), width) + u'\n' +
           heading(HelpText::tr("Usage")) + QLatin1String("  ") + program() +
           QLatin1String(" [SUBCOMMAND]\n") + groupsText({commands}, width) +
           groupsText(groupsOf(app), width) + examplesText(app, width) + u'\n' +
           paragraph(HelpText::tr("`docker-image-pusher help SUBCOMMAND` explains a command."), width);
}

QString commandHelp(const CLI::App &app, const CLI::App &command, int width)
{
    QString usage = QString::fromStdString(command.get_name()) + QLatin1String(" [OPTIONS]");
    if (!command.get_usage().empty())
        usage += u' ' + QString::fromStdString(command.get_usage());
    return paragraph(QString::fromStdString(command.get_description()), width) + u'\n' +
           heading(HelpText::tr("Usage")) + exampleText(usage, width) +
           groupsText(groupsOf(command) + groupsOf(app), width) + examplesText(command, width);
}

} // namespace dip::cli
