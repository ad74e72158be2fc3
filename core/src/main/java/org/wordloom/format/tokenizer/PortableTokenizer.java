package org.wordloom.format.tokenizer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.wordloom.tokenizer.Tokenizer;

/**
 * A tokenizer that can travel, as the bytes of a file that holds it: a format that is kept, where the form of Java's
 * serialisation would change with every class. It is read again where it arrives, once for all threads there.
 */
public final class PortableTokenizer implements Serializable {
    private static final long serialVersionUID = 2L;

    private final byte[] bytes;
    private final TokenizerForm form;
    private final String name;
    private transient volatile Tokenizer tokenizer;

    private PortableTokenizer(byte[] bytes, TokenizerForm form, String name, Tokenizer tokenizer) {
        this.bytes = bytes;
        this.form = form;
        this.name = name;
        this.tokenizer = tokenizer;
    }

    /**
     * Of a tokenizer that was read already: as a {@code .model} when it was made of one, else as {@code tokenizer.json}.
     *
     * @throws org.wordloom.base.WordloomException USAGE when a {@code tokenizer.json} cannot express it
     */
    public static PortableTokenizer of(Tokenizer tokenizer) {
        TokenizerForm form = TokenizerForm.of(tokenizer);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            form.write(tokenizer, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        // What is used here is read from the bytes as it is elsewhere, so that all machines have the same.
        return new PortableTokenizer(bytes.toByteArray(), form, "the tokenizer", null);
    }

    /**
     * Reads a file. A {@code .model} keeps its bytes as they are; a {@code tokenizer.json} gets those that Wordloom
     * writes, so that its layout makes no other tokenizer of it.
     *
     * @param name of the file, for messages
     * @throws org.wordloom.base.WordloomException FORMAT when it is damaged
     */
    public static PortableTokenizer read(InputStream in, TokenizerForm form, String name) throws IOException {
        if (form == TokenizerForm.JSON) {
            return of(form.read(in, name));
        }
        byte[] bytes = SentencePieceModelFormat.readBytes(in, name);
        return new PortableTokenizer(bytes, form, name, form.read(new ByteArrayInputStream(bytes), name));
    }

    /** The tokenizer; parsed by the first who asks in this JVM. */
    public Tokenizer tokenizer() {
        Tokenizer known = tokenizer;
        return known == null ? read() : known;
    }

    /** What the bytes are. */
    public TokenizerForm form() {
        return form;
    }

    private synchronized Tokenizer read() {
        if (tokenizer == null) {
            try {
                tokenizer = form.read(new ByteArrayInputStream(bytes), name);
            } catch (IOException e) {
                throw new UncheckedIOException("reading from memory failed", e);
            }
        }
        return tokenizer;
    }

    /** The bytes of the file, not a copy. */
    byte[] bytes() {
        return bytes;
    }
}
