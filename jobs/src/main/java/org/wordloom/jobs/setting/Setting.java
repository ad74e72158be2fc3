package org.wordloom.jobs.setting;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wordloom.base.Problems;

/**
 * One option of the command line, which is at the same time a key of configuration files: {@code --dim} and
 * {@code dim}. It knows no default of its own: it shows what the options object holds before anything was set.
 *
 * @param <T> its value
 */
public final class Setting<T> {
    /** How many values an option takes on the command line. */
    public enum Arity {
        /** None: naming it says true. */
        FLAG,
        /** None or one: naming it alone says true, as with a flag, but false can be said too. */
        FLAG_WITH_VALUE,
        ONE,
        /** One or more, up to the next option; naming it again adds to them. */
        MANY,
        /** Exactly three. */
        THREE
    }

    private final String name;
    private final Arity arity;
    private final String label;
    private final String help;
    private final Reading<T> reading;
    private final Supplier<T> current;
    private final Consumer<T> target;
    private boolean blankRefused;
    private boolean explicit;

    /**
     * @param name without the dashes
     * @param label what stands for the value in help texts
     * @param help one phrase; the default is added to it
     * @param current the value now: the default before anything was set; may give null for "none"
     * @param target receives the value
     */
    public Setting(
            String name,
            Arity arity,
            String label,
            String help,
            Reading<T> reading,
            Supplier<T> current,
            Consumer<T> target) {
        this.name = name;
        this.arity = arity;
        this.label = label;
        this.help = help;
        this.reading = reading;
        this.current = current;
        this.target = target;
    }

    public static Setting<Boolean> flag(String name, String help, Supplier<Boolean> current, Consumer<Boolean> target) {
        return new Setting<>(name, Arity.FLAG, "", help, Reading.flag(), current, target);
    }

    /** A flag that can be taken back, {@code --name false}: for what is true by default. */
    public static Setting<Boolean> flagWithValue(
            String name, String help, Supplier<Boolean> current, Consumer<Boolean> target) {
        return new Setting<>(name, Arity.FLAG_WITH_VALUE, "true|false", help, Reading.flag(), current, target);
    }

    public static Setting<Integer> integer(
            String name, String help, Supplier<Integer> current, Consumer<Integer> target) {
        return new Setting<>(name, Arity.ONE, "N", help, Reading.integer(), current, target);
    }

    public static Setting<Long> whole(String name, String help, Supplier<Long> current, Consumer<Long> target) {
        return new Setting<>(name, Arity.ONE, "N", help, Reading.whole(), current, target);
    }

    public static Setting<Double> real(String name, String help, Supplier<Double> current, Consumer<Double> target) {
        return new Setting<>(name, Arity.ONE, "X", help, Reading.real(), current, target);
    }

    public static Setting<String> text(
            String name, String label, String help, Supplier<String> current, Consumer<String> target) {
        return new Setting<>(name, Arity.ONE, label, help, Reading.text(), current, target);
    }

    public static Setting<List<String>> texts(
            String name, String label, String help, Supplier<List<String>> current, Consumer<List<String>> target) {
        return new Setting<>(name, Arity.MANY, label, help, Reading.texts(), current, target);
    }

    /** The name of a file or folder, which is not empty where it is given. */
    public static Setting<String> path(
            String name, String label, String help, Supplier<String> current, Consumer<String> target) {
        return text(name, label, help, current, target).refusingBlank();
    }

    /** Names of files or folders, none of which is empty. */
    public static Setting<List<String>> paths(
            String name, String label, String help, Supplier<List<String>> current, Consumer<List<String>> target) {
        return texts(name, label, help, current, target).refusingBlank();
    }

    private Setting<T> refusingBlank() {
        blankRefused = true;
        return this;
    }

    public static <E extends Enum<E>> Setting<E> choice(
            String name, Class<E> type, String help, Supplier<E> current, Consumer<E> target) {
        String label = String.join("|", Reading.namesOf(type));
        return new Setting<>(name, Arity.ONE, label, help, Reading.choice(type), current, target);
    }

    /**
     * Sets the value from text.
     *
     * @param origin how errors call the place that the text comes from: {@code --dim}, {@code my.conf: dim}
     */
    public void assign(List<String> texts, String origin, Problems problems) {
        assignDefault(texts, origin, problems);
        problems.require(!blankRefused || texts.stream().noneMatch(String::isBlank), "%s is empty", origin);
        explicit = true;
    }

    /** As {@link #assign}, but for a default of the site: it contradicts nothing that the user asks for. */
    public void assignDefault(List<String> texts, String origin, Problems problems) {
        try {
            target.accept(reading.read(texts));
        } catch (IllegalArgumentException e) {
            problems.add("%s: '%s' is %s", origin, String.join(" ", texts), e.getMessage());
        }
    }

    public String name() {
        return name;
    }

    public Arity arity() {
        return arity;
    }

    public String label() {
        return label;
    }

    public String help() {
        return help;
    }

    /** Whether the user set it, on the command line or in the file that {@code --config} names. */
    public boolean isExplicit() {
        return explicit;
    }

    /** The value now; null when there is none. */
    public Object value() {
        Object value = current.get();
        return value instanceof Enum<?> constant ? Reading.nameOf(constant) : value;
    }

    /** The value as one would type it; empty when there is none. */
    public String text() {
        Object value = value();
        if (value == null) {
            return "";
        }
        if (value instanceof Double number) {
            return text(number);
        }
        if (value instanceof List<?> list) {
            return String.join(" ", list.stream().map(String::valueOf).toList());
        }
        return String.valueOf(value);
    }

    /** Without the ".0" of whole numbers, and small ones as 1e-4. */
    private static String text(double number) {
        return Double.toString(number).replaceFirst("\\.0(?=$|E)", "").replace('E', 'e');
    }
}
