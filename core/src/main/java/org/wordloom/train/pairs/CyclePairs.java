package org.wordloom.train.pairs;

import java.io.IOException;
import org.wordloom.architecture.Sentence;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.cooccurrence.PairSink;
import org.wordloom.corpus.ShardReader;
import org.wordloom.train.TrainingOptions;
import org.wordloom.vocab.SubsamplingTable;

/**
 * The pairs of words that a cycle of strata trains: those of skip-gram's windows over the sentences that fall to the cycle,
 * after subsampling. All cycles together make as many passes over the corpus as there are epochs ({@link SentenceTimes}).
 *
 * <p>A word keeps its place with word2vec's probability and draws a window from 1 … window, by one random number that is a
 * function of (seed, epoch, shard, its place in the shard), so that whoever reads a shard gets the same pairs. One for each
 * thread; nothing is allocated for a sentence.
 */
public final class CyclePairs {
    /** Sentences longer than this are trained in pieces, as skip-gram on text has them. */
    private static final int SENTENCE_BUFFER = 10_000;
    /** Where the key of the words' random numbers is; sentences have those from 0. */
    private static final long WORDS = -1;

    private final TrainingOptions options;
    private final SubsamplingTable subsampling;
    private final SentenceTimes times;
    private final int[] ids = new int[SENTENCE_BUFFER];
    private final Sentence sentence = new Sentence(SENTENCE_BUFFER);
    private ShardReader reader;
    private long shard;
    private int cycle;
    /** Sentences, and tokens, of the shard that came before. */
    private long number;

    private long place;

    /** @param subsampling by the options' threshold, which all that read a corpus may share */
    public CyclePairs(PairOptions options, SubsamplingTable subsampling) {
        this.options = options.model();
        this.subsampling = subsampling;
        this.times = new SentenceTimes(options.model().epochs(), options.cycles());
    }

    /**
     * Begins with a shard, at its start.
     *
     * @param newShard its number in the corpus
     */
    public void begin(ShardReader newReader, long newShard, int newCycle) {
        reader = newReader;
        shard = newShard;
        cycle = newCycle;
        number = 0;
        place = 0;
    }

    /**
     * Hands on the pairs of the next sentence, if the cycle trains it.
     *
     * @return tokens of the sentence; 0 at the end of the shard
     */
    public int advance(PairSink sink) throws IOException {
        int n = reader.read(ids);
        if (n == 0) {
            return 0;
        }
        for (int epoch = times.firstEpoch(cycle); epoch <= times.lastEpoch(cycle); epoch++) {
            long key = CounterRandom.key(options.seed(), Purpose.CYCLE, epoch, shard);
            if (times.cycle(epoch, CounterRandom.at(key, number)) == cycle) {
                sample(n, CounterRandom.at(key, WORDS));
                emit(sink);
            }
        }
        number++;
        place += n;
        return n;
    }

    /** Keeps a subsample of the words, and draws each one's window, with one random number a word. */
    private void sample(int n, long key) {
        sentence.clear();
        for (int k = 0; k < n; k++) {
            long bits = CounterRandom.at(key, place + k);
            if (CounterRandom.unitFloat(bits) < subsampling.keep(ids[k])) {
                sentence.add(ids[k], 1 + CounterRandom.below(bits, options.window()));
            }
        }
    }

    /** As word2vec has it: the words of a window, with their input vectors, predict its centre. */
    private void emit(PairSink sink) throws IOException {
        for (int centre = 0; centre < sentence.length(); centre++) {
            int window = sentence.window(centre);
            int end = Math.min(sentence.length() - 1, centre + window);
            for (int place = Math.max(0, centre - window); place <= end; place++) {
                if (place != centre) {
                    sink.add(sentence.word(place), sentence.word(centre));
                }
            }
        }
    }
}
