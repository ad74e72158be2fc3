package org.wordloom.jobs.command;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.jobs.Version;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.console.Terminal;
import org.wordloom.jobs.setting.NearestName;

/** Finds the command that the arguments name, runs it, and turns failures into lines and exit codes. */
public final class Commands {
    private final PrintStream out;
    private final PrintStream err;
    private final Map<String, String> environment;
    /** What the settings say, once they were read: a configuration file can say it too. */
    private boolean verbose;

    /** @param environment the process's environment variables */
    public Commands(PrintStream out, PrintStream err, Map<String, String> environment) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Runs the program; never throws. */
    public ExitCode run(List<String> arguments) {
        try {
            ExitCode code = dispatch(arguments);
            requireWritten();
            return code;
        } catch (Throwable e) { // whatever it is, the user gets a line and an exit code
            return Failure.of(e).report(err, verbose || arguments.contains("--verbose"));
        }
    }

    /** A stream for printing throws nothing: what it could not write is to be asked for. */
    private void requireWritten() {
        if (out.checkError()) {
            throw new WordloomException(
                    ExitCode.OUTPUT, "standard output cannot be written: is the disk full, or the output closed?");
        }
    }

    private ExitCode dispatch(List<String> arguments) throws Exception {
        String first = arguments.isEmpty() ? "help" : arguments.get(0);
        switch (first) {
            case "help", "--help", "-h" ->
                out.println(help(arguments.stream().skip(1).toList()));
            case "--version", "version" -> out.println("wordloom " + Version.current());
            case "commands" ->
                CommandList.all()
                        .forEach(entry -> out.println(entry.name() + "\t" + (entry.spark() ? "spark" : "plain")));
            default -> {
                return runCommand(arguments);
            }
        }
        return ExitCode.OK;
    }

    private ExitCode runCommand(List<String> arguments) throws Exception {
        CommandEntry entry = find(arguments);
        List<String> rest = arguments.subList(entry.words().size(), arguments.size());
        Command command = entry.factory().get();
        if (rest.contains("--help") || rest.contains("-h")) {
            out.println(new CommandSyntax(entry, command).help());
            return ExitCode.OK;
        }
        new CommandSettings(entry, command, environment).read(rest);
        verbose = command.common().verbose();
        boolean quiet = command.common().quiet();
        Console console = new Console(out, err, Terminal.watchesErrors(environment), quiet);
        try {
            command.run(console);
        } finally {
            console.endProgress();
        }
        return ExitCode.OK;
    }

    private static CommandEntry find(List<String> arguments) {
        Optional<CommandEntry> entry = CommandList.of(arguments);
        if (entry.isPresent()) {
            return entry.get();
        }
        List<CommandEntry> family = CommandList.family(arguments.get(0));
        if (family.isEmpty()) {
            List<String> firstWords = CommandList.all().stream()
                    .map(each -> each.words().get(0))
                    .distinct()
                    .toList();
            throw usage("unknown command '" + arguments.get(0) + "'"
                    + NearestName.suggestion(arguments.get(0), firstWords) + "; see wordloom help");
        }
        List<String> kinds =
                family.stream().map(each -> each.words().get(1)).distinct().toList();
        if (arguments.size() > 1 && kinds.contains(arguments.get(1))) {
            List<String> thirds = family.stream()
                    .filter(each -> each.words().get(1).equals(arguments.get(1)))
                    .map(each -> each.words().get(2))
                    .toList();
            throw usage("wordloom " + arguments.get(0) + " " + arguments.get(1) + " needs one of "
                    + String.join(", ", thirds));
        }
        if (arguments.size() == 1 || arguments.get(1).startsWith("-")) {
            throw usage("wordloom " + arguments.get(0) + " needs a kind: one of " + String.join(", ", kinds));
        }
        throw usage("wordloom " + arguments.get(0) + " has no kind '" + arguments.get(1) + "'"
                + NearestName.suggestion(arguments.get(1), kinds) + "; there are " + String.join(", ", kinds));
    }

    private static String help(List<String> topic) {
        if (topic.isEmpty()) {
            return Overview.text();
        }
        if (topic.size() == 1 && !CommandList.family(topic.get(0)).isEmpty()) {
            return Overview.of(CommandList.family(topic.get(0)));
        }
        CommandEntry entry = find(topic);
        return new CommandSyntax(entry, entry.factory().get()).help();
    }

    private static WordloomException usage(String message) {
        return new WordloomException(ExitCode.USAGE, message);
    }
}
