package org.wordloom.jobs.command;

import java.util.List;
import java.util.function.Supplier;

/**
 * A command in the list of commands.
 *
 * @param name one or two words, as the user types them
 * @param spark whether it runs as a Spark application; others run in a plain JVM
 * @param summary one line
 * @param factory makes the command for one run
 */
record CommandEntry(String name, boolean spark, String summary, Supplier<Command> factory) {
    List<String> words() {
        return List.of(name.split(" "));
    }
}
