package org.wordloom.jobs.command;

import java.util.List;
import java.util.Optional;
import org.wordloom.cluster.checkpoint.EarlierRun;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.schedule.ClusterSize;
import org.wordloom.cluster.schedule.ScheduleChoice;
import org.wordloom.cluster.schedule.Scheduler;
import org.wordloom.cluster.schedule.StrataRequest;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CorpusSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.ScheduleSettings;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.StrataSettings;
import org.wordloom.jobs.setting.TrainingSettings;
import org.wordloom.jobs.setting.VocabularySettings;

/**
 * The stages of training on text: count, encode, choose a schedule, train, report, commit.
 *
 * @param name of the command
 * @param groups all options, for the records
 */
record TrainingRun(
        String name,
        List<SettingGroup> groups,
        CorpusSettings corpus,
        VocabularySettings vocabulary,
        TrainingSettings training,
        ScheduleSettings schedules,
        OutputSettings output) {

    /** Runs all stages; returns the folder that was made. */
    String run(Console console) throws Exception {
        TrainingOutput.make(name, training.options().threads(), output, console, this::runStages);
        return output.folder();
    }

    private void runStages(Session session, OutputFolder folder, Stopwatch stopwatch, Console console)
            throws Exception {
        Corpus text = Corpus.list(session.storage(), corpus.options());
        folder.refuseInputs("input", text.options().inputs());
        EncodedText encoded = EncodedText.of(text, vocabulary, folder.workFolder(), session, stopwatch, console);
        PairsCheck.requireSome(encoded.corpus());
        ScheduleChoice choice = choice(session, folder, encoded);
        choice.reasons().forEach(reason -> console.note("%s", reason));
        switch (choice.kind()) {
            case ONE_REPLICA, REPLICAS ->
                new HogwildRun(this, encoded, choice).run(session, folder, stopwatch, console);
            case STRATA -> new TextStrataRun(this, encoded, choice).run(session, folder, stopwatch, console);
        }
    }

    private ScheduleChoice choice(Session session, OutputFolder folder, EncodedText encoded) {
        StrataSettings strata = schedules.strata();
        Optional<EarlierRun> earlier = schedules.checkpoints().resume()
                ? EarlierRun.find(session.storage(), folder.checkpoints())
                : Optional.empty();
        Scheduler scheduler = new Scheduler(
                training.options(),
                encoded.vocabulary().counts(),
                encoded.corpus().tokens(),
                ClusterSize.of(session.spark()),
                schedules.replicas().options(),
                new StrataRequest(strata.blocks(), strata.cycles(), strata.byteBudget(), strata.exact()),
                earlier);
        return switch (training.schedule()) {
            case AUTO -> schedules.replicasWanted() ? scheduler.hogwild() : scheduler.auto();
            case HOGWILD -> scheduler.hogwild();
            case STRATA -> scheduler.strata();
        };
    }
}
