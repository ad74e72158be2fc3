package org.wordloom.cluster.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.wordloom.cluster.Storage;
import org.wordloom.format.tokenizer.PortableTokenizer;
import org.wordloom.tokenizer.Tokenizer;

/** A tokenizer on its way to executors. An executor reads it once, whatever the number of its tasks. */
public final class TokenizerBroadcast implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String FILE = "tokenizer.json";

    private final PortableTokenizer portable;

    private TokenizerBroadcast(PortableTokenizer portable) {
        this.portable = portable;
    }

    /**
     * Of a tokenizer that was read already.
     *
     * @throws org.wordloom.base.WordloomException USAGE when a {@code tokenizer.json} cannot express it
     */
    public static TokenizerBroadcast of(Tokenizer tokenizer) {
        return new TokenizerBroadcast(PortableTokenizer.of(tokenizer));
    }

    /**
     * Of a file.
     *
     * @param path a {@code tokenizer.json}, or a folder that holds one
     * @throws org.wordloom.base.WordloomException INPUT when it cannot be read, FORMAT when it is damaged
     */
    public static TokenizerBroadcast read(Storage storage, String path) {
        String file = storage.isDirectory(path) ? Storage.child(path, FILE) : path;
        try (InputStream in = storage.open(file)) {
            return new TokenizerBroadcast(PortableTokenizer.of(in.readAllBytes(), file));
        } catch (IOException e) {
            throw Storage.unreadable(file, e);
        }
    }

    /** The tokenizer; parsed by the first who asks in this JVM. */
    public Tokenizer tokenizer() {
        return portable.tokenizer();
    }
}
