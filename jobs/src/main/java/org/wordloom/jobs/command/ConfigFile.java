package org.wordloom.jobs.command;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.jobs.setting.NearestName;
import org.wordloom.jobs.setting.Setting;

/**
 * A HOCON file of options. A key is an option's name without the dashes. An object named as a command holds options of
 * that command only: {@code train { skipgram { rate = 0.025 } }}.
 */
final class ConfigFile {
    private final String name;
    private final ConfigObject root;

    private ConfigFile(String name, ConfigObject root) {
        this.name = name;
        this.root = root;
    }

    /** @param name how errors call the file */
    static ConfigFile parse(String text, String name) {
        try {
            ConfigParseOptions options = ConfigParseOptions.defaults().setOriginDescription(name);
            Config config =
                    ConfigFactory.parseReader(new StringReader(text), options).resolve();
            return new ConfigFile(name, config.root());
        } catch (ConfigException e) {
            throw new WordloomException(ExitCode.USAGE, "configuration " + oneLine(e.getMessage()), e);
        }
    }

    /**
     * Sets what the file says.
     *
     * @param command the running command, one or two words
     * @param settings its options by name
     * @param commands all commands
     */
    void apply(String command, Map<String, Setting<?>> settings, Set<String> commands, Problems problems) {
        chosen(command, commands, problems).forEach((key, value) -> {
            Setting<?> setting = settings.get(key);
            if (setting != null) {
                setting.assign(texts(value), place(value, key), problems);
            } else {
                problems.add(
                        "%s: unknown key for wordloom %s%s",
                        place(value, key), command, NearestName.suggestion(key, settings.keySet()));
            }
        });
    }

    /**
     * Sets defaults: a file for all commands may hold options of others.
     *
     * @param known the options of all commands
     */
    void applyDefaults(
            String command,
            Map<String, Setting<?>> settings,
            Set<String> known,
            Set<String> commands,
            Problems problems) {
        chosen(command, commands, problems).forEach((key, value) -> {
            Setting<?> setting = settings.get(key);
            if (setting != null) {
                setting.assignDefault(texts(value), place(value, key), problems);
            } else {
                problems.require(
                        known.contains(key),
                        "%s: unknown key%s",
                        place(value, key),
                        NearestName.suggestion(key, known));
            }
        });
    }

    private Map<String, ConfigValue> chosen(String command, Set<String> commands, Problems problems) {
        Map<String, ConfigValue> chosen = new LinkedHashMap<>();
        collect(root, "", command, commands, chosen, problems);
        return chosen;
    }

    /** Inner objects come after the plain keys around them, so that what is said for one command wins. */
    private void collect(
            ConfigObject object,
            String path,
            String command,
            Set<String> commands,
            Map<String, ConfigValue> chosen,
            Problems problems) {
        object.forEach((key, value) -> {
            if (value.valueType() != ConfigValueType.OBJECT) {
                chosen.put(key, value);
            }
        });
        object.forEach((key, value) -> {
            if (value instanceof ConfigObject inner) {
                String inside = path.isEmpty() ? key : path + " " + key;
                if (isOrBegins(command, inside)) {
                    collect(inner, inside, command, commands, chosen, problems);
                } else if (commands.stream().noneMatch(other -> isOrBegins(other, inside))) {
                    problems.add("%s: no command is called '%s'", place(value, key), inside);
                }
            }
        });
    }

    private static boolean isOrBegins(String command, String words) {
        return command.equals(words) || command.startsWith(words + " ");
    }

    private String place(ConfigValue value, String key) {
        int line = value.origin().lineNumber();
        return line > 0 ? name + " line " + line + ": " + key : name + ": " + key;
    }

    private static List<String> texts(ConfigValue value) {
        if (value instanceof ConfigList list) {
            return list.stream().map(each -> String.valueOf(each.unwrapped())).toList();
        }
        return List.of(String.valueOf(value.unwrapped()));
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\s+", " ");
    }
}
