package org.wordloom.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wordloom.base.WordloomException;

class DeviceHeapCheckTest {
    @Test
    void aModelThatTheHeapHoldsOnceOnlyIsNotForADevice() {
        DeviceHeapCheck.require(1 << 20);
        assertThatThrownBy(() -> DeviceHeapCheck.require(Runtime.getRuntime().maxMemory() + 1))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("rows twice");
    }

    /** {@code auto} asks before it measures, and a refusal is a reason for the processor. */
    @Test
    void theWholeModelIsAskedForAndNotTheTrials() {
        TrainingOptions options = TrainingOptions.builder(ArchitectureChoice.SKIPGRAM)
                .dim(100_000)
                .build();
        assertThat(HogwildTrainer.memoryBytes(options, 1_000_000))
                .isGreaterThan(Runtime.getRuntime().maxMemory());
        assertThatThrownBy(() -> TileTrial.requireRoom(options, 1_000_000, null))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("rows twice");
    }
}
