package org.wordloom.train;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wordloom.architecture.Architecture;
import org.wordloom.architecture.Sentence;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.base.ExitCode;
import org.wordloom.base.RandomStream;
import org.wordloom.base.WordloomException;
import org.wordloom.corpus.ShardSlice;
import org.wordloom.corpus.ShardSource;
import org.wordloom.corpus.SliceReader;
import org.wordloom.kernel.Tile;
import org.wordloom.vocab.SubsamplingTable;

/**
 * One Hogwild thread: reads shards, fills tiles, has them trained. Allocates nothing between the beginning and the end of
 * a shard.
 */
final class Worker implements Callable<Void> {
    /** Sentences longer than this are trained in pieces. */
    static final int SENTENCE_BUFFER = 10_000;
    /** Words between two looks at global progress, as in word2vec.c: rare enough that threads do not contend. */
    private static final int WORDS_PER_UPDATE = 10_000;

    private final TrainingOptions options;
    private final TrainingPlan plan;
    private final ShardSource shards;
    private final WorkQueue queue;
    private final TrainingClock clock;
    private final TileStep step;

    private final int[] ids = new int[SENTENCE_BUFFER];
    private final Sentence sentence = new Sentence(SENTENCE_BUFFER);
    private final RandomStream random = new RandomStream(0);
    private long wordsSinceUpdate;
    private float rate;
    private int epoch;
    private ShardSlice slice;

    /** @param clock that the rate follows */
    Worker(
            TrainingOptions options,
            TrainingPlan plan,
            ShardSource shards,
            WorkQueue queue,
            TrainingClock clock,
            TileStep step) {
        this.options = options;
        this.plan = plan;
        this.shards = shards;
        this.queue = queue;
        this.clock = clock;
        this.step = step;
    }

    @Override
    public Void call() throws IOException, InterruptedException {
        rate = clock.rate();
        for (long unit = queue.take(); unit >= 0; unit = queue.take()) {
            epoch = queue.epoch(unit);
            slice = queue.slice(unit);
            trainSlice();
        }
        step.finish();
        return null;
    }

    private void trainSlice() throws IOException, InterruptedException {
        random.restart(streamKey(options.seed(), epoch, shards.number(slice.shard()), slice.from()));
        step.beginSlice();
        try (SliceReader reader = new SliceReader(shards, slice)) {
            for (int n = reader.read(ids); n > 0 && !queue.stopped(); n = reader.read(ids)) {
                trainPiece(n);
            }
        }
        if (!step.endSlice()) {
            throw diverged();
        }
        updateClock();
    }

    /**
     * The key of a slice's random numbers. It depends on the slice's first token, except for a whole shard, whose key
     * is that of its number alone.
     */
    static long streamKey(long seed, int epoch, long shard, long from) {
        return from == 0
                ? CounterRandom.key(seed, Purpose.TRAINING, epoch, shard)
                : CounterRandom.key(seed, Purpose.TRAINING, epoch, shard, from);
    }

    private void trainPiece(int n) throws InterruptedException {
        sample(n);
        trainSentence();
        wordsSinceUpdate += n;
        if (wordsSinceUpdate >= WORDS_PER_UPDATE) {
            updateClock();
        }
    }

    /** Keeps a subsample of the words, and draws each one's window, with one random number a word. */
    private void sample(int n) {
        SubsamplingTable table = plan.subsampling();
        WorkingSet set = plan.workingSet();
        int window = options.window();
        sentence.clear();
        for (int k = 0; k < n; k++) {
            long bits = random.next();
            if (CounterRandom.unitFloat(bits) < table.keep(ids[k])) {
                sentence.add(set == null ? ids[k] : set.inputRow(ids[k]), 1 + CounterRandom.below(bits, window));
            }
        }
    }

    private void trainSentence() throws InterruptedException {
        Architecture architecture = plan.architecture();
        for (int centre = 0; centre < sentence.length(); ) {
            Tile tile = step.empty();
            centre += architecture.fill(sentence, centre, tile);
            if (tile.hidden() > 0 && !step.train(tile, random, rate)) {
                throw diverged();
            }
        }
    }

    private WordloomException diverged() {
        return new WordloomException(
                ExitCode.TRAINING,
                String.format(
                        Locale.ROOT,
                        "training diverged in epoch %d of %d, shard %d, after %d words at rate %.3g: a product of vectors is"
                                + " NaN or infinite; use a lower --rate than %s",
                        epoch + 1,
                        options.epochs(),
                        slice.shard(),
                        clock.words() + wordsSinceUpdate,
                        rate,
                        options.rate()));
    }

    private void updateClock() {
        rate = step.advance(wordsSinceUpdate);
        wordsSinceUpdate = 0;
    }
}
