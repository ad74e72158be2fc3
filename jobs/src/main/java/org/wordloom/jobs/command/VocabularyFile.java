package org.wordloom.jobs.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.output.ModelFolder;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.format.VocabularyTsv;
import org.wordloom.jobs.model.TokenizerCopy;
import org.wordloom.text.Tokenization;
import org.wordloom.vocab.Vocabulary;

/** The vocabulary in an output folder. */
final class VocabularyFile {
    static final String NAME = "vocab.tsv";

    private VocabularyFile() {}

    static void write(Vocabulary vocabulary, OutputFolder folder) throws IOException {
        try (OutputStream out = folder.newFile(NAME)) {
            VocabularyTsv.write(vocabulary, out);
        }
    }

    /**
     * The vocabulary of an earlier output.
     *
     * @param tokenization what its words are to be looked up for
     * @throws WordloomException USAGE when they are pieces of another tokenizer, or pieces and words are confused
     */
    static Vocabulary read(Storage storage, String folder, Tokenization tokenization) throws IOException {
        ModelFolder earlier = ModelFolder.open(storage, folder);
        requireSame(
                folder, TokenizerCopy.read(earlier).map(Tokenization::digest).orElse(""), tokenization.digest());
        earlier.verify(NAME);
        try (InputStream in = earlier.open(NAME)) {
            Vocabulary vocabulary = VocabularyTsv.read(in, earlier.path(NAME), earlier.size(NAME));
            if (vocabulary.size() == 0) {
                throw new WordloomException(ExitCode.INPUT, earlier.path(NAME) + " holds no words");
            }
            return vocabulary;
        }
    }

    private static void requireSame(String folder, String was, String now) {
        if (was.equals(now)) {
            return;
        }
        String difference;
        if (was.isEmpty()) {
            difference = "words, no pieces: leave --tokenizer out, or count the pieces anew";
        } else if (now.isEmpty()) {
            difference = "pieces of a tokenizer: add --tokenizer " + folder + " to cut the text into them";
        } else {
            difference = "pieces of another tokenizer (SHA-256 was " + was + " and is now " + now
                    + "): say --tokenizer " + folder + ", or count the pieces anew";
        }
        throw new WordloomException(ExitCode.USAGE, "--vocab " + folder + " holds " + difference);
    }
}
