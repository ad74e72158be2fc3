package org.wordloom.tokenizer.bpe;

import java.util.Arrays;
import org.wordloom.base.Problems;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.WordEncoder;

/**
 * Pieces and ranked merges: a word begins as its characters, and the pair of neighbours with the lowest rank is merged
 * (of equal ranks the leftmost one) until none is left that merges. Or, by option, longest pieces first.
 */
public final class BpeModel implements SubwordModel {
    private final PieceTable pieces;
    private final int[] merges;
    private final BpeOptions options;
    private final MergeTable table;
    private final StartingPieces starting;

    /**
     * A model by merges.
     *
     * @param merges the ids of left and right piece in turns, the first merges first
     * @throws IllegalArgumentException if a merge has no piece for its result or occurs twice, or if the unknown token is
     *     no piece
     */
    public BpeModel(PieceTable pieces, int[] merges, BpeOptions options) {
        this(pieces, merges.clone(), options, rankedByOrder(pieces, merges, options));
    }

    private BpeModel(PieceTable pieces, int[] merges, BpeOptions options, MergeTable table) {
        Problems problems = new Problems();
        options.validate(problems);
        problems.throwIfAny();
        if (!options.unknownToken().isEmpty() && pieces.id(options.unknownToken()) == UNKNOWN) {
            throw new IllegalArgumentException("the unknown token '" + options.unknownToken() + "' is not a piece");
        }
        this.pieces = pieces;
        this.merges = merges;
        this.options = options;
        this.table = table;
        this.starting = new StartingPieces(pieces, options);
    }

    /**
     * A model by scores, in the manner of SentencePiece: of all neighbours whose concatenation is a piece, those merge
     * whose concatenation has the highest score (of equals the leftmost).
     *
     * @param scores by id; pieces of score {@code NaN} are never merged to (control, unknown, byte and unused pieces)
     */
    public static BpeModel ofScores(PieceTable pieces, float[] scores, BpeOptions options) {
        ScoredMerges merges = new ScoredMerges(pieces, scores);
        return new BpeModel(pieces, merges.pairs(), options, merges.table());
    }

    @Override
    public int size() {
        return pieces.size();
    }

    @Override
    public int id(CharSequence piece) {
        return pieces.id(piece);
    }

    @Override
    public String piece(int id) {
        return pieces.piece(id);
    }

    @Override
    public int unknownId() {
        return options.unknownToken().isEmpty() ? UNKNOWN : pieces.id(options.unknownToken());
    }

    public BpeOptions options() {
        return options;
    }

    /** This model with other options of encoding; prefix and suffix must stay. */
    public BpeModel withOptions(BpeOptions other) {
        return new BpeModel(pieces, merges, other, table);
    }

    /**
     * This model with a merge for every way to split what its merges make, at the rank of the first of them: of any two
     * neighbours those merge that are a piece together, as in SentencePiece.
     */
    public BpeModel withEverySplit() {
        float[] scores = new float[size()];
        Arrays.fill(scores, Float.NaN);
        for (int rank = mergeCount() - 1; rank >= 0; rank--) {
            scores[product(rank)] = -rank;
        }
        return new BpeModel(pieces, new ScoredMerges(pieces, scores).pairs(), options);
    }

    /** The id of what merge {@code rank} makes. */
    public int product(int rank) {
        return pieces.id(product(piece(left(rank)), piece(right(rank)), options.continuingPrefix()));
    }

    /** How many merges there are. */
    public int mergeCount() {
        return merges.length / 2;
    }

    /** The left piece of merge {@code rank}. */
    public int left(int rank) {
        return merges[2 * rank];
    }

    public int right(int rank) {
        return merges[2 * rank + 1];
    }

    /** By merges, or by longest pieces if the options say so. */
    @Override
    public WordEncoder newEncoder() {
        return options.longestFirst() ? new LongestFirstEncoder(pieces, options) : new MergeEncoder(this);
    }

    PieceTable pieces() {
        return pieces;
    }

    MergeTable table() {
        return table;
    }

    StartingPieces starting() {
        return starting;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BpeModel model
                && pieces.equals(model.pieces)
                && Arrays.equals(merges, model.merges)
                && options.equals(model.options);
    }

    @Override
    public int hashCode() {
        return 31 * pieces.hashCode() + Arrays.hashCode(merges);
    }

    private static MergeTable rankedByOrder(PieceTable pieces, int[] merges, BpeOptions options) {
        MergeTable table = new MergeTable(merges.length / 2);
        for (int rank = 0; rank < merges.length / 2; rank++) {
            String left = pieces.piece(merges[2 * rank]);
            String right = pieces.piece(merges[2 * rank + 1]);
            if (left == null || right == null) {
                throw new IllegalArgumentException("merge " + (rank + 1) + " is of ids that have no piece");
            }
            String product = product(left, right, options.continuingPrefix());
            int id = pieces.id(product);
            if (id == UNKNOWN) {
                throw new IllegalArgumentException("merge " + (rank + 1) + ", '" + left + "' and '" + right
                        + "', makes '" + product + "', which is not a piece");
            }
            if (!table.add(merges[2 * rank], merges[2 * rank + 1], rank, id)) {
                throw new IllegalArgumentException(
                        "merge " + (rank + 1) + ", '" + left + "' and '" + right + "', occurs twice");
            }
        }
        return table;
    }

    private static String product(String left, String right, String prefix) {
        return left + (right.startsWith(prefix) ? right.substring(prefix.length()) : right);
    }
}
