package org.wordloom.jobs.command;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
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
    private final ConfigObject root;

    private ConfigFile(ConfigObject root) {
        this.root = root;
    }

    /** @param name how errors call the file; those that it includes lie beside it */
    static ConfigFile parse(String text, String name) {
        try {
            Config config = ConfigFactory.parseReader(new StringReader(text), ConfigIncludes.optionsFor(name))
                    .resolve();
            return new ConfigFile(config.root());
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
                if (holdsValue(key, value, problems)) {
                    setting.assign(texts(value), place(value, key), problems);
                }
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
                if (holdsValue(key, value, problems)) {
                    setting.assignDefault(texts(value), place(value, key), problems);
                }
            } else {
                problems.require(
                        known.contains(key),
                        "%s: unknown key%s",
                        place(value, key),
                        NearestName.suggestion(key, known));
            }
        });
    }

    /** Whether there is something to set: null takes back what an included file said. */
    private static boolean holdsValue(String key, ConfigValue value, Problems problems) {
        problems.require(
                !key.equals("config"),
                "%s: a file cannot be named so in another one; write include \"FILE\"",
                place(value, key));
        return value.valueType() != ConfigValueType.NULL;
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

    /** The file, which may be an included one, the line and the key. */
    private static String place(ConfigValue value, String key) {
        String file = value.origin().description().replaceFirst(": [0-9]+(-[0-9]+)?$", "");
        int line = value.origin().lineNumber();
        return line > 0 ? file + " line " + line + ": " + key : file + ": " + key;
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
