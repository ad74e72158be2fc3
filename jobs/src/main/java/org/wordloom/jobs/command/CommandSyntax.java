package org.wordloom.jobs.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.wordloom.base.Problems;
import org.wordloom.jobs.setting.NearestName;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.Setting.Arity;
import org.wordloom.jobs.setting.SettingGroup;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The bridge between a command's settings and picocli, which splits the arguments and lays out the help text. Built
 * without annotations, since looking for those would cost a good part of the start of a short command.
 */
final class CommandSyntax {
    private static final int HELP_WIDTH = 100;

    private final CommandEntry entry;
    private final Command command;
    private final CommandLine picocli;
    private final Map<String, Setting<?>> settings = new LinkedHashMap<>();

    CommandSyntax(CommandEntry entry, Command command) {
        this.entry = entry;
        this.command = command;
        CommandSpec spec = CommandSpec.create().name("wordloom " + entry.name());
        spec.usageMessage()
                .description(entry.summary())
                .width(HELP_WIDTH)
                .sortOptions(false)
                .abbreviateSynopsis(true)
                .footer(command.examples().toArray(String[]::new));
        command.operands().ifPresent(operands -> spec.addPositional(positional(operands)));
        groups().forEach(group -> spec.addArgGroup(section(group)));
        spec.parser()
                .collectErrors(true)
                .unmatchedArgumentsAllowed(true)
                .unmatchedOptionsArePositionalParams(false)
                .unmatchedOptionsAllowedAsOptionParameters(false)
                .overwrittenOptionsAllowed(false)
                .trimQuotes(false);
        picocli = new CommandLine(spec);
        groups().forEach(group -> group.settings().forEach(setting -> settings.put(setting.name(), setting)));
    }

    Map<String, Setting<?>> settings() {
        return settings;
    }

    Set<String> names() {
        return settings.keySet();
    }

    String help() {
        return picocli.getUsageMessage();
    }

    /** Splits the arguments; nothing is set yet. */
    Parsed parse(List<String> arguments, Problems problems) {
        ParseResult result = picocli.parseArgs(arguments.toArray(String[]::new));
        for (Exception error : result.errors()) {
            problems.add(clear(error));
        }
        for (String unmatched : result.unmatched()) {
            problems.add(unknown(unmatched));
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (OptionSpec option : result.matchedOptions()) {
            values.put(option.longestName().substring(2), option.stringValues());
        }
        List<String> operands = result.matchedPositionals().stream()
                .flatMap(positional -> positional.stringValues().stream())
                .toList();
        return new Parsed(values, operands);
    }

    /** Sets what the command line named. */
    void apply(Parsed parsed, Problems problems) {
        parsed.options().forEach((name, texts) -> settings.get(name).assign(texts, "--" + name, problems));
        if (!parsed.operands().isEmpty()) {
            command.operands().orElseThrow().assign(parsed.operands(), "operands", problems);
        }
    }

    /**
     * What the command line says.
     *
     * @param options the texts of each option that was named
     * @param operands what stands beside options
     */
    record Parsed(Map<String, List<String>> options, List<String> operands) {}

    private List<SettingGroup> groups() {
        return Stream.concat(command.groups().stream(), Stream.of(command.common())).toList();
    }

    private String unknown(String argument) {
        if (!argument.startsWith("-")) {
            return "unexpected argument '" + argument + "'";
        }
        String name = argument.replaceFirst("=.*", "");
        List<String> known = names().stream().map(other -> "--" + other).toList();
        return "unknown option " + name + NearestName.suggestion(name, known) + "; see wordloom help " + entry.name();
    }

    private static String clear(Exception error) {
        if (error instanceof ParameterException parameter && parameter.getArgSpec() instanceof OptionSpec option) {
            String name = option.longestName();
            if (error instanceof CommandLine.OverwrittenOptionException) {
                return name + " is given twice";
            }
            if (error instanceof CommandLine.MissingParameterException) {
                return name + " needs " + (option.arity().min() > 1 ? option.arity().min() + " values" : "a value");
            }
        }
        return error.getMessage();
    }

    private static ArgGroupSpec section(SettingGroup group) {
        ArgGroupSpec.Builder section = ArgGroupSpec.builder()
                .validate(false)
                .heading("%n" + group.title() + ":%n");
        group.settings().forEach(setting -> section.addArg(option(setting)));
        return section.build();
    }

    private static OptionSpec option(Setting<?> setting) {
        OptionSpec.Builder option = OptionSpec.builder("--" + setting.name()).description(describe(setting));
        return switch (setting.arity()) {
            case FLAG -> option.type(boolean.class).arity("0").build();
            case ONE -> option.type(String.class).arity("1").paramLabel(setting.label()).build();
            case MANY -> many(option, "1..*", setting.label()).build();
            case THREE -> many(option, "3", setting.label()).hideParamSyntax(true).build();
        };
    }

    private static OptionSpec.Builder many(OptionSpec.Builder option, String arity, String label) {
        return option.type(List.class).auxiliaryTypes(String.class).arity(arity).paramLabel(label);
    }

    private static PositionalParamSpec positional(Setting<?> setting) {
        return PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .index("0..*")
                .arity("0..*")
                .paramLabel(setting.label())
                .description(setting.help())
                .build();
    }

    /** The help of a setting with its default, which comes from the options themselves. */
    private static String[] describe(Setting<?> setting) {
        List<String> lines = new ArrayList<>(List.of(setting.help().replace("%", "%%")));
        Object value = setting.value();
        boolean none = value == null || value.equals("") || value instanceof List<?> list && list.isEmpty();
        if (setting.arity() != Arity.FLAG && !none) {
            lines.set(0, lines.get(0) + " [" + value + "]");
        }
        return lines.toArray(String[]::new);
    }
}
