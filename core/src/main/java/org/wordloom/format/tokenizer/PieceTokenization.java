package org.wordloom.format.tokenizer;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.wordloom.base.Problems;
import org.wordloom.text.Tokenization;
import org.wordloom.text.WordTokenizer;
import org.wordloom.tokenizer.PieceTokenizers;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.WholeWords;

/**
 * Text to the pieces of a tokenizer. The tokenizer travels as a {@link PortableTokenizer}; two are equal when its bytes
 * are.
 */
public final class PieceTokenization implements Tokenization {
    private static final long serialVersionUID = 1L;

    private final PortableTokenizer portable;
    private final String digest;
    private transient volatile PieceTokenizers shared;

    private PieceTokenization(PortableTokenizer portable) {
        this.portable = portable;
        this.digest = HexFormat.of().formatHex(sha256(portable.bytes()));
    }

    /**
     * The tokenization by a tokenizer.
     *
     * @throws org.wordloom.base.WordloomException USAGE when {@code tokenizer.json} cannot express the tokenizer, FORMAT
     *     when its pieces cannot be words of a vocabulary
     */
    public static PieceTokenization of(Tokenizer tokenizer) {
        return of(PortableTokenizer.of(tokenizer));
    }

    /**
     * The tokenization by a tokenizer in the form that it is kept in.
     *
     * @throws org.wordloom.base.WordloomException FORMAT when its pieces cannot be words of a vocabulary
     */
    public static PieceTokenization of(PortableTokenizer tokenizer) {
        PieceTokenization tokenization = new PieceTokenization(tokenizer);
        tokenization.shared(); // what is wrong with the pieces is to be known here and now
        return tokenization;
    }

    public Tokenizer tokenizer() {
        return shared().tokenizer();
    }

    /** What {@link #bytes} are. */
    public TokenizerForm form() {
        return portable.form();
    }

    /** A copy of the bytes of the tokenizer's file. */
    public byte[] bytes() {
        return portable.bytes().clone();
    }

    /** SHA-256 of {@link #bytes}, in hexadecimal. */
    @Override
    public String digest() {
        return digest;
    }

    @Override
    public WordTokenizer newTokenizer() {
        return shared().newTokenizer();
    }

    /** What finds the pieces of whole words, for one thread. */
    public WholeWords newWholeWords() {
        return shared().newWholeWords();
    }

    /** Adds a model that draws random numbers: text is read twice, and has to have the same pieces both times. */
    @Override
    public void validate(Problems problems) {
        problems.require(
                tokenizer().model().newEncoder().isDeterministic(),
                "the model draws random numbers (dropout), so text would have other pieces each time it is read;"
                        + " set model.dropout to null");
    }

    private PieceTokenizers shared() {
        PieceTokenizers known = shared;
        return known == null ? read() : known;
    }

    private synchronized PieceTokenizers read() {
        if (shared == null) {
            shared = new PieceTokenizers(portable.tokenizer());
        }
        return shared;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PieceTokenization pieces && Arrays.equals(portable.bytes(), pieces.portable.bytes());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(portable.bytes());
    }

    @Override
    public String toString() {
        return "pieces of the tokenizer " + digest;
    }
}
