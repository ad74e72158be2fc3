package org.wordloom.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wordloom.kernel.ContextGradient;

/** The combinations of choices that change what is computed. */
final class OptionCombinations {
    private OptionCombinations() {}

    /** Skip-gram and CBOW, each with both losses; one thread and narrow vectors. */
    static List<TrainingOptions> models() {
        List<TrainingOptions> all = new ArrayList<>();
        for (ArchitectureChoice architecture : ArchitectureChoice.values()) {
            for (ObjectiveChoice objective : ObjectiveChoice.values()) {
                all.add(TrainingOptions.builder(architecture)
                        .objective(objective)
                        .dim(9)
                        .window(4)
                        .sample(0.02)
                        .epochs(2)
                        .seed(7)
                        .threads(1)
                        .build());
            }
        }
        return all;
    }

    /** The models with every kernel, sigmoid, context gradient, and with row rates on and off. */
    static List<TrainingOptions> all() {
        List<TrainingOptions> all = new ArrayList<>();
        for (TrainingOptions model : models()) {
            for (KernelChoice kernel : new KernelChoice[] {KernelChoice.SCALAR, KernelChoice.AUTO}) {
                for (SigmoidChoice sigmoid : SigmoidChoice.values()) {
                    for (ContextGradient gradient : gradients(model)) {
                        for (double rowRateCount : new double[] {0, 5}) {
                            all.add(model.toBuilder()
                                    .kernel(kernel)
                                    .sigmoid(sigmoid)
                                    .gradient(gradient)
                                    .rowRateCount(rowRateCount)
                                    .build());
                        }
                    }
                }
            }
        }
        return all;
    }

    private static ContextGradient[] gradients(TrainingOptions model) {
        return model.architecture() == ArchitectureChoice.CBOW
                ? ContextGradient.values()
                : new ContextGradient[] {ContextGradient.MEAN};
    }

    static String name(TrainingOptions options) {
        String name = String.join(
                " ",
                options.architecture().name(),
                options.objective().name(),
                options.gradient().name(),
                options.sigmoid().name(),
                "row rates " + options.rowRateCount(),
                options.kernel().name());
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
