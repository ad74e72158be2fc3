package org.wordloom.jobs.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.wordloom.cluster.output.ModelFolder;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.format.tokenizer.PieceTokenization;
import org.wordloom.format.tokenizer.PortableTokenizer;
import org.wordloom.format.tokenizer.TokenizerForm;
import org.wordloom.text.Tokenization;

/**
 * The tokenizer in the outputs whose words are pieces, in its own form: {@code tokenizer.json} or {@code tokenizer.model}.
 * What else would say how their words are found?
 */
public final class TokenizerCopy {
    private TokenizerCopy() {}

    /** Writes the tokenizer; nothing where the words are no pieces. */
    public static void write(Tokenization tokenization, OutputFolder folder) throws IOException {
        if (tokenization instanceof PieceTokenization pieces) {
            try (OutputStream out = folder.newFile(pieces.form().fileName())) {
                out.write(pieces.bytes());
            }
        }
    }

    /** Copies the tokenizer of another output; nothing where it has none. */
    public static void carry(ModelFolder from, OutputFolder to) throws IOException {
        Optional<TokenizerForm> form = formIn(from);
        if (form.isPresent()) {
            String name = form.get().fileName();
            from.verify(name);
            try (InputStream in = from.open(name);
                    OutputStream out = to.newFile(name)) {
                in.transferTo(out);
            }
        }
    }

    /** The tokenizer whose pieces the words of an output are; empty where they are no pieces. */
    public static Optional<PieceTokenization> read(ModelFolder folder) throws IOException {
        Optional<TokenizerForm> form = formIn(folder);
        if (form.isEmpty()) {
            return Optional.empty();
        }
        String name = form.get().fileName();
        folder.verify(name);
        try (InputStream in = folder.open(name)) {
            return Optional.of(PieceTokenization.of(PortableTokenizer.read(in, form.get(), folder.path(name))));
        }
    }

    /** As {@link #read(ModelFolder)}, without Spark; empty where there is no such folder either. */
    public static Optional<PieceTokenization> read(String folder) {
        FileAccess place = FileAccess.of(folder);
        Optional<TokenizerForm> form =
                place.exists() && place.isDirectory() ? TokenizerSource.formWithin(place) : Optional.empty();
        return form.map(known -> PieceTokenization.of(TokenizerFiles.portable(place.child(known.fileName()), known)));
    }

    private static Optional<TokenizerForm> formIn(ModelFolder folder) {
        return Arrays.stream(TokenizerForm.values())
                .filter(form -> folder.contains(form.fileName()))
                .findFirst();
    }
}
