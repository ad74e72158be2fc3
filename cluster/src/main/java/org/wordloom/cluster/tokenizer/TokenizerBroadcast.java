package org.wordloom.cluster.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.format.tokenizer.PortableTokenizer;
import org.wordloom.format.tokenizer.TokenizerForm;
import org.wordloom.tokenizer.Tokenizer;

/** A tokenizer on its way to executors. An executor reads it once, whatever the number of its tasks. */
public final class TokenizerBroadcast implements Serializable {
    private static final long serialVersionUID = 1L;

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

    /** Of a tokenizer in the form that it is kept in. */
    public static TokenizerBroadcast of(PortableTokenizer tokenizer) {
        return new TokenizerBroadcast(tokenizer);
    }

    /**
     * Of a file.
     *
     * @param path a {@code tokenizer.json}, SentencePiece's {@code .model}, or a folder that holds {@code tokenizer.json}
     *     or {@code tokenizer.model}
     * @throws org.wordloom.base.WordloomException INPUT when it cannot be read, FORMAT when it is damaged
     */
    public static TokenizerBroadcast read(Storage storage, String path) {
        String file = storage.isDirectory(path) ? fileOf(storage, path) : path;
        try (InputStream in = storage.open(file)) {
            return new TokenizerBroadcast(PortableTokenizer.read(in, TokenizerForm.ofPath(file), file));
        } catch (IOException e) {
            throw Storage.unreadable(file, e);
        }
    }

    private static String fileOf(Storage storage, String folder) {
        String model = Storage.child(folder, TokenizerForm.SENTENCEPIECE.fileName());
        String json = Storage.child(folder, TokenizerForm.JSON.fileName());
        return storage.exists(model) && !storage.exists(json) ? model : json;
    }

    /** The tokenizer; parsed by the first who asks in this JVM. */
    public Tokenizer tokenizer() {
        return portable.tokenizer();
    }
}
