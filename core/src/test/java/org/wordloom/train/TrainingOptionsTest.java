package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wordloom.base.Problems;
import org.wordloom.kernel.ContextGradient;

/** The defaults are what the documentation says, and every value out of its range is named. */
class TrainingOptionsTest {
    @ParameterizedTest
    @EnumSource(ArchitectureChoice.class)
    void defaultsAreTheDocumentedOnes(ArchitectureChoice architecture) {
        TrainingOptions options = TrainingOptions.builder(architecture).build();
        double rate = architecture == ArchitectureChoice.SKIPGRAM ? 0.025 : 0.1;
        double left = architecture == ArchitectureChoice.SKIPGRAM ? 1e-4 : 0.2;
        assertThat(options)
                .isEqualTo(new TrainingOptions(
                        architecture,
                        ObjectiveChoice.NEGATIVE_SAMPLING,
                        100,
                        5,
                        5,
                        0.75,
                        1e-3,
                        5,
                        rate,
                        left,
                        0,
                        ContextGradient.ROOT,
                        SigmoidChoice.FULL,
                        1,
                        0,
                        KernelChoice.AUTO));
        assertThat(problems(options)).isEmpty();
    }

    @Test
    void rowsOfFrequentWordsHaveLowerRates() {
        TrainingOptions.Builder builder = TrainingOptions.builder(ArchitectureChoice.SKIPGRAM);
        assertThat(builder.build().rowRate(1e9)).isEqualTo(1f);
        TrainingOptions options = builder.rowRateCount(25).build();
        assertThat(options.rowRate(0)).isEqualTo(1f);
        assertThat(options.rowRate(25)).isEqualTo(1f);
        assertThat(options.rowRate(100)).isEqualTo(0.5f);
    }

    @Test
    void theRateFollowsTheGradientUnlessItIsGiven() {
        TrainingOptions.Builder cbow = TrainingOptions.builder(ArchitectureChoice.CBOW);
        assertThat(cbow.gradient(ContextGradient.SUM).build().rate()).isEqualTo(0.05);
        assertThat(cbow.gradient(ContextGradient.ROOT).build().rate()).isEqualTo(0.1);
        assertThat(cbow.build().minRateFraction()).isEqualTo(0.2);
        assertThat(cbow.gradient(ContextGradient.MEAN).build().rate()).isEqualTo(0.2);
        assertThat(cbow.build().minRateFraction()).isEqualTo(1e-4);
        assertThat(cbow.rate(0.3).build().rate()).isEqualTo(0.3);
        assertThat(TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                        .gradient(ContextGradient.SUM)
                        .build()
                        .rate())
                .isEqualTo(0.025);
    }

    @Test
    void aBuilderOfOptionsKeepsThemAll() {
        TrainingOptions options = new TrainingOptions(
                ArchitectureChoice.CBOW,
                ObjectiveChoice.HIERARCHICAL_SOFTMAX,
                7,
                8,
                9,
                0.5,
                1e-4,
                2,
                0.3,
                0.1,
                11,
                ContextGradient.SUM,
                SigmoidChoice.CLAMPED,
                12,
                13,
                KernelChoice.SCALAR);
        assertThat(options.toBuilder().build()).isEqualTo(options);
        TrainingOptions rebuilt = TrainingOptions.builder(ArchitectureChoice.CBOW)
                .objective(ObjectiveChoice.HIERARCHICAL_SOFTMAX)
                .dim(7)
                .window(8)
                .negative(9)
                .noisePower(0.5)
                .sample(1e-4)
                .epochs(2)
                .rate(0.3)
                .minRateFraction(0.1)
                .rowRateCount(11)
                .gradient(ContextGradient.SUM)
                .sigmoid(SigmoidChoice.CLAMPED)
                .seed(12)
                .threads(13)
                .kernel(KernelChoice.SCALAR)
                .build();
        assertThat(rebuilt).isEqualTo(options);
    }

    @Test
    void everyRangeIsChecked() {
        assertRefused(o -> o.dim(0), "--dim is 0, expected 1 to 65536");
        assertRefused(o -> o.dim(65_537), "--dim is 65537, expected 1 to 65536");
        assertRefused(o -> o.window(0), "--window is 0, expected 1 to 1000");
        assertRefused(o -> o.window(1001), "--window is 1001, expected 1 to 1000");
        assertRefused(o -> o.negative(0), "--negative is 0, expected 1 to 1000; for hierarchical softmax say --hs");
        assertRefused(o -> o.negative(1001), "--negative is 1001, expected 1 to 1000");
        assertRefused(o -> o.noisePower(-0.1), "--noise-power is -0.1, expected 0 to 2");
        assertRefused(o -> o.noisePower(Double.NaN), "--noise-power is NaN, expected 0 to 2");
        assertRefused(o -> o.sample(-1e-3), "--sample is -0.001, expected 0 (off) up to below 1");
        assertRefused(o -> o.sample(1), "--sample is 1.0, expected 0 (off) up to below 1");
        assertRefused(o -> o.epochs(0), "--epochs is 0, expected 1 to 100000");
        assertRefused(o -> o.epochs(100_001), "--epochs is 100001, expected 1 to 100000");
        assertRefused(o -> o.rate(0), "--rate is 0.0, expected above 0 and at most 10");
        assertRefused(o -> o.rate(10.5), "--rate is 10.5, expected above 0 and at most 10");
        assertRefused(o -> o.minRateFraction(1.5), "--min-rate-fraction is 1.5, expected 0 to 1");
        assertRefused(o -> o.minRateFraction(Double.NaN), "--min-rate-fraction is NaN, expected 0 to 1");
        assertRefused(o -> o.rowRateCount(-1), "--row-rate-count is -1.0, expected 0 (off) or more");
        assertRefused(o -> o.rowRateCount(Double.POSITIVE_INFINITY), "--row-rate-count is Infinity");
        assertRefused(o -> o.threads(-1), "--threads is -1, expected 0 (all cores) to 4096");
        assertRefused(o -> o.threads(4_097), "--threads is 4097, expected 0 (all cores) to 4096");
    }

    @Test
    void theEndsOfTheRangesAreAllowed() {
        TrainingOptions.Builder least = TrainingOptions.builder(ArchitectureChoice.CBOW)
                .dim(1)
                .window(1)
                .negative(1)
                .noisePower(0)
                .sample(0)
                .epochs(1)
                .rate(Double.MIN_VALUE)
                .minRateFraction(0);
        TrainingOptions.Builder most = TrainingOptions.builder(ArchitectureChoice.CBOW)
                .dim(65_536)
                .window(1000)
                .negative(1000)
                .noisePower(2)
                .sample(0.999)
                .rate(10)
                .minRateFraction(1)
                .rowRateCount(1e9);
        assertThat(problems(least.build())).isEmpty();
        assertThat(problems(most.build())).isEmpty();
    }

    @Test
    void hierarchicalSoftmaxNeedsNoNegatives() {
        TrainingOptions options = TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                .objective(ObjectiveChoice.HIERARCHICAL_SOFTMAX)
                .negative(0)
                .build();
        assertThat(problems(options)).isEmpty();
    }

    @Test
    void allMistakesAreNamedAtOnce() {
        TrainingOptions options = TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                .dim(-1)
                .epochs(-1)
                .sample(2)
                .build();
        assertThat(problems(options)).hasSize(3);
    }

    private static void assertRefused(UnaryOperator<TrainingOptions.Builder> change, String message) {
        TrainingOptions options = change.apply(TrainingOptions.builder(ArchitectureChoice.SKIPGRAM))
                .build();
        assertThat(problems(options)).singleElement().asString().startsWith(message);
    }

    private static List<String> problems(TrainingOptions options) {
        Problems problems = new Problems();
        options.validate(problems);
        return problems.all();
    }
}
