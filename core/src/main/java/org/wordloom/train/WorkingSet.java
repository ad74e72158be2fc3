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
import org.wordloom.vocab.HuffmanTree;
import org.wordloom.vocab.NoiseSubset;

/**
 * The rows that a task needs for a round, which may be far fewer than the model has: the input rows of its text's words,
 * and the output rows of these words and of a bounded set of negatives, or of the inner nodes above these words in a
 * tree. Holds no rows, only their numbers; the task fetches them into matrices of {@code inputRows().length} and
 * {@code outputRows().length} rows, in that order.
 */
public final class WorkingSet {
    private final int[] inputRows;
    private final int[] outputRows;
    private final int[] local;
    /** Null with a tree. */
    private final NoiseSubset noise;

    private WorkingSet(BitSet text, BitSet outputs, NoiseSubset noise, int vocabularySize) {
        this.inputRows = text.stream().toArray();
        this.outputRows = outputs.stream().toArray();
        this.noise = noise;
        this.local = new int[vocabularySize];
        Arrays.fill(local, -1);
        for (int row = 0; row < inputRows.length; row++) {
            local[inputRows[row]] = row;
        }
    }

    /** Of negative sampling. Reads the slices once. */
    static WorkingSet of(ShardSource shards, List<ShardSlice> slices, NoiseSubset noise, int vocabularySize)
            throws IOException {
        BitSet text = words(shards, slices, vocabularySize);
        BitSet outputs = (BitSet) text.clone();
        for (int word : noise.words()) {
            outputs.set(word);
        }
        return new WorkingSet(text, outputs, noise, vocabularySize);
    }

    /** Of hierarchical softmax, which then trains as with all rows. Reads the slices once. */
    static WorkingSet of(ShardSource shards, List<ShardSlice> slices, HuffmanTree tree, int vocabularySize)
            throws IOException {
        BitSet text = words(shards, slices, vocabularySize);
        BitSet outputs = new BitSet(HuffmanTree.innerNodes(vocabularySize));
        for (int word = text.nextSetBit(0); word >= 0; word = text.nextSetBit(word + 1)) {
            for (int k = 0; k < tree.length(word); k++) {
                outputs.set(tree.node(word, k));
            }
        }
        return new WorkingSet(text, outputs, null, vocabularySize);
    }

    /** The words of the text as it is before subsampling. */
    private static BitSet words(ShardSource shards, List<ShardSlice> slices, int vocabularySize) throws IOException {
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
        return text;
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

    /** Null with a tree. */
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

    /** For each inner node of the tree, which output row it has; those outside of the set have row 0. */
    int[] nodeRows(int nodes) {
        int[] rows = new int[nodes];
        for (int row = 0; row < outputRows.length; row++) {
            rows[outputRows[row]] = row;
        }
        return rows;
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
