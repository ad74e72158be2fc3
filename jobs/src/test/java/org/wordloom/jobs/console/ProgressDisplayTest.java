package org.wordloom.jobs.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.wordloom.base.Progress;

class ProgressDisplayTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final AtomicLong clock = new AtomicLong();

    @Test
    void plainLinesComeEveryFewSeconds() {
        ProgressDisplay display = display(false);
        for (int second = 0; second <= 12; second++) {
            clock.set(TimeUnit.SECONDS.toNanos(second));
            display.update(new Progress("train", second * 1_000_000L, 12_000_000, "words", second, 0.02, 1.5));
        }
        display.update(new Progress("train", 12_000_000, 12_000_000, "words", 12, 0.02, 1.5));
        assertThat(text().lines())
                .containsExactly(
                        "train    0.0 %  loss 1.5000  rate 0.02000  0:00",
                        "train   41.7 %  1.00 M words/s  loss 1.5000  rate 0.02000  ETA 0:07",
                        "train   83.3 %  1.00 M words/s  loss 1.5000  rate 0.02000  ETA 0:02",
                        "train  100.0 %  1.00 M words/s  loss 1.5000  rate 0.02000  0:12");
    }

    /** Of 12 million words an earlier run had done six when this one began, five seconds ago. */
    @Test
    void whatAnEarlierRunDidIsDoneButSaysNothingOfTheSpeed() {
        Progress resumed = new Progress("train", 7_000_000, 12_000_000, "words", 5, 0.02, 1.5, "", 6_000_000);
        assertThat(ProgressLine.of(resumed))
                .isEqualTo("train   58.3 %  200 k words/s  loss 1.5000  rate 0.02000  ETA 0:25");
    }

    @Test
    void terminalHasOneLineAStage() {
        ProgressDisplay display = display(true);
        display.update(Progress.of("count", 0, -1, "bytes", 0));
        display.update(Progress.of("encode", 5, 10, "bytes", 0.1));
        display.clear();
        display.clear();
        assertThat(text())
                .isEqualTo("\r\u001B[2Kcount  0 bytes  0:00\n\r\u001B[2Kencode  50.0 %  50 bytes/s  0:00\n"
                        .replace("\n", System.lineSeparator()));
    }

    @Test
    void linesFitATerminal() {
        Progress long1 = new Progress("train", 1L << 40, 1L << 41, "words", 123_456, 0.0123456, 12.34567);
        assertThat(ProgressLine.of(long1)).hasSizeLessThan(80);
    }

    @Test
    void quantitiesHaveThreeDigits() {
        assertThat(Quantity.of(7)).isEqualTo("7");
        assertThat(Quantity.of(999.6)).isEqualTo("1.00 k");
        assertThat(Quantity.of(1_234_567)).isEqualTo("1.23 M");
        assertThat(Quantity.of(99_960)).isEqualTo("100 k");
        assertThat(ProgressLine.clock(3_725)).isEqualTo("1:02:05");
    }

    @Test
    void tablesAreAligned() {
        assertThat(new Table("set", "n").row("wörd", "10").text()).isEqualTo("set    n\nwörd  10");
    }

    private ProgressDisplay display(boolean live) {
        return new ProgressDisplay(new PrintStream(bytes, true, StandardCharsets.UTF_8), live, clock::get);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
