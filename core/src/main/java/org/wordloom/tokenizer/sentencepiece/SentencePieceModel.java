package org.wordloom.tokenizer.sentencepiece;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.bpe.BpeOptions;
import org.wordloom.tokenizer.unigram.Dialect;
import org.wordloom.tokenizer.unigram.SegmentOptions;
import org.wordloom.tokenizer.unigram.UnigramModel;
import org.wordloom.tokenizer.unigram.UnigramVocabulary;
import org.wordloom.tokenizer.unigram.Utf8Encoder;

/**
 * What a SentencePiece {@code .model} file says: pieces by id, how text is prepared, how it is taken apart. Immutable and
 * safe to share between threads.
 */
public final class SentencePieceModel {
    private static final String DEFAULT_UNKNOWN_SURFACE = " \u2047 ";

    private final ModelKind kind;
    private final PieceTable pieces;
    private final float[] scores;
    private final PieceType[] types;
    private final boolean byteFallback;
    private final String unknownSurface;
    private final TextPreparation preparation;
    private final OtherFields otherFields;
    private final int unknownId;
    private final SubwordModel model;
    /** Characters of pieces that are no pieces; ids above those of the pieces stand for them while BPE merges. */
    private final List<String> unlistedCharacters;

    /**
     * A model whose ids are places in {@code pieces}.
     *
     * @param scores by id
     * @param types by id; one is {@link PieceType#UNKNOWN}
     * @param byteFallback whether unknown characters become byte pieces, of which there must then be 256
     * @param unknownSurface what the unknown token becomes in text; null for SentencePiece's default
     * @param otherFields what else the file said
     * @throws IllegalArgumentException if pieces, scores and types do not fit together, a piece is empty or holds NUL, or a
     *     score is not finite
     */
    public SentencePieceModel(
            ModelKind kind,
            List<String> pieces,
            float[] scores,
            List<PieceType> types,
            boolean byteFallback,
            String unknownSurface,
            TextPreparation preparation,
            OtherFields otherFields) {
        this.kind = kind;
        this.pieces = PieceTable.of(pieces.toArray(String[]::new));
        this.scores = scores.clone();
        this.types = types.toArray(PieceType[]::new);
        this.byteFallback = byteFallback;
        this.unknownSurface = unknownSurface;
        this.preparation = preparation;
        this.otherFields = otherFields;
        this.unknownId = unknownId(types);
        requireText(pieces);
        requireFinite();
        requireBytes();
        this.unlistedCharacters = kind == ModelKind.BPE ? unlisted() : List.of();
        this.model = kind == ModelKind.BPE ? bpe(this.pieces) : unigram(pieces);
    }

    /** What was learned, with {@code <unk>}, {@code <s>} and {@code </s>} in front, and pieces for bytes if asked for. */
    public static SentencePieceModel of(
            UnigramVocabulary vocabulary, boolean byteFallback, TextPreparation preparation) {
        List<String> pieces = new ArrayList<>(List.of("<unk>", "<s>", "</s>"));
        List<PieceType> types = new ArrayList<>(List.of(PieceType.UNKNOWN, PieceType.CONTROL, PieceType.CONTROL));
        for (int value = 0; byteFallback && value < 256; value++) {
            pieces.add(PieceType.bytePiece(value));
            types.add(PieceType.BYTE);
        }
        int special = pieces.size();
        float[] scores = new float[special + vocabulary.pieces().size()];
        for (int i = special; i < scores.length; i++) {
            UnigramVocabulary.ScoredPiece piece = vocabulary.pieces().get(i - special);
            pieces.add(piece.piece());
            types.add(PieceType.NORMAL);
            scores[i] = (float) piece.score();
        }
        return new SentencePieceModel(
                ModelKind.UNIGRAM, pieces, scores, types, byteFallback, null, preparation, OtherFields.NONE);
    }

    public ModelKind kind() {
        return kind;
    }

    /** The number of pieces. */
    public int size() {
        return scores.length;
    }

    public String piece(int id) {
        return pieces.piece(id);
    }

    /** The id of a piece, or {@link SubwordModel#UNKNOWN}. */
    public int id(String piece) {
        return pieces.id(piece);
    }

    public float score(int id) {
        return scores[id];
    }

    public PieceType type(int id) {
        return types[id];
    }

    public int unknownId() {
        return unknownId;
    }

    public boolean byteFallback() {
        return byteFallback;
    }

    /** What the unknown token becomes in text. */
    public String unknownSurface() {
        return unknownSurface == null ? DEFAULT_UNKNOWN_SURFACE : unknownSurface;
    }

    /** Whether the file said what the unknown token becomes. */
    public boolean hasUnknownSurface() {
        return unknownSurface != null;
    }

    public TextPreparation preparation() {
        return preparation;
    }

    /** Characters that a BPE model merges to pieces though they are none; other kinds of model have no such. */
    public List<String> unlistedCharacters() {
        return unlistedCharacters;
    }

    public OtherFields otherFields() {
        return otherFields;
    }

    /** A {@link UnigramModel} or a {@link BpeModel} of the pieces, for a pipeline; of words and characters a unigram one. */
    public SubwordModel subwordModel() {
        return model;
    }

    /** What takes text apart; one for each thread. */
    public SentencePieceEncoder newEncoder() {
        int[] byteIds = byteFallback ? byteIds() : null;
        return new SentencePieceEncoder(newNormalizer(), newUtf8Encoder(), unknownId, byteIds);
    }

    /** What prepares text; safe to share. */
    public Utf8Normalizer newNormalizer() {
        return new Utf8Normalizer(preparation.map(), preparation.options(), symbols());
    }

    /** The text of pieces. */
    public String decode(int[] ids) {
        String text = new SentencePieceDecoder(this).decode(ids);
        return otherFields.denormalizer() == null
                ? text
                : otherFields.denormalizer().apply(text);
    }

    /** User-defined pieces. */
    List<String> symbols() {
        List<String> symbols = new ArrayList<>();
        for (int id = 0; id < types.length; id++) {
            if (types[id] == PieceType.USER_DEFINED) {
                symbols.add(piece(id));
            }
        }
        return symbols;
    }

    private Utf8Encoder newUtf8Encoder() {
        return switch (kind) {
            case UNIGRAM -> ((UnigramModel) model).newUtf8Encoder();
            case BPE -> new WordwiseEncoder(this, merges().newEncoder());
            case WORD, CHAR -> new WordwiseEncoder(this, null);
        };
    }

    private UnigramModel unigram(List<String> names) {
        double[] wide = new double[scores.length];
        for (int id = 0; id < wide.length; id++) {
            wide[id] = scores[id];
        }
        return new UnigramModel(names, wide, Arrays.asList(types), unknownId, byteFallback, Dialect.SENTENCEPIECE);
    }

    private SubwordModel merges() {
        if (unlistedCharacters.isEmpty()) {
            return model;
        }
        List<String> symbols = new ArrayList<>();
        for (int id = 0; id < size(); id++) {
            symbols.add(piece(id));
        }
        symbols.addAll(unlistedCharacters);
        return bpe(PieceTable.of(symbols.toArray(String[]::new)));
    }

    /** @param symbols the pieces, and after them what else merges */
    private BpeModel bpe(PieceTable symbols) {
        float[] mergeScores = Arrays.copyOf(scores, symbols.size());
        for (int id = 0; id < mergeScores.length; id++) {
            if (id >= types.length || types[id] != PieceType.NORMAL) {
                mergeScores[id] = Float.NaN;
            }
        }
        return BpeModel.ofScores(symbols, mergeScores, BpeOptions.defaults().withUnknownToken(piece(unknownId)));
    }

    /** SentencePiece merges by text, so a character need not be a piece to become part of one. */
    private List<String> unlisted() {
        Set<String> unlisted = new LinkedHashSet<>();
        for (int id = 0; id < types.length; id++) {
            String piece = piece(id);
            if (types[id] == PieceType.UNUSED && piece.codePointCount(0, piece.length()) > 1) {
                // SentencePiece makes these by merges and takes them apart again as their neighbours happened to be.
                throw new IllegalArgumentException("piece " + id + ", '" + piece
                        + "', is of type UNUSED, which is supported in a BPE model for characters only");
            }
            if (types[id] == PieceType.NORMAL) {
                piece.codePoints()
                        .mapToObj(Character::toString)
                        .filter(character -> pieces.id(character) == SubwordModel.UNKNOWN)
                        .forEach(unlisted::add);
            }
        }
        return List.copyOf(unlisted);
    }

    private static int unknownId(List<PieceType> types) {
        int id = types.indexOf(PieceType.UNKNOWN);
        if (id < 0 || id != types.lastIndexOf(PieceType.UNKNOWN)) {
            throw new IllegalArgumentException(id < 0 ? "no piece is of type UNKNOWN" : "two pieces of type UNKNOWN");
        }
        return id;
    }

    private static void requireText(List<String> pieces) {
        for (int id = 0; id < pieces.size(); id++) {
            if (pieces.get(id).isEmpty() || pieces.get(id).indexOf('\0') >= 0) {
                throw new IllegalArgumentException("piece " + id + " is empty or holds NUL");
            }
        }
    }

    /** NaN would leave a piece out of all merges without a word, and no format of text can write it. */
    private void requireFinite() {
        for (int id = 0; id < scores.length; id++) {
            if (!Float.isFinite(scores[id])) {
                throw new IllegalArgumentException(
                        "piece " + id + ", '" + piece(id) + "', has the score " + scores[id] + ", which is not finite");
            }
        }
    }

    private int[] byteIds() {
        int[] ids = new int[256];
        Arrays.setAll(ids, value -> pieces.id(PieceType.bytePiece(value)));
        return ids;
    }

    private void requireBytes() {
        for (int id = 0; id < types.length; id++) {
            boolean isByte = types[id] == PieceType.BYTE;
            if (isByte && (!byteFallback || PieceType.byteOf(piece(id)) < 0)) {
                throw new IllegalArgumentException("piece " + id + ", '" + piece(id) + "', is of type BYTE, but "
                        + (byteFallback ? "no byte" : "byte_fallback is false"));
            }
        }
        for (int value = 0; byteFallback && value < 256; value++) {
            int id = pieces.id(PieceType.bytePiece(value));
            if (id < 0 || types[id] != PieceType.BYTE) {
                throw new IllegalArgumentException(
                        "byte_fallback is true, but no piece of type BYTE is " + PieceType.bytePiece(value));
            }
        }
    }

    /** Whether text may be split at every whitespace mark before it is taken apart: whether no piece holds one inside. */
    public boolean isWordwise() {
        for (int id = 0; id < types.length; id++) {
            boolean inText = types[id] == PieceType.NORMAL || types[id] == PieceType.UNUSED;
            String piece = piece(id);
            int from = preparation.options().whitespaceAsSuffix() ? 0 : 1;
            int mark = piece.indexOf(SegmentOptions.WHITESPACE_MARK, from);
            if (inText && mark >= 0 && !(from == 0 && mark == piece.length() - 1)) {
                return false;
            }
        }
        return true;
    }
}
