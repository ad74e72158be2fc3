package org.wordloom.tokenizer.merging;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.CountLimit;
import org.wordloom.vocab.Vocabulary;

/**
 * The words of a text as sequences of pieces, the pairs of neighbours in them, and the one step that all trainers by
 * merging repeat: make a pair a piece of its own everywhere, and keep the counts of all pairs right.
 *
 * <p>Only pairs that occur at least {@link #threshold()} times are in {@link #pairs()}. That is exact: a pair's count
 * only falls, except when two different merges make the same piece (as {@code a+bc} and {@code ab+c} may); then the pairs
 * are counted anew.
 */
public final class PairMerges implements AutoCloseable {
    /** Shorter lists are not worth waking other threads. */
    private static final int PARALLEL_SEQUENCES = 1 << 14;

    private final MergeOptions options;
    private final TrainingPieces pieces = new TrainingPieces();
    private final PieceSequences sequences;
    private final MergeThreads threads;
    private final PairScan scan;
    private final SequenceMerger[] mergers;
    private final IntArrayList changed = new IntArrayList();
    private final IntArrayList created = new IntArrayList();
    private final int words;
    private final int alphabetSize;
    private long[] pieceCounts;
    private PairTable pairs = new PairTable();
    private long threshold = Long.MAX_VALUE;
    private int[][] where = new int[1 << 10][];
    private int[] filled = new int[1 << 10];

    /** @throws WordloomException INPUT when 64 bits are too few to count the text */
    public PairMerges(Vocabulary words, MergeOptions options) {
        CountLimit.require(words);
        this.options = options;
        this.words = words.size();
        this.threads = new MergeThreads(options.threads());
        CharacterCounts characters = countCharacters(words);
        CharacterPieces alphabet = CharacterPieces.of(characters, options.alphabet(), pieces);
        this.alphabetSize = pieces.size();
        SequenceReader reader = new SequenceReader(words, characters.characters(), alphabet, alphabetSize);
        this.sequences = reader.read();
        this.pieceCounts = reader.pieceCounts();
        this.scan = new PairScan(sequences, pieces, options.longest(), threads);
        this.mergers = new SequenceMerger[threads.count()];
        Arrays.setAll(mergers, i -> new SequenceMerger());
    }

    public TrainingPieces pieces() {
        return pieces;
    }

    /** How many pieces there were before any merge: special tokens, byte pieces and characters. */
    public int alphabetSize() {
        return alphabetSize;
    }

    /**
     * Checks that there are words, and that a vocabulary of {@code vocabularySize} pieces holds the alphabet.
     *
     * @throws WordloomException INPUT or USAGE
     */
    public void requireRoom(int vocabularySize) {
        if (words == 0) {
            throw new WordloomException(ExitCode.INPUT, "there are no words to learn pieces from");
        }
        if (alphabetSize > vocabularySize) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "--vocab-size is " + vocabularySize + ", but special tokens and characters alone are "
                            + alphabetSize + " pieces: set it to at least " + alphabetSize
                            + (options.alphabet().forced().isEmpty()
                                    ? ", or keep fewer characters (--alphabet-limit)"
                                    : ""));
        }
    }

    /** How often the piece occurs in the text, taken apart as it is now. */
    public long pieceCount(int piece) {
        return pieceCounts[piece];
    }

    public PairTable pairs() {
        return pairs;
    }

    public long threshold() {
        return threshold;
    }

    /** Counts all pairs, and keeps those that occur a sixteenth as often as the most frequent one, or {@code least}. */
    public void indexFirst(long least) {
        PairCounter[] counters = scan.countAll();
        PairCounter sum = PairScan.sum(counters);
        threshold = Math.max(least, sum.highest() / 16);
        pairs = scan.index(sum, counters, threshold);
    }

    /** Counts all pairs, and keeps those that occur at least {@code least} times. */
    public void index(long least) {
        PairCounter[] counters = scan.count(least);
        threshold = least;
        pairs = scan.index(PairScan.sum(counters), counters, least);
    }

    /**
     * Merges a pair wherever it occurs.
     *
     * @return the id of the merged piece
     */
    public int merge(int pair) {
        int left = pairs.left(pair);
        int right = pairs.right(pair);
        int before = pieces.size();
        int piece = pieces.idOf(text(left, right), pieces.length(left) + pieces.length(right));
        int[] list = pairs.sequences(pair);
        changed.clear();
        created.clear();
        for (SequenceMerger merger : mergers) {
            merger.reserve(pieces.size()); // the piece may be an old one, and its neighbours newer
        }
        mergeSequences(list, left, right, piece);
        updatePieceCounts(left, right, piece);
        if (piece < before) {
            index(threshold);
        } else {
            updatePairs(left, right, piece);
            pairs.clear(pair);
        }
        for (SequenceMerger merger : mergers) {
            merger.clear();
        }
        return piece;
    }

    /** The pairs that the last merge made more rare. */
    public IntArrayList changed() {
        return changed;
    }

    /** The pairs that the last merge brought into being. */
    public IntArrayList created() {
        return created;
    }

    @Override
    public void close() {
        threads.close();
    }

    private String text(int left, int right) {
        String prefix = options.alphabet().continuingPrefix();
        return pieces.text(left) + pieces.text(right).substring(prefix.length());
    }

    private CharacterCounts countCharacters(Vocabulary words) {
        CharacterCounts[] counts = new CharacterCounts[threads.count()];
        Arrays.setAll(counts, i -> new CharacterCounts());
        threads.run(part -> counts[part].add(words, start(words, part), start(words, part + 1)));
        for (int part = 1; part < counts.length; part++) {
            counts[0].addAll(counts[part]);
        }
        return counts[0];
    }

    private int start(Vocabulary words, int part) {
        return (int) ((long) words.size() * part / threads.count());
    }

    private void mergeSequences(int[] list, int left, int right, int piece) {
        int[] slots = sequences.slots();
        if (list.length < PARALLEL_SEQUENCES || threads.count() == 1) {
            mergers[0].merge(slots, list, 0, list.length, left, right, piece);
            return;
        }
        int n = threads.count();
        threads.run(part -> mergers[part].merge(
                slots,
                list,
                (int) ((long) list.length * part / n),
                (int) ((long) list.length * (part + 1) / n),
                left,
                right,
                piece));
        for (int part = 1; part < n; part++) {
            mergers[0].before().addSums(mergers[part].before());
            mergers[0].after().addSums(mergers[part].after());
        }
    }

    private void updatePieceCounts(int left, int right, int piece) {
        if (piece >= pieceCounts.length) {
            pieceCounts = Arrays.copyOf(pieceCounts, 2 * piece + 1);
        }
        for (SequenceMerger merger : mergers) {
            pieceCounts[left] -= merger.merged();
            pieceCounts[right] -= merger.merged();
            pieceCounts[piece] += merger.merged();
        }
    }

    private void updatePairs(int left, int right, int piece) {
        Neighbours before = mergers[0].before();
        Neighbours after = mergers[0].after();
        for (int i = 0; i < before.size(); i++) {
            subtract(before.neighbour(i), left, before.weight(before.neighbour(i)));
        }
        for (int i = 0; i < after.size(); i++) {
            subtract(right, after.neighbour(i), after.weight(after.neighbour(i)));
        }
        // "xyxy": after the first xy stood x, and pair (xy, x) went when the second xy was merged.
        long goneAgain = before.weight(piece);
        create(before, piece, true, 0, left);
        create(after, piece, false, goneAgain, left);
    }

    private void subtract(int left, int right, long count) {
        int pair = pairs.find(left, right);
        if (pair >= 0) {
            pairs.subtract(pair, count);
            changed.add(pair);
        }
    }

    /** Adds the pairs of the new piece with its neighbours on one side, where they are frequent enough. */
    private void create(Neighbours neighbours, int piece, boolean isBefore, long goneAgain, int left) {
        reserve(piece + 1);
        boolean any = false;
        for (int i = 0; i < neighbours.size(); i++) {
            int neighbour = neighbours.neighbour(i);
            if (count(neighbours, neighbour, goneAgain, left) >= threshold && isAllowed(neighbour, piece)) {
                where[neighbour] = new int[neighbours.places(neighbour)];
                any = true;
            }
        }
        if (any) {
            distribute(isBefore);
            for (int i = 0; i < neighbours.size(); i++) {
                int neighbour = neighbours.neighbour(i);
                if (where[neighbour] != null) {
                    add(neighbour, piece, isBefore, count(neighbours, neighbour, goneAgain, left));
                }
            }
        }
    }

    private static long count(Neighbours neighbours, int neighbour, long goneAgain, int left) {
        return neighbours.weight(neighbour) - (neighbour == left ? goneAgain : 0);
    }

    private void distribute(boolean isBefore) {
        for (SequenceMerger merger : mergers) {
            (isBefore ? merger.before() : merger.after()).distribute(where, filled);
        }
    }

    private void add(int neighbour, int piece, boolean isBefore, long count) {
        int[] list = where[neighbour];
        int[] exact = filled[neighbour] == list.length ? list : Arrays.copyOf(list, filled[neighbour]);
        created.add(isBefore ? pairs.add(neighbour, piece, count, exact) : pairs.add(piece, neighbour, count, exact));
        where[neighbour] = null;
        filled[neighbour] = 0;
    }

    private boolean isAllowed(int neighbour, int piece) {
        return pieces.length(neighbour) + pieces.length(piece) <= options.longest();
    }

    private void reserve(int size) {
        if (size > where.length) {
            where = Arrays.copyOf(where, 2 * size);
            filled = Arrays.copyOf(filled, 2 * size);
        }
    }
}
