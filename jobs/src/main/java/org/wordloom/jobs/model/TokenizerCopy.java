package org.wordloom.jobs.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.wordloom.cluster.ModelFolder;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.format.tokenizer.PieceTokenization;
import org.wordloom.format.tokenizer.TokenizerJson;
import org.wordloom.text.Tokenization;

/** The {@code tokenizer.json} in the outputs whose words are pieces: what else would say how their words are found? */
public final class TokenizerCopy {
    public static final String NAME = "tokenizer.json";

    private TokenizerCopy() {}

    /** Writes the tokenizer; nothing where the words are no pieces. */
    public static void write(Tokenization tokenization, OutputFolder folder) throws IOException {
        if (tokenization instanceof PieceTokenization pieces) {
            try (OutputStream out = folder.create(NAME)) {
                out.write(pieces.json());
            }
        }
    }

    /** Copies the tokenizer of another output; nothing where it has none. */
    public static void carry(ModelFolder from, OutputFolder to) throws IOException {
        if (from.contains(NAME)) {
            from.verify(NAME);
            try (InputStream in = from.open(NAME);
                    OutputStream out = to.create(NAME)) {
                in.transferTo(out);
            }
        }
    }

    /** The tokenizer whose pieces the words of an output are; empty where they are no pieces. */
    public static Optional<PieceTokenization> read(ModelFolder folder) throws IOException {
        if (!folder.contains(NAME)) {
            return Optional.empty();
        }
        folder.verify(NAME);
        try (InputStream in = folder.open(NAME)) {
            return Optional.of(PieceTokenization.of(TokenizerJson.read(in, folder.path(NAME))));
        }
    }

    /** As {@link #read(ModelFolder)}, without Spark; empty where there is no such folder either. */
    public static Optional<PieceTokenization> read(String folder) {
        FileAccess place = FileAccess.of(folder);
        boolean there =
                place.exists() && place.isDirectory() && place.child(NAME).exists();
        return there ? Optional.of(PieceTokenization.of(TokenizerFiles.read(folder))) : Optional.empty();
    }
}
