package org.wordloom.cluster.tokenizer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.Storage;
import org.wordloom.format.tokenizer.TokenizerJson;
import org.wordloom.tokenizer.Tokenizer;

/**
 * A tokenizer on its way to executors, as the bytes of its {@code tokenizer.json}: a file format that is kept, where the
 * form of Java's serialisation would change with every class. An executor reads it once, whatever the number of its
 * tasks.
 */
public final class TokenizerBroadcast implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String FILE = "tokenizer.json";

    private final byte[] json;
    private final String name;
    private transient Tokenizer tokenizer;

    private TokenizerBroadcast(byte[] json, String name) {
        this.json = json;
        this.name = name;
    }

    /**
     * Of a tokenizer that was read already.
     *
     * @throws WordloomException USAGE when a {@code tokenizer.json} cannot express it
     */
    public static TokenizerBroadcast of(Tokenizer tokenizer) {
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        try {
            TokenizerJson.write(tokenizer, json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return new TokenizerBroadcast(json.toByteArray(), "the tokenizer");
    }

    /**
     * Of a file.
     *
     * @param path a {@code tokenizer.json}, or a folder that holds one
     * @throws WordloomException INPUT when it cannot be read, FORMAT when it is damaged
     */
    public static TokenizerBroadcast read(Storage storage, String path) {
        String file = storage.isDirectory(path) ? Storage.child(path, FILE) : path;
        try (InputStream in = storage.open(file)) {
            TokenizerBroadcast read = new TokenizerBroadcast(in.readAllBytes(), file);
            read.tokenizer(); // what is wrong with the file should be known before anything starts
            return read;
        } catch (IOException e) {
            throw Storage.unreadable(file, e);
        }
    }

    /** The tokenizer; parsed by the first who asks in this JVM. */
    public synchronized Tokenizer tokenizer() {
        if (tokenizer == null) {
            try {
                tokenizer = TokenizerJson.read(new ByteArrayInputStream(json), name);
            } catch (IOException e) {
                throw new UncheckedIOException("reading from memory failed", e);
            }
        }
        return tokenizer;
    }
}
