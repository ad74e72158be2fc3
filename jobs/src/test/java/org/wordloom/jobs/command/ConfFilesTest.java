package org.wordloom.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wordloom.base.Problems;
import org.wordloom.jobs.setting.Setting;

/** The files of conf/ say what the program does. */
class ConfFilesTest {
    private static final Path CONF = Path.of("..", "conf");
    /** Options without a default, which a file of defaults cannot hold. */
    private static final Set<String> WITHOUT_DEFAULT = Set.of(
            "input",
            "output",
            "column",
            "dictionary",
            "vocab",
            "config",
            "cooccurrence",
            "from-cooccurrence",
            "from-glove",
            "glove-vocab",
            "counts",
            "special-tokens");

    static Stream<String> commands() {
        return Stream.of(
                "vocab",
                "cooccur",
                "train skipgram",
                "train cbow",
                "train glove",
                "train svd",
                "tokenizer train bpe",
                "tokenizer train wordpiece",
                "tokenizer train unigram");
    }

    static List<Path> presets() throws IOException {
        try (Stream<Path> files = Files.list(CONF.resolve("presets"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fileOfDefaultsEqualsTheDefaults(String name) throws IOException {
        CommandEntry entry = entry(name);
        Map<String, Setting<?>> expected = settings(entry);
        Map<String, Setting<?>> actual = settings(entry);
        Problems problems = new Problems();
        ConfigFile.parse(uncommented(), "wordloom.conf").applyDefaults(name, actual, known(), names(), problems);
        assertThat(problems.all()).isEmpty();
        expected.forEach(
                (key, setting) -> assertThat(actual.get(key).text()).as(key).isEqualTo(setting.text()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fileOfDefaultsIsComplete(String name) throws IOException {
        Config config = ConfigFactory.parseString(uncommented());
        for (String key : settings(entry(name)).keySet()) {
            assertThat(WITHOUT_DEFAULT.contains(key) || prefixes(name).anyMatch(prefix -> config.hasPath(prefix + key)))
                    .as(key)
                    .isTrue();
        }
    }

    @Test
    void fileOfDefaultsIsAllComments() throws IOException {
        ConfigObject root =
                ConfigFactory.parseFile(CONF.resolve("wordloom.conf").toFile()).root();
        assertThat(root).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void presetsAreAccepted(Path preset) throws IOException {
        String text = Files.readString(preset);
        Matcher usage = Pattern.compile("\\A# wordloom (train \\w+) --config conf/presets/(\\S+) ")
                .matcher(text);
        assertThat(usage.find()).isTrue();
        assertThat(preset).hasFileName(usage.group(2));
        Command command = entry(usage.group(1)).factory().get();
        Map<String, Setting<?>> settings = new CommandSyntax(entry(usage.group(1)), command).settings();
        Problems problems = new Problems();
        ConfigFile.parse(text, preset.toString()).apply(usage.group(1), settings, names(), problems);
        settings.get("input").assign(List.of("text8"), "--input", problems);
        settings.get("output").assign(List.of("vectors"), "--output", problems);
        command.groups().forEach(group -> group.validate(problems));
        command.validate(problems);
        assertThat(problems.all()).isEmpty();
    }

    /** The file with its keys switched on. */
    private static String uncommented() throws IOException {
        return Files.readAllLines(CONF.resolve("wordloom.conf")).stream()
                .map(line -> line.replaceFirst("^# (?=[a-z.-]+ = )", ""))
                .collect(Collectors.joining("\n"));
    }

    /** What may stand before a key that holds for a command: nothing, the first of its words, or more of them. */
    private static Stream<String> prefixes(String command) {
        String path = command.replace(' ', '.') + ".";
        return IntStream.rangeClosed(0, path.length())
                .filter(end -> end == 0 || path.charAt(end - 1) == '.')
                .mapToObj(end -> path.substring(0, end));
    }

    private static CommandEntry entry(String name) {
        return CommandList.of(List.of(name.split(" "))).orElseThrow();
    }

    private static Map<String, Setting<?>> settings(CommandEntry entry) {
        return new CommandSyntax(entry, entry.factory().get()).settings();
    }

    private static Set<String> known() {
        return CommandList.all().stream()
                .flatMap(entry -> settings(entry).keySet().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> names() {
        return new LinkedHashSet<>(CommandList.names());
    }
}
