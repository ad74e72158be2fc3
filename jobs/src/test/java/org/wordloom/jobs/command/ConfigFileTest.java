package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.ExitCode;

/** What commands make of configuration files. */
class ConfigFileTest {
    @TempDir
    Path folder;

    @Test
    void configurationFileIsOverriddenByTheCommandLine() throws IOException {
        Path file =
                Files.writeString(folder.resolve("my.conf"), "dim = 0\nwindow = 0\ntrain.cbow.epochs = 0\nepochs = 9");
        Cli cli =
                Cli.run("train", "cbow", "--config", file.toString(), "--window", "3", "--input", "a", "--output", "b");
        assertThat(cli.err()).contains("--dim is 0").contains("--epochs is 0").doesNotContain("--window");
    }

    @Test
    void configurationFileMistakesAreNamedWithTheirLine() throws IOException {
        Path file = Files.writeString(folder.resolve("my.conf"), "# mine\ndmi = 3\ntran { x = 1 }\nwindow = wide");
        Cli cli = Cli.run("train", "cbow", "--config", file.toString(), "--input", "a", "--output", "b");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err())
                .contains("my.conf line 2: dmi: unknown key for wordloom train cbow (did you mean dim?)")
                .contains("my.conf line 3: tran: no command is called 'tran'")
                .contains("my.conf line 4: window: 'wide' is not a whole number");
    }

    @Test
    void brokenConfigurationFileIsOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("my.conf"), "dim = {\n");
        Cli cli = Cli.run("train", "cbow", "--config", file.toString(), "--input", "a", "--output", "b");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err().lines()).singleElement().asString().contains("my.conf");
    }

    @Test
    void configurationFilesIncludeThoseBesideThem() throws IOException {
        Files.createDirectory(folder.resolve("base"));
        Files.writeString(folder.resolve("base/all.conf"), "include \"more\"\n\ndim = 0\nepochs = 0\nrate = 7x");
        Files.writeString(folder.resolve("base/more.conf"), "window = 0\nodd = 1");
        Path file = Files.writeString(
                folder.resolve("my.conf"),
                "include \"base/all.conf\"\nepochs = 5\ntrain.cbow.rate = null\nsample = null");
        String err = Cli.run("train", "cbow", "--config", file.toString(), "--input", "a", "--output", "b")
                .err();
        assertThat(err)
                .contains("--dim is 0", "--window is 0", folder.resolve("base/more.conf") + " line 2: odd: unknown key")
                .doesNotContain("epochs", "rate", "null");
    }

    @Test
    void includedFilesThatAreMissingAreNamed() throws IOException {
        for (String include : List.of("include \"none.conf\"", "include file(\"/none.conf\")", "include \"my\"")) {
            Path file = Files.writeString(folder.resolve("my.conf"), "dim = 5\n" + include);
            Cli cli = Cli.run("train", "cbow", "--config", file.toString(), "--input", "a", "--output", "b");
            assertThat(cli.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(cli.err().lines()).singleElement().asString().contains("my.conf includes ");
        }
    }

    @Test
    void configurationFilesDoNotNameOthersAsOptions() throws IOException {
        Path file = Files.writeString(folder.resolve("my.conf"), "config = other.conf");
        Cli cli = Cli.run("train", "cbow", "--config", file.toString(), "--input", "a", "--output", "b");
        assertThat(cli.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(cli.err()).contains("line 1: config: ").contains("include");
    }

    @Test
    void configurationFilesMayAskForStackTraces() throws IOException {
        Path file = Files.writeString(folder.resolve("my.conf"), "verbose = true");
        String[] arguments = {"tokenizer", "train", "bpe", "--counts", "/nowhere/at/all", "--output", "/proc/o"};
        assertThat(Cli.run(arguments).err()).doesNotContain("\tat ");
        String[] verbose = Arrays.copyOf(arguments, arguments.length + 2);
        verbose[arguments.length] = "--config";
        verbose[arguments.length + 1] = file.toString();
        assertThat(Cli.run(verbose).err()).contains("\tat ");
    }

    @Test
    void siteDefaultsApplyButContradictNothing() throws IOException {
        Files.writeString(folder.resolve("wordloom.conf"), "negative = 7\ndim = 0\nquiet = true\nodd = 1");
        Map<String, String> environment = Map.of("WORDLOOM_CONF_DIR", folder.toString());
        Cli cli = Cli.run(environment, "train", "skipgram", "--hs", "--input", "a", "--output", "b");
        assertThat(cli.err())
                .contains("--dim is 0")
                .contains("odd: unknown key")
                .doesNotContain("contradict");
    }
}
