package org.wordloom.format.tokenizer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.wordloom.base.Problems;
import org.wordloom.text.Tokenization;
import org.wordloom.text.WordTokenizer;
import org.wordloom.tokenizer.PieceTokenizers;
import org.wordloom.tokenizer.Tokenizer;

/**
 * Text to the pieces of a tokenizer. The tokenizer travels as the bytes of its {@code tokenizer.json} and is read again
 * where it arrives, once for all threads there. Two are equal when these bytes are.
 */
public final class PieceTokenization implements Tokenization {
    private static final long serialVersionUID = 1L;

    private final byte[] json;
    private final String digest;
    private transient volatile PieceTokenizers shared;

    private PieceTokenization(byte[] json) {
        this.json = json;
        this.digest = HexFormat.of().formatHex(sha256(json));
    }

    /**
     * The tokenization by a tokenizer.
     *
     * @throws org.wordloom.base.WordloomException USAGE when {@code tokenizer.json} cannot express the tokenizer, FORMAT
     *     when its pieces cannot be words of a vocabulary
     */
    public static PieceTokenization of(Tokenizer tokenizer) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            TokenizerJson.write(tokenizer, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        PieceTokenization tokenization = new PieceTokenization(json.toByteArray());
        tokenization.shared(); // what is wrong with the pieces is to be known here and now
        return tokenization;
    }

    public Tokenizer tokenizer() {
        return shared().tokenizer();
    }

    /** A copy of the bytes of {@code tokenizer.json}. */
    public byte[] json() {
        return json.clone();
    }

    /** SHA-256 of {@link #json}, in hexadecimal. */
    @Override
    public String digest() {
        return digest;
    }

    @Override
    public WordTokenizer newTokenizer() {
        return shared().newTokenizer();
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
            try {
                shared = new PieceTokenizers(TokenizerJson.read(new ByteArrayInputStream(json), "the tokenizer"));
            } catch (IOException e) {
                throw new UncheckedIOException(e); // memory does not fail
            }
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
        return other instanceof PieceTokenization pieces && Arrays.equals(json, pieces.json);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(json);
    }

    @Override
    public String toString() {
        return "pieces of the tokenizer " + digest;
    }
}
