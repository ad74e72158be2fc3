package org.wordloom.cooccurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wordloom.cooccurrence.CooccurrenceOptions.Boundary;
import org.wordloom.cooccurrence.CooccurrenceOptions.Weighting;

class WeightUnitsTest {
    @Test
    void tenWordsAreCountedInUnitsOf2520() {
        WeightUnits units = WeightUnits.of(CooccurrenceOptions.defaults());
        assertThat(units.scale()).isEqualTo(2520);
        assertThat(units.unitsAt(1)).isEqualTo(2520);
        assertThat(units.unitsAt(7)).isEqualTo(360);
        assertThat(units.unitsAt(10)).isEqualTo(252);
        assertThat(units.unitsOfSide()).isEqualTo(2520 + 1260 + 840 + 630 + 504 + 420 + 360 + 315 + 280 + 252);
        assertThat(units.toDouble(2520 + 1260)).isEqualTo(1.5);
        assertThat(units.exact()).isTrue();
    }

    @Test
    void windowsUpTo22AreExactAndWiderOnesFixedPoint() {
        for (int window = 1; window <= 22; window++) {
            WeightUnits units = WeightUnits.of(Weighting.INVERSE_DISTANCE, window);
            assertThat(units.exact()).as("window %d", window).isTrue();
            for (int distance = 1; distance <= window; distance++) {
                assertThat(units.unitsAt(distance) * distance).isEqualTo(units.scale());
            }
        }
        WeightUnits wide = WeightUnits.of(Weighting.INVERSE_DISTANCE, 23);
        assertThat(wide.exact()).isFalse();
        assertThat(wide.scale()).isEqualTo(1L << 30);
    }

    @Test
    void everyWeightIsTheNearestNumberOfUnits() {
        for (Weighting weighting : Weighting.values()) {
            for (int window : new int[] {1, 2, 5, 10, 22, 23, 100, 1000}) {
                WeightUnits units = WeightUnits.of(weighting, window);
                CooccurrenceOptions options = new CooccurrenceOptions(window, true, weighting, Boundary.SENTENCE, 0);
                for (int distance = 1; distance <= window; distance++) {
                    assertThat(BigInteger.valueOf(units.unitsAt(distance)))
                            .isEqualTo(ReferenceCounts.weight(options, distance).unitsOf(units.scale()));
                }
            }
        }
    }

    @Test
    void fixedPointErrsLittle() {
        WeightUnits units = WeightUnits.of(Weighting.INVERSE_DISTANCE, 1000);
        for (int distance = 1; distance <= 1000; distance++) {
            assertThat(units.toDouble(units.unitsAt(distance)) * distance).isCloseTo(1, within(0.5e-6));
        }
    }

    @Test
    void flatAndLinearWeightsAreExact() {
        WeightUnits flat = WeightUnits.of(Weighting.FLAT, 1000);
        assertThat(flat.toDouble(flat.unitsAt(1000))).isEqualTo(1);
        assertThat(flat.exact()).isTrue();
        WeightUnits linear = WeightUnits.of(Weighting.LINEAR, 4);
        assertThat(linear.toDouble(linear.unitsAt(1))).isEqualTo(1);
        assertThat(linear.toDouble(linear.unitsAt(4))).isEqualTo(0.25);
        assertThat(linear.exact()).isTrue();
    }

    @Test
    void aMinimumIsRoundedUpToUnits() {
        WeightUnits units = WeightUnits.of(Weighting.INVERSE_DISTANCE, 10);
        assertThat(units.atLeast(0)).isZero();
        assertThat(units.atLeast(0.5)).isEqualTo(1260);
        assertThat(units.atLeast(0.50001)).isEqualTo(1261);
        assertThat(units.atLeast(1e300)).isEqualTo(Long.MAX_VALUE);
    }

    /** 0.28 · 25 is more than 7 in binary, and a cell that weighs 0.28 is not below 0.28. */
    @Test
    void aMinimumThatIsAWeightKeepsIt() {
        for (int sum = 1; sum <= 1000; sum++) {
            double weight = Double.parseDouble(sum / 25 + "." + String.format(Locale.ROOT, "%02d", sum % 25 * 4));
            assertThat(WeightUnits.of(Weighting.LINEAR, 25).atLeast(weight))
                    .as("%s", weight)
                    .isEqualTo(sum);
        }
    }

    @Test
    void otherWindowsAreRefused() {
        assertThatThrownBy(() -> WeightUnits.of(Weighting.FLAT, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WeightUnits.of(Weighting.FLAT, 1001)).isInstanceOf(IllegalArgumentException.class);
    }
}
