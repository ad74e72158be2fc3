package org.wordloom.format.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.sentencepiece.SentencePieceSubwords;

/**
 * The files that hold a whole tokenizer. One that is read from such a file travels and is kept in the same form, since in
 * another it would encode a little differently.
 */
public enum TokenizerForm {
    /** HuggingFace's {@code tokenizer.json}. */
    JSON("tokenizer.json"),
    /** SentencePiece's {@code .model}. */
    SENTENCEPIECE("tokenizer.model");

    private static final String MODEL_SUFFIX = ".model";

    private final String fileName;

    TokenizerForm(String fileName) {
        this.fileName = fileName;
    }

    /** The name of such a file in an output folder. */
    public String fileName() {
        return fileName;
    }

    /** What a file of that name holds: a {@code .model} is SentencePiece's, everything else a {@code tokenizer.json}. */
    public static TokenizerForm ofPath(String path) {
        return path.endsWith(MODEL_SUFFIX) ? SENTENCEPIECE : JSON;
    }

    /** The form that says everything of a tokenizer. */
    static TokenizerForm of(Tokenizer tokenizer) {
        return tokenizer.model() instanceof SentencePieceSubwords ? SENTENCEPIECE : JSON;
    }

    /**
     * Reads a file of this form.
     *
     * @param name of the file, for messages
     * @throws org.wordloom.base.WordloomException FORMAT when it is damaged
     */
    public Tokenizer read(InputStream in, String name) throws IOException {
        return this == SENTENCEPIECE
                ? SentencePieceSubwords.tokenizer(SentencePieceModelFormat.read(in, name))
                : TokenizerJson.read(in, name);
    }

    void write(Tokenizer tokenizer, OutputStream out) throws IOException {
        if (tokenizer.model() instanceof SentencePieceSubwords subwords) {
            SentencePieceModelFormat.write(subwords.model(), out);
        } else {
            TokenizerJson.write(tokenizer, out);
        }
    }
}
