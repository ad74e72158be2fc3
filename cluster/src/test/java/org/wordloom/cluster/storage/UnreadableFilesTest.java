package org.wordloom.cluster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.LocalSpark;
import org.wordloom.cluster.cooccurrence.CooccurrenceJob;
import org.wordloom.cluster.cooccurrence.CooccurrencePlan;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.encoding.StoredShards;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cooccurrence.CooccurrenceOptions;
import org.wordloom.vocab.Vocabulary;

/** What fails while it is read is told by its name, as input that cannot be read, and not as a failure of Spark. */
@ExtendWith(LocalSpark.class)
class UnreadableFilesTest {
    private static final Vocabulary WORDS = Vocabulary.of(new String[] {"a", "b"}, new long[] {3, 2});

    @TempDir
    private Path folder;

    @Test
    void aShard() throws Exception {
        Storage storage = new Storage(FailingReads.configure(new Configuration(false)));
        assertUnreadable(() -> new StoredShards(storage, List.of(shard()), 2).open(0));
    }

    @Test
    void aShardWhosePairsAreCounted(JavaSparkContext spark) throws Exception {
        FailingReads.configure(spark.hadoopConfiguration());
        EncodedCorpus corpus = new EncodedCorpus(folder.toString(), List.of(shard()), CorpusStatistics.none());
        CooccurrencePlan plan = CooccurrencePlan.of(CooccurrenceOptions.defaults(), 1);
        try (OutputFolder output = output()) {
            assertUnreadable(() -> new CooccurrenceJob(spark).run(corpus, WORDS, plan, output));
        }
    }

    @Test
    void aFileOfGlove(JavaSparkContext spark) throws Exception {
        FailingReads.configure(spark.hadoopConfiguration());
        Path file = Files.write(folder.resolve("file"), new byte[160]);
        CooccurrencePlan plan = CooccurrencePlan.of(CooccurrenceOptions.defaults(), 1);
        try (OutputFolder output = output()) {
            assertUnreadable(() -> new CooccurrenceJob(spark).runGlove(FailingReads.path(file), WORDS, plan, output));
        }
    }

    private EncodedCorpus.Shard shard() throws Exception {
        Path file = Files.write(folder.resolve("file"), new byte[40]);
        return new EncodedCorpus.Shard(0, FailingReads.path(file), 5, 1, 40);
    }

    private OutputFolder output() {
        return OutputFolder.create(Storage.local(), folder.resolve("out").toString(), false);
    }

    private void assertUnreadable(ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(WordloomException.class, e -> {
            assertThat(e.getMessage())
                    .isEqualTo("cannot read " + FailingReads.path(folder.resolve("file")) + ": Input/output error");
            assertThat(e.exitCode()).isEqualTo(ExitCode.INPUT);
        });
    }
}
