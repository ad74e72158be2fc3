package org.wordloom.train;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.corpus.ShardSlice;
import org.wordloom.corpus.ShardSource;
import org.wordloom.corpus.SliceReader;
import org.wordloom.vocab.NoiseSubset;

/**
 * The rows that a task needs for a round, which may be far fewer than the model has: the input rows of its text's words,
 * and the output rows of these words and of a bounded set of negatives. Holds no rows, only their numbers; the task
 * fetches them into matrices of {@code inputRows().length} and {@code outputRows().length} rows, in that order.
 */
public final class WorkingSet {
    private final int[] inputRows;
    private final int[] outputRows;
    private final int[] local;
    private final NoiseSubset noise;

    private WorkingSet(BitSet text, NoiseSubset noise, int vocabularySize) {
        BitSet outputs = (BitSet) text.clone();
        for (int word : noise.words()) {
            outputs.set(word);
        }
        this.inputRows = text.stream().toArray();
        this.outputRows = outputs.stream().toArray();
        this.noise = noise;
        this.local = new int[vocabularySize];
        Arrays.fill(local, -1);
        for (int row = 0; row < inputRows.length; row++) {
            local[inputRows[row]] = row;
        }
    }

    /** Reads the slices once. The words of the text are those that it has before subsampling. */
    static WorkingSet of(ShardSource shards, List<ShardSlice> slices, NoiseSubset noise, int vocabularySize)
            throws IOException {
        BitSet text = new BitSet(vocabularySize);
        int[] ids = new int[Worker.SENTENCE_BUFFER];
        for (ShardSlice slice : slices) {
            try (SliceReader reader = new SliceReader(shards, slice)) {
                for (int n = reader.read(ids); n > 0; n = reader.read(ids)) {
                    for (int k = 0; k < n; k++) {
                        text.set(ids[k]);
                    }
                }
            }
        }
        return new WorkingSet(text, noise, vocabularySize);
    }

    /** Numbers of the input rows, ascending; not a copy. */
    public int[] inputRows() {
        return inputRows;
    }

    /** Numbers of the output rows, ascending; not a copy. */
    public int[] outputRows() {
        return outputRows;
    }

    /** Which input row of the set a word has. */
    int inputRow(int word) {
        int row = local[word];
        if (row < 0) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    "word id " + word + " is not in the working set: the text changed since the set was made");
        }
        return row;
    }

    NoiseSubset noise() {
        return noise;
    }

    /** For each input row of the set, which output row its word has. */
    int[] targetRows() {
        return places(inputRows);
    }

    /** For each word of the noise, which output row it has. */
    int[] noiseRows() {
        return places(noise.words());
    }

    /** Where in {@link #outputRows} each of these words is; all are there. */
    private int[] places(int[] words) {
        int[] places = new int[words.length];
        int place = 0;
        for (int k = 0; k < words.length; k++) {
            while (outputRows[place] != words[k]) {
                place++;
            }
            places[k] = place;
        }
        return places;
    }
}
