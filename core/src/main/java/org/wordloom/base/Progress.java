package org.wordloom.base;

/**
 * A snapshot of a running stage, at most a few times a second.
 *
 * @param stage what runs, one or two words ("count", "encode", "train")
 * @param done units done so far, of {@code total}
 * @param total all units of the stage, or -1 when it is not known
 * @param unit the unit in the plural ("words", "shards", "bytes")
 * @param seconds wall seconds since the stage began
 * @param rate the current learning rate, NaN outside training
 * @param loss the mean loss per training pair since the last snapshot, NaN where there is none
 * @param detail what else is worth a few characters, or empty
 * @param before how many of the units done are an earlier run's, which this one continues: they took none of the seconds
 */
public record Progress(
        String stage,
        long done,
        long total,
        String unit,
        double seconds,
        double rate,
        double loss,
        String detail,
        long before) {
    /** Of a stage that continues none. */
    public Progress(String stage, long done, long total, String unit, double seconds, double rate, double loss) {
        this(stage, done, total, unit, seconds, rate, loss, "", 0);
    }

    public static Progress of(String stage, long done, long total, String unit, double seconds) {
        return new Progress(stage, done, total, unit, seconds, Double.NaN, Double.NaN);
    }

    /** Units a second since the stage began; 0 at its beginning. */
    public double unitsPerSecond() {
        return seconds > 0 ? (done - before) / seconds : 0;
    }

    /** Receives snapshots; called from one thread at a time, must return quickly. */
    @FunctionalInterface
    public interface Listener {
        void update(Progress progress);

        static Listener none() {
            return progress -> {};
        }
    }
}
