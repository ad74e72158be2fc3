package org.wordloom.jobs.command;

import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.OutputSettings;

/** What every training command does around its stages: a session, an output folder, and its commit when all went well. */
final class TrainingOutput {
    /** The stages of one command. */
    @FunctionalInterface
    interface Stages {
        void run(Session session, OutputFolder folder, Stopwatch stopwatch, Console console) throws Exception;
    }

    private TrainingOutput() {}

    static void make(String command, int threads, OutputSettings output, Console console, Stages stages)
            throws Exception {
        Stopwatch stopwatch = new Stopwatch();
        try (Session session = stopwatch.time("start", () -> Session.start(command, threads, console));
                OutputFolder folder = session.output(output.folder(), output.overwrite())) {
            stages.run(session, folder, stopwatch, console);
            folder.commit();
            console.note("everything written to %s; look at report.html there", output.folder());
        }
    }
}
