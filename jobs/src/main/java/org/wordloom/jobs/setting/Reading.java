package org.wordloom.jobs.setting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the text of an option becomes its value.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface Reading<T> {
    /** @throws IllegalArgumentException whose message says what was expected, to follow "'x' is …" */
    T read(List<String> texts);

    static Reading<String> text() {
        return texts -> one(texts);
    }

    static Reading<List<String>> texts() {
        return List::copyOf;
    }

    static Reading<Boolean> flag() {
        return texts -> switch (one(texts).toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    static Reading<Integer> integer() {
        return texts -> {
            try {
                return Integer.valueOf(one(texts));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("not a whole number up to " + Integer.MAX_VALUE, e);
            }
        };
    }

    static Reading<Long> whole() {
        return texts -> {
            try {
                return Long.valueOf(one(texts));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("not a whole number", e);
            }
        };
    }

    static Reading<Double> real() {
        return texts -> {
            double value = number(one(texts));
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("not a finite number");
            }
            return value;
        };
    }

    /** One of an enumeration's values, written as {@link #nameOf} writes them. */
    static <E extends Enum<E>> Reading<E> choice(Class<E> type) {
        return texts -> {
            String text = one(texts);
            List<String> names = namesOf(type);
            int index = names.indexOf(text.toLowerCase(Locale.ROOT));
            if (index < 0) {
                throw new IllegalArgumentException(
                        "none of " + String.join(", ", names) + NearestName.suggestion(text, names));
            }
            return type.getEnumConstants()[index];
        };
    }

    /** A constant's name as the command line writes it: {@code DICTIONARY_LONGEST} is {@code dictionary-longest}. */
    static String nameOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> List<String> namesOf(Class<E> type) {
        return new ArrayList<>(
                Arrays.stream(type.getEnumConstants()).map(Reading::nameOf).toList());
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("not a number", e);
        }
    }

    private static String one(List<String> texts) {
        if (texts.size() != 1) {
            throw new IllegalArgumentException("not one value but " + texts.size());
        }
        return texts.get(0);
    }
}
