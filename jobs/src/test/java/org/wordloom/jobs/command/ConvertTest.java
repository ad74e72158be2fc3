package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;

/** Vectors of other programs as a model of Wordloom, and back. */
class ConvertTest {
    @TempDir
    private Path folder;

    @Test
    void aModelKeepsTheVectorsOfAnotherProgram() throws IOException {
        Path vectors =
                Files.writeString(folder.resolve("vectors.txt"), "3 2\nking 0.5 -1.0E-7\nqueen 1 2\né -3 4.25\n");
        Path normal = converted("word2vec-text:" + vectors, "word2vec-text:", "normal.txt");
        Path model = converted("word2vec-text:" + vectors, "wordloom:", "model.wordloom");
        Path back = converted("wordloom:" + model, "word2vec-text:", "back.txt");
        assertThat(back).hasSameBinaryContentAs(normal).content().startsWith("3 2\nking ");
        // Without --vectors, too: nothing in such a model says what it was trained to give.
        assertThat(neighbors(model, "king")).isEqualTo(neighbors(vectors, "king"));
        refused(
                "one vector a word; use 'input'",
                "neighbors",
                "--model",
                model.toString(),
                "--vectors",
                "output",
                "king");
        refused(
                "holds only one kind of vectors",
                "neighbors",
                "--model",
                vectors.toString(),
                "--vectors",
                "sum",
                "king");
    }

    @Test
    void aModelKeepsWordsWithSpaces() throws IOException {
        Path glove = Files.writeString(folder.resolve("glove.txt"), "new york 0.5 1\n. . . 1 2\nparis 0.5 2\n");
        Path model = converted("glove:" + glove, "wordloom:", "model.wordloom");
        assertThat(neighbors(model, "new york"))
                .isEqualTo(neighbors(glove, "new york"))
                .contains(". . .", "paris");
    }

    private Path converted(String from, String format, String name) {
        Path to = folder.resolve(name);
        Cli result = Cli.run("convert", "--from", from, "--to", format + to);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        return to;
    }

    private static String neighbors(Path model, String word) {
        Cli result = Cli.run("neighbors", "--model", model.toString(), word);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        return result.out();
    }

    private static void refused(String message, String... command) {
        Cli result = Cli.run(command);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err().lines()).singleElement().asString().contains(message);
    }
}
