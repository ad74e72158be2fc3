package org.wordloom.format.tokenizer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.wordloom.tokenizer.Tokenizer;

/**
 * A tokenizer that can travel, as the bytes of its {@code tokenizer.json}: a file format that is kept, where the form of
 * Java's serialisation would change with every class. It is read again where it arrives, once for all threads there.
 */
public final class PortableTokenizer implements Serializable {
    private static final long serialVersionUID = 1L;

    private final byte[] json;
    private final String name;
    private transient volatile Tokenizer tokenizer;

    private PortableTokenizer(byte[] json, String name) {
        this.json = json;
        this.name = name;
    }

    /**
     * Of a tokenizer that was read already.
     *
     * @throws org.wordloom.base.WordloomException USAGE when a {@code tokenizer.json} cannot express it
     */
    public static PortableTokenizer of(Tokenizer tokenizer) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            TokenizerJson.write(tokenizer, json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return new PortableTokenizer(json.toByteArray(), "the tokenizer");
    }

    /**
     * Of a file's content.
     *
     * @param json is kept, not copied
     * @param name of the file, for messages
     * @throws org.wordloom.base.WordloomException FORMAT when it is damaged
     */
    public static PortableTokenizer of(byte[] json, String name) {
        PortableTokenizer read = new PortableTokenizer(json, name);
        read.tokenizer(); // what is wrong with the file should be known before anything starts
        return read;
    }

    /** The tokenizer; parsed by the first who asks in this JVM. */
    public Tokenizer tokenizer() {
        Tokenizer known = tokenizer;
        return known == null ? read() : known;
    }

    private synchronized Tokenizer read() {
        if (tokenizer == null) {
            try {
                tokenizer = TokenizerJson.read(new ByteArrayInputStream(json), name);
            } catch (IOException e) {
                throw new UncheckedIOException("reading from memory failed", e);
            }
        }
        return tokenizer;
    }

    /** The bytes of {@code tokenizer.json}, not a copy. */
    byte[] json() {
        return json;
    }
}
