package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "train skipgram",
                "train cbow",
                "train glove",
                "train svd",
                "vocab",
                "cooccur",
                "neighbors",
                "convert",
                "eval similarity",
                "eval analogy",
                "quickstart",
                "tokenizer train bpe",
                "tokenizer train wordpiece",
                "tokenizer train unigram",
                "tokenizer encode",
                "tokenizer decode",
                "tokenizer convert",
                "tokenizer inspect",
                "devices"
            })
    void helpIsAsItWas(String command) throws IOException {
        String[] arguments = ("help " + command).trim().split(" ");
        String name = command.isEmpty() ? "overview" : command.replace(' ', '-');
        assertThat(Cli.run(arguments).out()).isEqualTo(golden("help/" + name + ".txt"));
    }

    /** To write the files anew: run with -Dwordloom.golden=FOLDER, then read the difference. */
    private static String golden(String name) throws IOException {
        String target = System.getProperty("wordloom.golden");
        if (target != null) {
            for (CommandEntry entry : CommandList.all()) {
                Files.writeString(
                        Path.of(target, entry.name().replace(' ', '-') + ".txt"),
                        Cli.run(("help " + entry.name()).split(" ")).out());
            }
            Files.writeString(Path.of(target, "overview.txt"), Cli.run("help").out());
        }
        try (InputStream in = HelpTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
