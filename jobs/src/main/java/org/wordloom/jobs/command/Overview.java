package org.wordloom.jobs.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wordloom.base.ExitCode;

/** The text of {@code wordloom help}. */
final class Overview {
    /** The longest name and two spaces, the same in every list. */
    private static final int NAME_WIDTH =
            2 + CommandList.names().stream().mapToInt(String::length).max().orElse(0);

    private Overview() {}

    static String text() {
        return String.join(
                "\n",
                "Wordloom trains word vectors, and the vocabularies they need, on one machine or on a Spark cluster.",
                "",
                "Usage: wordloom COMMAND [OPTION…]",
                "",
                "Commands:",
                of(CommandList.all()),
                "",
                "  wordloom help COMMAND     options of a command",
                "  wordloom --version        version",
                "  wordloom commands         all commands and whether they start Spark, for programs",
                "",
                "Commands that start Spark take options of spark-submit too: --master, --conf, --driver-memory,",
                "--executor-memory and others. On one machine --driver-memory is the heap: unless said, three quarters",
                "of the memory.",
                "",
                "Exit codes:",
                exitCodes());
    }

    static String of(List<CommandEntry> entries) {
        return entries.stream()
                .map(entry -> String.format(Locale.ROOT, "  %-" + NAME_WIDTH + "s%s", entry.name(), entry.summary()))
                .collect(Collectors.joining("\n"));
    }

    private static String exitCodes() {
        return Stream.of(ExitCode.values())
                .map(code -> String.format(Locale.ROOT, "  %3d  %s", code.status(), code.meaning()))
                .collect(Collectors.joining("\n"));
    }
}
