package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wordloom.train.glove.GloveOptions;
import org.wordloom.train.pairs.PairOptions;

/** An option that were missing in the identity of a run could be changed between a run and its continuation. */
class OptionsIdentityTest {
    private static final TrainingOptions SKIPGRAM =
            TrainingOptions.builder(ArchitectureChoice.SKIPGRAM).build();

    @Test
    void everyOptionOfAWordModelDecidesButThreadsAndKernel() throws Exception {
        assertThat(without(SKIPGRAM, TrainingOptions::identity)).containsExactlyInAnyOrder("threads", "kernel");
    }

    @Test
    void negativesDecideNothingInHierarchicalSoftmax() throws Exception {
        TrainingOptions softmax = SKIPGRAM.toBuilder()
                .objective(ObjectiveChoice.HIERARCHICAL_SOFTMAX)
                .build();
        assertThat(without(softmax, TrainingOptions::identity))
                .containsExactlyInAnyOrder("negative", "noisePower", "threads", "kernel");
    }

    @Test
    void everyOptionOfGloveDecidesButThreadsAndKernel() throws Exception {
        assertThat(without(GloveOptions.defaults(), GloveOptions::identity))
                .containsExactlyInAnyOrder("threads", "kernel");
    }

    @Test
    void whatPairsHaveNoUseForDecidesNothing() throws Exception {
        assertThat(without(SKIPGRAM, model -> new PairOptions(model, 8).identity()))
                .containsExactlyInAnyOrder("window", "gradient", "threads", "kernel");
        assertThat(without(PairOptions.of(SKIPGRAM), PairOptions::identity)).isEmpty();
    }

    /** The components of a record that its identity is without: another value of theirs does not change it. */
    private static <R extends Record> Set<String> without(R options, Function<R, Map<String, String>> identity)
            throws Exception {
        RecordComponent[] components = options.getClass().getRecordComponents();
        Set<String> without = new TreeSet<>();
        for (int changed = 0; changed < components.length; changed++) {
            R other = withAnother(options, components, changed);
            assertThat(other).isNotEqualTo(options);
            if (identity.apply(other).equals(identity.apply(options))) {
                without.add(components[changed].getName());
            }
        }
        return without;
    }

    @SuppressWarnings("unchecked")
    private static <R extends Record> R withAnother(R options, RecordComponent[] components, int changed)
            throws Exception {
        Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        for (int k = 0; k < values.length; k++) {
            Object value = components[k].getAccessor().invoke(options);
            values[k] = k == changed ? another(value) : value;
        }
        Constructor<?> constructor = options.getClass().getDeclaredConstructor(types);
        return (R) constructor.newInstance(values);
    }

    private static Object another(Object value) {
        if (value instanceof Integer number) {
            return number + 1;
        } else if (value instanceof Long number) {
            return number + 1;
        } else if (value instanceof Double number) {
            return number + 0.125;
        } else if (value instanceof Boolean flag) {
            return !flag;
        } else if (value instanceof TrainingOptions model) {
            return model.toBuilder().seed(model.seed() + 1).build();
        }
        Object[] all = ((Enum<?>) value).getDeclaringClass().getEnumConstants();
        return all[(((Enum<?>) value).ordinal() + 1) % all.length];
    }
}
