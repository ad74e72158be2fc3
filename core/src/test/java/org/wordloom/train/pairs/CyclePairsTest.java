package org.wordloom.train.pairs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wordloom.TestRandom;
import org.wordloom.base.CounterRandom;
import org.wordloom.base.CounterRandom.Purpose;
import org.wordloom.corpus.ShardReader;
import org.wordloom.corpus.ShardWriter;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.TrainingOptions;
import org.wordloom.vocab.SubsamplingTable;

/** The pairs of cycles are those of naive windows over the sentences that fall to them. */
class CyclePairsTest {
    private static final int WORDS = 40;
    private static final int SHARD = 3;

    private final List<int[]> sentences = new ArrayList<>();
    private final long[] counts = new long[WORDS];

    @Test
    void pairsAreThoseOfNaiveWindows() throws IOException {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 30; round++) {
            PairOptions options = options(random, 1 + random.below(4), 1 + random.below(9));
            byte[] shard = shard(random);
            for (int cycle = 0; cycle < options.cycles(); cycle++) {
                assertThat(read(options, shard, cycle)).isEqualTo(naive(options, cycle));
            }
        }
    }

    @Test
    void allCyclesTogetherHaveTheSamePairsHoweverManyTheyAre() throws IOException {
        TestRandom random = TestRandom.create();
        PairOptions options = options(random, 3, 1);
        byte[] shard = shard(random);
        Map<String, Integer> expected = read(options, shard, 0);
        for (int cycles : new int[] {2, 3, 7, 24}) {
            Map<String, Integer> sum = new TreeMap<>();
            for (int cycle = 0; cycle < cycles; cycle++) {
                read(new PairOptions(options.model(), cycles), shard, cycle)
                        .forEach((pair, times) -> sum.merge(pair, times, Integer::sum));
            }
            assertThat(sum).isEqualTo(expected);
        }
    }

    @Test
    void everySentenceIsTrainedOnceAnEpoch() {
        TestRandom random = TestRandom.create();
        for (int round = 0; round < 2000; round++) {
            SentenceTimes times = new SentenceTimes(1 + random.below(50), 1 + random.below(200));
            int epoch = random.below(times.epochs());
            long bits = random.oneOf(random.bits(), 0L, -1L);
            int cycle = times.cycle(epoch, bits);
            assertThat(cycle).isBetween(0, times.cycles() - 1);
            assertThat(epoch).isBetween(times.firstEpoch(cycle), times.lastEpoch(cycle));
        }
    }

    @Test
    void cyclesHaveEqualSharesOfTheSentences() {
        SentenceTimes times = new SentenceTimes(2, 5);
        int[] sentencesOfCycle = new int[5];
        for (int epoch = 0; epoch < 2; epoch++) {
            for (int sentence = 0; sentence < 50_000; sentence++) {
                sentencesOfCycle[times.cycle(epoch, CounterRandom.at(epoch, sentence))]++;
            }
        }
        for (int share : sentencesOfCycle) {
            assertThat((double) share).isCloseTo(20_000, within(600.0));
        }
    }

    private static PairOptions options(TestRandom random, int epochs, int cycles) {
        return new PairOptions(
                TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                        .window(1 + random.below(6))
                        .sample(random.oneOf(0.0, 1e-2, 0.3))
                        .epochs(epochs)
                        .seed(random.bits())
                        .build(),
                cycles);
    }

    private byte[] shard(TestRandom random) throws IOException {
        sentences.clear();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ShardWriter writer = new ShardWriter(bytes)) {
            for (int sentence = 0; sentence < 50; sentence++) {
                int[] ids = new int[1 + random.below(30)];
                for (int i = 0; i < ids.length; i++) {
                    ids[i] = random.below(1 + random.below(WORDS));
                    counts[ids[i]]++;
                    writer.add(ids[i]);
                }
                writer.endSentence();
                sentences.add(ids);
            }
        }
        return bytes.toByteArray();
    }

    private Map<String, Integer> read(PairOptions options, byte[] shard, int cycle) throws IOException {
        Map<String, Integer> pairs = new TreeMap<>();
        CyclePairs cyclePairs = new CyclePairs(
                options, new SubsamplingTable(counts, options.model().sample()));
        int tokens = 0;
        try (ShardReader reader = new ShardReader(new ByteArrayInputStream(shard), "shard", WORDS)) {
            cyclePairs.begin(reader, SHARD, cycle);
            int n;
            do {
                n = cyclePairs.advance((input, output) -> pairs.merge(input + " " + output, 1, Integer::sum));
                tokens += n;
            } while (n > 0);
        }
        assertThat(tokens)
                .isEqualTo(sentences.stream().mapToInt(ids -> ids.length).sum());
        return pairs;
    }

    /** Every kept word predicts with each kept word whose own window reaches it. */
    private Map<String, Integer> naive(PairOptions options, int cycle) {
        Map<String, Integer> pairs = new TreeMap<>();
        TrainingOptions model = options.model();
        SubsamplingTable table = new SubsamplingTable(counts, model.sample());
        for (int epoch = 0; epoch < model.epochs(); epoch++) {
            long key = CounterRandom.key(model.seed(), Purpose.CYCLE, epoch, SHARD);
            int place = 0;
            for (int number = 0; number < sentences.size(); number++) {
                double time = epoch + (CounterRandom.at(key, number) >>> 32) / 0x1p32;
                boolean trained = Math.floor(time * options.cycles() / model.epochs()) == cycle;
                List<int[]> kept = new ArrayList<>();
                for (int id : sentences.get(number)) {
                    long bits = CounterRandom.at(CounterRandom.at(key, -1), place++);
                    if (CounterRandom.unitFloat(bits) < table.keep(id)) {
                        kept.add(new int[] {id, 1 + CounterRandom.below(bits, model.window())});
                    }
                }
                if (trained) {
                    addPairs(kept, pairs);
                }
            }
        }
        return pairs;
    }

    private static void addPairs(List<int[]> kept, Map<String, Integer> pairs) {
        for (int context = 0; context < kept.size(); context++) {
            for (int centre = 0; centre < kept.size(); centre++) {
                int distance = Math.abs(context - centre);
                if (distance > 0 && distance <= kept.get(centre)[1]) {
                    pairs.merge(kept.get(context)[0] + " " + kept.get(centre)[0], 1, Integer::sum);
                }
            }
        }
    }
}
