package org.wordloom.jobs.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The bridge between a command's settings and picocli, which splits the arguments and lays out the help text. Built
 * without annotations, since looking for those would cost a good part of the start of a short command.
 */
final class CommandSyntax {
    private static final int HELP_WIDTH = 100;
    /** No argument of a process can hold it. */
    private static final String MARK = "\0";

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
                .customSynopsis(synopsis(entry, command))
                .footer(command.examples().toArray(String[]::new));
        command.operands().ifPresent(operands -> spec.addPositional(positional(operands)));
        groups().forEach(group -> spec.addArgGroup(section(group)));
        spec.parser()
                .collectErrors(true)
                .unmatchedArgumentsAllowed(true)
                .unmatchedOptionsArePositionalParams(false)
                .unmatchedOptionsAllowedAsOptionParameters(false)
                .overwrittenOptionsAllowed(true)
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
        List<String> marked =
                arguments.stream().map(CommandSyntax::markAttachedDash).toList();
        ParseResult result = picocli.parseArgs(marked.toArray(String[]::new));
        // An unknown option is told below; after one of many values picocli tells it too.
        result.errors().stream()
                .filter(error -> !(error instanceof UnmatchedArgumentException))
                .forEach(error -> problems.add(clear(error)));
        unknown(result.unmatched(), marked).forEach(problems::add);
        Map<String, List<String>> values = new LinkedHashMap<>();
        // An option stands there as often as it was given, each time with all of its values.
        for (OptionSpec option : new LinkedHashSet<>(result.matchedOptions())) {
            String name = option.longestName().substring(2);
            List<String> texts = withoutMarks(option.stringValues());
            if (takesOne(settings.get(name).arity()) && texts.size() > 1) {
                problems.add("--%s is given twice", name);
                texts = texts.subList(0, 1);
            }
            values.put(name, texts);
        }
        List<String> operands = result.matchedPositionals().stream()
                .flatMap(positional -> withoutMarks(positional.stringValues()).stream())
                .toList();
        return new Parsed(values, operands);
    }

    private static boolean takesOne(Arity arity) {
        return arity == Arity.ONE || arity == Arity.FLAG_WITH_VALUE;
    }

    /** The value in {@code --input=-a.txt} is one, though picocli takes whatever begins with a dash for an option. */
    private static String markAttachedDash(String argument) {
        return argument.replaceFirst("^(-[^=]*=)-", "$1" + MARK + "-");
    }

    private static List<String> withoutMarks(List<String> texts) {
        return texts.stream().map(text -> text.replace(MARK, "")).toList();
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
        return Stream.concat(command.groups().stream(), Stream.of(command.common()))
                .toList();
    }

    /** One problem for each unknown argument; what follows an unknown option is taken for its value. */
    private List<String> unknown(List<String> unmatched, List<String> arguments) {
        List<String> messages = new ArrayList<>();
        for (int i = 0; i < unmatched.size(); i++) {
            String argument = unmatched.get(i);
            messages.add(unknown(argument));
            int place = arguments.indexOf(argument);
            boolean takesNext = argument.startsWith("-") && !argument.contains("=") && place + 1 < arguments.size();
            if (takesNext
                    && i + 1 < unmatched.size()
                    && unmatched.get(i + 1).equals(arguments.get(place + 1))
                    && !unmatched.get(i + 1).startsWith("-")) {
                i++;
            }
        }
        return messages;
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
        if (error instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            ArgSpec argument = missing.getMissing().get(0);
            String values = argument.arity().min() > 1 ? argument.arity().min() + " values" : "a value";
            return ((OptionSpec) argument).longestName() + " needs " + values;
        }
        return error.getMessage();
    }

    private static String synopsis(CommandEntry entry, Command command) {
        String operands =
                command.operands().map(setting -> " [" + setting.label() + "…]").orElse("");
        return "wordloom " + entry.name() + " [OPTION…]" + operands;
    }

    private static ArgGroupSpec section(SettingGroup group) {
        ArgGroupSpec.Builder section = ArgGroupSpec.builder().validate(false).heading("%n" + group.title() + ":%n");
        group.settings().forEach(setting -> section.addArg(option(setting)));
        return section.build();
    }

    private static OptionSpec option(Setting<?> setting) {
        OptionSpec.Builder option = OptionSpec.builder(names(setting)).description(describe(setting));
        return switch (setting.arity()) {
            case FLAG -> option.type(boolean.class).arity("0").build();
            case FLAG_WITH_VALUE ->
                option.type(String.class)
                        .arity("0..1")
                        .fallbackValue("true")
                        .paramLabel(setting.label())
                        .build();
            case ONE ->
                option.type(String.class).arity("1").paramLabel(setting.label()).build();
            case MANY -> many(option, "1..*", setting.label()).build();
            case THREE ->
                many(option, "3", setting.label()).hideParamSyntax(true).build();
        };
    }

    /** A name of one letter is understood with one dash too. */
    private static String[] names(Setting<?> setting) {
        String full = "--" + setting.name();
        return setting.name().length() == 1 ? new String[] {"-" + setting.name(), full} : new String[] {full};
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
        String help = setting.help().replace("%", "%%");
        String value = setting.text();
        if (setting.arity() != Arity.FLAG && !value.isEmpty()) {
            return new String[] {help + " [" + value + "]"};
        }
        return new String[] {help};
    }
}
