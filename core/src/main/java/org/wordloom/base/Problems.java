package org.wordloom.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects every mistake of a configuration, so that the user hears of all of them at once. */
public final class Problems {
    private final List<String> problems = new ArrayList<>();

    /** Adds {@code message} unless {@code holds}. */
    public Problems require(boolean holds, String message, Object... arguments) {
        if (!holds) {
            problems.add(arguments.length == 0 ? message : String.format(Locale.ROOT, message, arguments));
        }
        return this;
    }

    public Problems add(String message, Object... arguments) {
        return require(false, message, arguments);
    }

    public List<String> all() {
        return List.copyOf(problems);
    }

    /** Throws one {@link ExitCode#USAGE} exception that lists all problems, if there are any. */
    public void throwIfAny() {
        if (problems.size() == 1) {
            throw new WordloomException(ExitCode.USAGE, problems.get(0));
        }
        if (!problems.isEmpty()) {
            throw new WordloomException(
                    ExitCode.USAGE, problems.size() + " problems:\n  - " + String.join("\n  - ", problems));
        }
    }
}
