package org.wordloom.train.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wordloom.base.Problems;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.TrainingOptions;

class PairOptionsTest {
    @Test
    void eightCyclesAnEpochByDefault() {
        assertThat(PairOptions.of(epochs(5)).cycles()).isEqualTo(40);
        assertThat(PairOptions.of(epochs(TrainingOptions.MOST_EPOCHS)).cycles()).isEqualTo(PairOptions.MOST_CYCLES);
    }

    /** And of no cycles, which nobody asked for. */
    @Test
    void epochsOutOfRangeAreToldOfAsWhatTheyAre() {
        for (int epochs : new int[] {-1, 0, 300_000_000}) {
            assertThat(problems(PairOptions.of(epochs(epochs))).all())
                    .containsExactly("--epochs is " + epochs + ", expected 1 to 100000");
        }
    }

    @Test
    void cyclesOutOfRangeAreRefused() {
        for (int cycles : new int[] {0, 800_001}) {
            assertThat(problems(new PairOptions(epochs(5), cycles)).all())
                    .containsExactly("--cycles is " + cycles + ", expected 1 to 800000");
        }
    }

    private static TrainingOptions epochs(int epochs) {
        return TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                .epochs(epochs)
                .build();
    }

    private static Problems problems(PairOptions options) {
        Problems problems = new Problems();
        options.validate(problems);
        return problems;
    }
}
