package org.wordloom.format.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.sentencepiece.ModelKind;
import org.wordloom.tokenizer.sentencepiece.NamedCharacterMap;
import org.wordloom.tokenizer.sentencepiece.NormalizerOptions;
import org.wordloom.tokenizer.sentencepiece.OtherFields;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;
import org.wordloom.tokenizer.sentencepiece.TextPreparation;
import org.wordloom.tokenizer.unigram.UnigramVocabulary.ScoredPiece;

/** SentencePiece's {@code .vocab}: a line for each piece, by id, with its score after a tab, to six digits. */
public final class SentencePieceVocabularyFormat {
    private static final MathContext SIX_DIGITS = new MathContext(6);
    private static final int LARGEST_PLAIN_EXPONENT = 5;
    private static final int SMALLEST_PLAIN_EXPONENT = -4;

    private static final String EXPECTED = "a piece, a tab and a number";

    private SentencePieceVocabularyFormat() {}

    /**
     * Writes a model's pieces.
     *
     * @throws WordloomException OUTPUT when a piece holds a tab or a line end, which a line cannot
     */
    public static void write(SentencePieceModel model, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        for (int id = 0; id < model.size(); id++) {
            String piece = model.piece(id);
            if (piece.indexOf('\t') >= 0 || piece.indexOf('\n') >= 0 || piece.indexOf('\r') >= 0) {
                throw new WordloomException(
                        ExitCode.OUTPUT,
                        "piece " + id + " holds a tab or a line end, which a .vocab cannot express; use the .model");
            }
            writer.write(piece + '\t' + format(model.score(id)) + '\n');
        }
        writer.flush();
    }

    /**
     * Reads pieces and scores, by id.
     *
     * @param name of the file, for messages
     * @throws WordloomException FORMAT that names the line when it is not a piece, a tab and a number
     */
    public static List<ScoredPiece> read(InputStream in, String name) throws IOException {
        TextLines lines = new TextLines(in, name);
        List<ScoredPiece> pieces = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            pieces.add(parse(line, lines));
        }
        return pieces;
    }

    /**
     * Reads a model from its pieces. What the file does not say is as SentencePiece has it by default: normalisation by
     * {@code nmt_nfkc}, {@code <unk>}, {@code <s>}, {@code </s>} and {@code <pad>} as special tokens, and BPE if all
     * scores are whole numbers. Scores have six digits only, so that ties may be decided otherwise than by the .model.
     *
     * @param name of the file, for messages
     * @throws WordloomException FORMAT when a line is no piece and score, or the pieces make no model
     */
    public static SentencePieceModel readModel(InputStream in, String name) throws IOException {
        List<String> pieces = new ArrayList<>();
        List<PieceType> types = new ArrayList<>();
        List<ScoredPiece> lines = read(in, name);
        boolean byteFallback = lines.stream().anyMatch(line -> line.piece().equals(PieceType.bytePiece(0)));
        float[] scores = new float[lines.size()];
        boolean bpe = true;
        for (ScoredPiece line : lines) {
            PieceType type = type(line.piece(), byteFallback);
            scores[pieces.size()] = (float) line.score();
            pieces.add(line.piece());
            types.add(type);
            bpe = bpe && (type != PieceType.NORMAL || line.score() == Math.rint(line.score()));
        }
        ModelKind kind = bpe ? ModelKind.BPE : ModelKind.UNIGRAM;
        TextPreparation preparation = TextPreparation.of(NamedCharacterMap.NMT_NFKC, NormalizerOptions.defaults());
        try {
            return new SentencePieceModel(
                    kind, pieces, scores, types, byteFallback, null, preparation, OtherFields.NONE);
        } catch (IllegalArgumentException e) {
            throw new WordloomException(ExitCode.FORMAT, name + " is damaged: " + Excerpt.of(e.getMessage()), e);
        }
    }

    private static PieceType type(String piece, boolean byteFallback) {
        if (byteFallback && PieceType.byteOf(piece) >= 0) {
            return PieceType.BYTE;
        }
        return switch (piece) {
            case "<unk>" -> PieceType.UNKNOWN;
            case "<s>", "</s>", "<pad>" -> PieceType.CONTROL;
            default -> PieceType.NORMAL;
        };
    }

    private static ScoredPiece parse(String line, TextLines lines) {
        int tab = line.lastIndexOf('\t');
        if (tab <= 0) {
            throw lines.wrong(EXPECTED, "'" + abbreviated(line) + "'");
        }
        String number = line.substring(tab + 1);
        try {
            double score = Double.parseDouble(number);
            if (Double.isFinite(score)) {
                return new ScoredPiece(line.substring(0, tab), score);
            }
        } catch (NumberFormatException e) {
            // Refused below, as a number that is not finite.
        }
        throw lines.wrong(EXPECTED, "the score '" + abbreviated(number) + "'");
    }

    private static String abbreviated(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** Six significant digits, as C++ writes them. */
    private static String format(float score) {
        if (score == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(score).round(SIX_DIGITS).stripTrailingZeros();
        int exponent = rounded.precision() - rounded.scale() - 1;
        if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT) {
            return rounded.toPlainString();
        }
        String digits = rounded.movePointLeft(exponent).toPlainString();
        return digits + 'e' + (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
    }
}
