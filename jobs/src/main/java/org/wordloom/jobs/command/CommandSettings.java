package org.wordloom.jobs.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wordloom.base.Problems;
import org.wordloom.jobs.model.FileAccess;
import org.wordloom.jobs.setting.SettingGroup;

/**
 * Fills a command's settings: first from {@code conf/wordloom.conf}, then from the file that {@code --config} names, then
 * from the command line, so that the later wins. All mistakes are reported together.
 */
final class CommandSettings {
    /** The environment variable with the folder of {@code wordloom.conf}; set by bin/wordloom. */
    private static final String CONF_VARIABLE = "WORDLOOM_CONF_DIR";

    private static final String SITE_FILE = "wordloom.conf";

    private final Map<String, String> environment;
    private final CommandEntry entry;
    private final Command command;
    private final CommandSyntax syntax;

    CommandSettings(CommandEntry entry, Command command, Map<String, String> environment) {
        this.environment = environment;
        this.entry = entry;
        this.command = command;
        this.syntax = new CommandSyntax(entry, command);
    }

    void read(List<String> arguments) {
        Problems problems = new Problems();
        CommandSyntax.Parsed parsed = syntax.parse(arguments, problems);
        readSiteFile(problems);
        readConfigFile(parsed, problems);
        syntax.apply(parsed, problems);
        for (SettingGroup group : command.groups()) {
            group.validate(problems);
        }
        command.common().validate(problems);
        command.validate(problems);
        problems.throwIfAny();
    }

    private void readSiteFile(Problems problems) {
        String folder = environment.get(CONF_VARIABLE);
        if (folder == null || !configurable()) {
            return;
        }
        Path file = Path.of(folder, SITE_FILE);
        if (Files.isRegularFile(file)) {
            String text = FileAccess.of(file.toString()).text();
            // The file as it ships is all comments: then the configuration library need not even be loaded.
            if (text.lines().anyMatch(line -> !line.isBlank() && !line.strip().startsWith("#"))) {
                ConfigFile.parse(text, file.toString())
                        .applyDefaults(entry.name(), syntax.settings(), optionsOfAllCommands(), names(), problems);
            }
        }
    }

    private void readConfigFile(CommandSyntax.Parsed parsed, Problems problems) {
        List<String> named = parsed.options().getOrDefault("config", List.of());
        // One without a name is refused with the other options.
        if (named.size() == 1 && !named.get(0).isBlank()) {
            ConfigFile.parse(FileAccess.of(named.get(0)).text(), named.get(0))
                    .apply(entry.name(), syntax.settings(), names(), problems);
        }
    }

    private static Set<String> names() {
        return new LinkedHashSet<>(CommandList.names());
    }

    private boolean configurable() {
        return syntax.names().contains("config");
    }

    private static Set<String> optionsOfAllCommands() {
        Set<String> names = new HashSet<>();
        for (CommandEntry entry : CommandList.all()) {
            names.addAll(new CommandSyntax(entry, entry.factory().get()).names());
        }
        return names;
    }
}
