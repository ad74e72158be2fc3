package org.wordloom.cluster.cooccurrence;

import java.io.IOException;
import java.util.ArrayList;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.encoding.StoredShards;
import org.wordloom.cluster.spark.TaskResources;
import org.wordloom.cooccurrence.BucketCursor;
import org.wordloom.cooccurrence.CooccurrenceOptions.Boundary;
import org.wordloom.cooccurrence.WindowCounter;
import org.wordloom.corpus.ShardReader;

/**
 * Pairs within windows over shards of an encoded corpus. A shard ends what is open: it is a range of the text, and ranges
 * are properties of the corpus.
 *
 * @param shards of this task
 */
record ShardPairs(ArrayList<EncodedCorpus.Shard> shards) implements PairSource {
    private static final int BATCH_TOKENS = 1 << 12;

    @Override
    public BucketCursor count(CountContext context) throws IOException {
        WindowCounter counter =
                new WindowCounter(context.options(), context.partition(), context.taskBytes(), context.runs());
        TaskResources.closeAtEnd(context.task(), counter);
        StoredShards source =
                new StoredShards(context.storage(), shards, context.partition().rows());
        int[] ids = new int[BATCH_TOKENS];
        for (int shard = 0; shard < source.shards(); shard++) {
            context.endIfKilled();
            try (ShardReader reader = source.open(shard)) {
                count(reader, ids, counter, context);
            }
        }
        BucketCursor counted = counter.finish();
        TaskResources.closeAtEnd(context.task(), counted);
        return counted;
    }

    private static void count(ShardReader reader, int[] ids, WindowCounter counter, CountContext context)
            throws IOException {
        boolean withinSentences = context.options().boundary() == Boundary.SENTENCE;
        for (int n = reader.read(ids); n > 0; n = reader.read(ids)) {
            if (withinSentences ? reader.beginsSentence() : reader.beginsDocument()) {
                counter.endSequence();
            }
            counter.add(ids, 0, n);
            context.progress().add(n);
        }
        counter.endSequence();
    }
}
