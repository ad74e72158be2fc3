package org.wordloom.tokenizer.unigram;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.WordEncoder;

/**
 * A unigram language model of pieces (Kudo 2018): text is taken apart into the pieces whose probabilities have the
 * largest product. A character that is no piece costs as much as the least probable piece and 10 nats more. Immutable
 * and safe to share between threads.
 */
public final class UnigramModel implements SubwordModel {
    private final PieceTable table;
    private final PieceType[] types;
    private final double[] scores;
    private final int unknownId;
    private final Dialect dialect;
    private final int[] byteIds;
    private final PathScores paths;

    /**
     * A model whose ids are places in {@code pieces}.
     *
     * @param pieces none of them empty or with NUL
     * @param scores natural logarithms of probabilities, by id; those of normal pieces count
     * @param types by id
     * @param unknownId id of the unknown token, or {@link #UNKNOWN}
     * @param byteFallback whether unknown characters become byte pieces
     * @throws IllegalArgumentException if a piece occurs twice, is empty or holds NUL, a score is not finite, or byte
     *     pieces are missing
     */
    public UnigramModel(
            List<String> pieces,
            double[] scores,
            List<PieceType> types,
            int unknownId,
            boolean byteFallback,
            Dialect dialect) {
        this.table = PieceTable.of(pieces.toArray(String[]::new));
        this.types = types.toArray(PieceType[]::new);
        this.scores = scores.clone();
        this.unknownId = unknownId;
        this.dialect = dialect;
        this.byteIds = byteFallback ? byteIds(table) : null;
        this.paths = PathScores.of(pieces, this.scores, this.types, dialect);
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public int id(CharSequence piece) {
        return table.id(piece);
    }

    @Override
    public String piece(int id) {
        return table.piece(id);
    }

    /** The natural logarithm of a piece's probability. */
    public double score(int id) {
        return scores[id];
    }

    public PieceType type(int id) {
        return types[id];
    }

    @Override
    public int unknownId() {
        return unknownId;
    }

    public boolean byteFallback() {
        return byteIds != null;
    }

    /** The id of the piece for a byte, 0 to 255; only with {@link #byteFallback}. */
    public int byteId(int value) {
        return byteIds[value];
    }

    public Dialect dialect() {
        return dialect;
    }

    /** An encoder that gives the most probable pieces. */
    @Override
    public WordEncoder newEncoder() {
        return new UnigramWordEncoder(this, newUtf8Encoder(), null);
    }

    /**
     * An encoder that draws pieces at random (subword regularisation): a segmentation comes with a probability in
     * proportion to its own to the power of {@code alpha}.
     *
     * @param alpha 0 for any segmentation alike, 1 for the model's probabilities; the larger, the closer to the best
     * @param seed of all random numbers
     */
    public WordEncoder newSamplingEncoder(double alpha, long seed) {
        SamplingEncoder sampling = new SamplingEncoder(this, alpha, seed);
        return new UnigramWordEncoder(this, sampling, sampling);
    }

    /** What takes UTF-8 apart into the most probable pieces; one for each thread. */
    public Utf8Encoder newUtf8Encoder() {
        return new ViterbiEncoder(this);
    }

    /** The at most {@code most} most probable segmentations of a text, the best first. */
    public List<Segmentation> nBest(String text, int most) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new NBestSearch(new PieceLattice(this, utf8, 0, utf8.length)).run(most);
    }

    PathScores paths() {
        return paths;
    }

    private static int[] byteIds(PieceTable table) {
        int[] ids = new int[256];
        for (int value = 0; value < ids.length; value++) {
            ids[value] = table.id(PieceType.bytePiece(value));
            if (ids[value] < 0) {
                throw new IllegalArgumentException("bytes are to stand for unknown characters, but there is no piece "
                        + PieceType.bytePiece(value));
            }
        }
        return ids;
    }
}
