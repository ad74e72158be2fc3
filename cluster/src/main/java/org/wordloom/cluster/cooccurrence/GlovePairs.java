package org.wordloom.cluster.cooccurrence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.hadoop.fs.FSDataInputStream;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.spark.TaskResources;
import org.wordloom.cluster.storage.NamedInputStream;
import org.wordloom.cooccurrence.BucketCursor;
import org.wordloom.cooccurrence.SpillingPairCounter;
import org.wordloom.cooccurrence.WeightUnits;
import org.wordloom.format.GloveCooccurrenceFormat;

/**
 * Pairs of a part of Stanford's co-occurrence file. Its sums of doubles become the whole numbers of units that they are but
 * for rounding; a value that is none was counted in another way.
 *
 * @param path the file
 * @param from the first byte of the part, a multiple of a record's length
 * @param length in bytes, the same
 */
record GlovePairs(String path, long from, long length) implements PairSource {
    private static final int PROGRESS_RECORDS = 1 << 12;

    /** Doubles that were added up one by one err by far less. */
    private static final double RELATIVE_ERROR = 1e-9;

    private static final double LEAST_ERROR = 1e-3;

    @Override
    public BucketCursor count(CountContext context) throws IOException {
        SpillingPairCounter counter = new SpillingPairCounter(context.partition(), context.taskBytes(), context.runs());
        TaskResources.closeAtEnd(context.task(), counter);
        try (FSDataInputStream file = context.storage().open(path)) {
            file.seek(from);
            InputStream part =
                    new BoundedInputStream(new BufferedInputStream(new NamedInputStream(file, path)), length);
            read(part, counter, context);
        }
        BucketCursor sorted = counter.finish();
        TaskResources.closeAtEnd(context.task(), sorted);
        return sorted;
    }

    private void read(InputStream part, SpillingPairCounter counter, CountContext context) throws IOException {
        WeightUnits units = WeightUnits.of(context.options());
        GloveCooccurrenceFormat.Reader reader = GloveCooccurrenceFormat.reader(
                part, path + " from byte " + from, length, context.partition().rows());
        long record = 0;
        while (reader.next()) {
            counter.add(reader.row(), reader.column(), units(reader.value(), units, record, context));
            if (++record % PROGRESS_RECORDS == 0) {
                context.endIfKilled();
                context.progress().add(PROGRESS_RECORDS);
            }
        }
        context.progress().add(record % PROGRESS_RECORDS);
    }

    private long units(double value, WeightUnits units, long record, CountContext context) {
        double exact = value * units.scale();
        double rounded = Math.rint(exact);
        boolean whole = Math.abs(exact - rounded) <= Math.max(LEAST_ERROR, RELATIVE_ERROR * exact);
        if (rounded < 1 || rounded >= Long.MAX_VALUE || (units.exact() && !whole)) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    String.format(
                            Locale.ROOT,
                            "%s holds %s at byte %d, which is no multiple of 1/%d: it was not counted with --window %d"
                                    + " --weighting %s; give those that it was counted with",
                            path,
                            value,
                            from + record * GloveCooccurrenceFormat.RECORD_BYTES,
                            units.scale(),
                            context.options().window(),
                            CooccurrenceHeader.name(context.options().weighting())));
        }
        return (long) rounded;
    }
}
