package org.wordloom.jobs.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wordloom.jobs.setting.SettingTester.set;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wordloom.base.Problems;
import org.wordloom.cluster.replicas.ReplicaOptions;
import org.wordloom.cluster.replicas.ReplicaOptions.Rows;
import org.wordloom.kernel.ContextGradient;
import org.wordloom.merge.MergeRule;
import org.wordloom.train.ArchitectureChoice;
import org.wordloom.train.KernelChoice;
import org.wordloom.train.ObjectiveChoice;
import org.wordloom.train.SigmoidChoice;
import org.wordloom.train.TrainingOptions;
import org.wordloom.train.pairs.PairOptions;

class TrainingSettingsTest {
    @Test
    void notANumberIsNoRate() {
        Problems problems = new Problems();
        SettingTester.find(new TrainingSettings(ArchitectureChoice.SKIPGRAM), "rate")
                .assign(List.of("NaN"), "--rate", problems);
        assertThat(problems.all()).containsExactly("--rate: 'NaN' is not a finite number");
    }

    @Test
    void defaultsAreThoseOfTheOptions() {
        for (ArchitectureChoice architecture : ArchitectureChoice.values()) {
            TrainingSettings settings = new TrainingSettings(architecture);
            assertThat(settings.options())
                    .isEqualTo(TrainingOptions.builder(architecture).build());
            assertThat(settings.schedule()).isEqualTo(TrainingSettings.Schedule.AUTO);
            assertThat(SettingTester.problems(settings)).isEmpty();
        }
    }

    @Test
    void everyKeyMaps() {
        TrainingSettings settings = new TrainingSettings(ArchitectureChoice.CBOW);
        set(settings, "dim", "7");
        set(settings, "window", "8");
        set(settings, "negative", "9");
        set(settings, "hs", "true");
        set(settings, "noise-power", "0.5");
        set(settings, "sample", "1e-5");
        set(settings, "epochs", "10");
        set(settings, "rate", "0.125");
        set(settings, "min-rate-fraction", "0.25");
        set(settings, "row-rate-count", "11");
        set(settings, "context-gradient", "sum");
        set(settings, "sigmoid", "clamped");
        set(settings, "schedule", "hogwild");
        set(settings, "kernel", "scalar");
        set(settings, "threads", "12");
        set(settings, "seed", "-13");
        assertThat(settings.options())
                .isEqualTo(new TrainingOptions(
                        ArchitectureChoice.CBOW,
                        ObjectiveChoice.HIERARCHICAL_SOFTMAX,
                        7,
                        8,
                        9,
                        0.5,
                        1e-5,
                        10,
                        0.125,
                        0.25,
                        11,
                        ContextGradient.SUM,
                        SigmoidChoice.CLAMPED,
                        -13,
                        12,
                        KernelChoice.SCALAR));
        assertThat(settings.settings()).allMatch(Setting::isExplicit);
    }

    @Test
    void rateFollowsTheContextGradientUnlessGiven() {
        TrainingSettings settings = new TrainingSettings(ArchitectureChoice.CBOW);
        set(settings, "context-gradient", "sum");
        assertThat(settings.options().rate()).isEqualTo(TrainingOptions.CBOW_SUM_RATE);
    }

    @Test
    void contradictionsAreNamed() {
        TrainingSettings settings = new TrainingSettings(ArchitectureChoice.SKIPGRAM);
        set(settings, "hs", "true");
        set(settings, "negative", "5");
        set(settings, "context-gradient", "mean");
        set(settings, "dim", "0");
        assertThat(SettingTester.problems(settings))
                .hasSize(3)
                .anyMatch(problem -> problem.contains("--hs and --negative"))
                .anyMatch(problem -> problem.contains("--context-gradient is for cbow"))
                .anyMatch(problem -> problem.contains("--dim is 0"));
    }

    @Test
    void countsHaveRatesOfTheirOwnUnlessOthersAreAskedFor() {
        TrainingSettings settings = new TrainingSettings(ArchitectureChoice.SKIPGRAM);
        settings.useRatesOfStrata();
        assertThat(settings.options().rate()).isEqualTo(PairOptions.RATE);
        assertThat(settings.options().rowRateCount()).isEqualTo(PairOptions.ROW_RATE_COUNT);
        TrainingSettings asked = new TrainingSettings(ArchitectureChoice.SKIPGRAM);
        set(asked, "rate", "0.025");
        set(asked, "row-rate-count", "0");
        asked.useRatesOfStrata();
        assertThat(asked.options().rate()).isEqualTo(0.025);
        assertThat(asked.options().rowRateCount()).isZero();
    }

    @Test
    void severalReplicasHaveARateOfTheirOwnUnlessAnotherIsAskedFor() {
        assertThat(rateOfReplicas(32, MergeRule.CURVATURE)).isEqualTo(ReplicaOptions.SKIPGRAM_RATE);
        assertThat(rateOfReplicas(4, MergeRule.CURVATURE, "rate", "0.025")).isEqualTo(0.025);
        assertThat(rateOfReplicas(4, MergeRule.CURVATURE, "hs", "true")).isEqualTo(TrainingOptions.SKIPGRAM_RATE);
        assertThat(rateOfReplicas(4, MergeRule.AVERAGE)).isEqualTo(TrainingOptions.SKIPGRAM_RATE);
        assertThat(rateOfReplicas(1, MergeRule.CURVATURE)).isEqualTo(TrainingOptions.SKIPGRAM_RATE);
    }

    @Test
    void severalReplicasTakeTheRateOfTheSite() {
        TrainingSettings settings = new TrainingSettings(ArchitectureChoice.SKIPGRAM);
        SettingTester.find(settings, "rate").assignDefault(List.of("0.03"), "wordloom.conf", new Problems());
        assertThat(settings.useRateOfReplicas(ReplicaOptions.defaults(), 4)).isFalse();
        assertThat(settings.options().rate()).isEqualTo(0.03);
    }

    private static double rateOfReplicas(int replicas, MergeRule rule, String... option) {
        TrainingSettings settings = new TrainingSettings(ArchitectureChoice.SKIPGRAM);
        if (option.length > 0) {
            set(settings, option[0], option[1]);
        }
        settings.useRateOfReplicas(
                new ReplicaOptions(replicas, 10, ReplicaOptions.INTERVAL, rule, Rows.AUTO), replicas);
        return settings.options().rate();
    }
}
