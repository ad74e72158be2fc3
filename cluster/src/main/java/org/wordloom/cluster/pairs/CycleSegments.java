package org.wordloom.cluster.pairs;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.wordloom.cluster.cooccurrence.SegmentKey;
import org.wordloom.cooccurrence.PairBuckets;
import org.wordloom.corpus.ShardReader;
import scala.Tuple2;

/** A map task's shards as segments for the shuffle: reads on when what was packed so far is handed on. */
final class CycleSegments implements Iterator<Tuple2<Long, byte[]>>, Closeable {
    private final CycleText.Reader reader;
    private final PairBuckets buckets;
    private final Deque<Tuple2<Long, byte[]>> packed = new ArrayDeque<>();
    private final int shards;
    private int shard;
    /** Null between two shards. */
    private ShardReader open;

    private boolean ended;

    /**
     * @param collected pairs that are collected at a time
     * @param shards that the reader has
     */
    CycleSegments(CycleText text, CycleText.Reader reader, int collected, int shards) {
        int blocks = text.partition().blocks();
        this.reader = reader;
        this.shards = shards;
        this.buckets = new PairBuckets(
                text.order(),
                collected,
                (rowBlock, columnBlock, firstRow, bytes, pairs) ->
                        packed.add(new Tuple2<>(SegmentKey.of(rowBlock * blocks + columnBlock, firstRow), bytes)));
    }

    @Override
    public boolean hasNext() {
        try {
            while (packed.isEmpty() && !ended) {
                read();
            }
            return !packed.isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the encoded text", e);
        }
    }

    private void read() throws IOException {
        if (open == null && shard == shards) {
            buckets.flush();
            ended = true;
        } else if (open == null) {
            open = reader.open(shard++);
        } else if (!reader.advance(buckets)) {
            close();
        }
    }

    @Override
    public Tuple2<Long, byte[]> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return packed.remove();
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            ShardReader closing = open;
            open = null;
            closing.close();
        }
    }
}
