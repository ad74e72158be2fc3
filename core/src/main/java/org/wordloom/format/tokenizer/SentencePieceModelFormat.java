package org.wordloom.format.tokenizer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;

/**
 * SentencePiece's {@code .model}: a Protocol Buffers message. Fields that say how text is taken apart are read; all others
 * are kept and written again, but for those of a piece, which are refused.
 */
public final class SentencePieceModelFormat {
    /** A model of a million pieces has 30 MB. */
    private static final int MOST_BYTES = 1 << 29;

    private SentencePieceModelFormat() {}

    /**
     * Reads a model.
     *
     * @param name of the file, for messages
     * @throws WordloomException FORMAT when the file is damaged or of another format
     */
    public static SentencePieceModel read(InputStream in, String name) throws IOException {
        return new SentencePieceReader(name).read(new WireReader(readBytes(in, name), name));
    }

    /** The bytes of a file that may hold a model. */
    static byte[] readBytes(InputStream in, String name) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length == 0 || bytes.length > MOST_BYTES) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    name + " is no SentencePiece model: it "
                            + (bytes.length == 0 ? "is empty" : "has more than 512 MB"));
        }
        return bytes;
    }

    /** Writes a model. */
    public static void write(SentencePieceModel model, OutputStream out) throws IOException {
        out.write(SentencePieceWriter.write(model));
        out.flush();
    }
}
