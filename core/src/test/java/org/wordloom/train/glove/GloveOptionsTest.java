package org.wordloom.train.glove;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.wordloom.base.Problems;
import org.wordloom.train.KernelChoice;

class GloveOptionsTest {
    @Test
    void defaultsAreStanfordsButForTheWidth() {
        assertThat(GloveOptions.defaults())
                .isEqualTo(new GloveOptions(100, 25, 100, 0.75, 0.05, 1, 100, 1, 0, false, KernelChoice.AUTO));
        assertThat(problems(builder -> builder)).isEmpty();
    }

    @Test
    void everyKeyReachesItsOption() {
        GloveOptions options = GloveOptions.builder()
                .dim(1)
                .epochs(2)
                .xMax(3)
                .alpha(4)
                .rate(5)
                .biasRate(6)
                .gradClip(7)
                .seed(8)
                .threads(9)
                .exact(true)
                .kernel(KernelChoice.SCALAR)
                .build();
        assertThat(options).isEqualTo(new GloveOptions(1, 2, 3, 4, 5, 6, 7, 8, 9, true, KernelChoice.SCALAR));
        assertThat(options.toBuilder().build()).isEqualTo(options);
    }

    @Test
    void everyMistakeIsNamed() {
        assertThat(problems(
                        builder -> builder.dim(0).epochs(0).xMax(0).alpha(-1).rate(0)))
                .hasSize(5);
        assertThat(problems(builder -> builder.biasRate(Double.NaN).gradClip(-1).threads(-1)))
                .hasSize(3);
        assertThat(problems(builder -> builder.dim(65_537)))
                .singleElement()
                .asString()
                .contains("--dim is 65537");
        assertThat(problems(builder -> builder.xMax(1e300)))
                .singleElement()
                .asString()
                .contains("--x-max");
        assertThat(problems(builder -> builder.xMax(Double.NaN))).hasSize(1);
        assertThat(problems(builder -> builder.alpha(Double.NaN).rate(Double.NaN)))
                .hasSize(2);
        assertThat(problems(builder -> builder.alpha(11).rate(11).biasRate(11))).hasSize(3);
    }

    @Test
    void aDeviceIsNotExact() {
        assertThat(problems(builder -> builder.kernel(KernelChoice.OPENCL))).isEmpty();
        assertThat(problems(builder -> builder.kernel(KernelChoice.OPENCL).exact(true)))
                .singleElement()
                .asString()
                .contains("--exact", "opencl");
    }

    private static List<String> problems(UnaryOperator<GloveOptions.Builder> change) {
        Problems problems = new Problems();
        change.apply(GloveOptions.builder()).build().validate(problems);
        return problems.all();
    }
}
