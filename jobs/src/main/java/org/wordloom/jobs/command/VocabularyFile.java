package org.wordloom.jobs.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.ModelFolder;
import org.wordloom.cluster.OutputFolder;
import org.wordloom.cluster.Storage;
import org.wordloom.format.VocabularyTsv;
import org.wordloom.vocab.Vocabulary;

/** The vocabulary in an output folder. */
final class VocabularyFile {
    static final String NAME = "vocab.tsv";

    private VocabularyFile() {}

    static void write(Vocabulary vocabulary, OutputFolder folder) throws IOException {
        try (OutputStream out = folder.create(NAME)) {
            VocabularyTsv.write(vocabulary, out);
        }
    }

    /** The vocabulary of an earlier output. */
    static Vocabulary read(Storage storage, String folder) throws IOException {
        ModelFolder earlier = ModelFolder.open(storage, folder);
        earlier.verify(NAME);
        try (InputStream in = earlier.open(NAME)) {
            Vocabulary vocabulary = VocabularyTsv.read(in, earlier.path(NAME), earlier.size(NAME));
            if (vocabulary.size() == 0) {
                throw new WordloomException(ExitCode.INPUT, earlier.path(NAME) + " holds no words");
            }
            return vocabulary;
        }
    }
}
