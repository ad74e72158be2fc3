package org.wordloom.format.tokenizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * A JSON object that was read, with its place in the file for messages. Values are {@code Map}, {@code List},
 * {@code String}, {@code Long}, {@code Double}, {@code Boolean} or null.
 */
final class JsonObject {
    private final String file;
    private final String path;
    private final Map<String, Object> fields;

    JsonObject(String file, String path, Map<String, Object> fields) {
        this.file = file;
        this.path = path;
        this.fields = fields;
    }

    /** The names of all fields, in the file's order. */
    Set<String> names() {
        return fields.keySet();
    }

    /** Whether the field is there and not null. */
    boolean has(String field) {
        return fields.get(field) != null;
    }

    /** Whether the field is a string. */
    boolean isString(String field) {
        return fields.get(field) instanceof String;
    }

    /** Whether the field is an object. */
    boolean isObject(String field) {
        return fields.get(field) instanceof Map;
    }

    String string(String field) {
        return cast(field, required(field), String.class, "a string");
    }

    String string(String field, String absent) {
        return has(field) ? string(field) : absent;
    }

    boolean flag(String field) {
        return cast(field, required(field), Boolean.class, "true or false");
    }

    boolean flag(String field, boolean absent) {
        return has(field) ? flag(field) : absent;
    }

    /** A whole number in [{@code least}, {@code most}]. */
    int integer(String field, int least, int most) {
        long value = cast(field, required(field), Long.class, "a whole number");
        if (value < least || value > most) {
            throw wrong(field, "a number from " + least + " to " + most, Long.toString(value));
        }
        return (int) value;
    }

    int integer(String field, int least, int most, int absent) {
        return has(field) ? integer(field, least, most) : absent;
    }

    /** A number, whole or not. */
    double number(String field) {
        return cast(field, required(field), Number.class, "a number").doubleValue();
    }

    double number(String field, double absent) {
        return has(field) ? number(field) : absent;
    }

    JsonObject object(String field) {
        return asObject(field, required(field));
    }

    /** The elements of an array, unchecked. */
    List<?> list(String field) {
        return cast(field, required(field), List.class, "an array");
    }

    /** The elements of an array, which must all be strings. */
    List<String> strings(String field) {
        List<String> strings = new ArrayList<>();
        for (Object element : list(field)) {
            strings.add(cast(field + "[" + strings.size() + "]", element, String.class, "a string"));
        }
        return strings;
    }

    /** The elements of an array, which must all be whole numbers in [{@code least}, {@code most}]. */
    List<Integer> integers(String field, int least, int most) {
        List<Integer> integers = new ArrayList<>();
        for (Object element : list(field)) {
            String place = field + "[" + integers.size() + "]";
            long value = cast(place, element, Long.class, "a whole number");
            if (value < least || value > most) {
                throw wrong(place, "a number from " + least + " to " + most, Long.toString(value));
            }
            integers.add((int) value);
        }
        return integers;
    }

    /** The elements of an array, which must all be objects. */
    List<JsonObject> objects(String field) {
        List<JsonObject> objects = new ArrayList<>();
        for (Object element : list(field)) {
            objects.add(asObject(field + "[" + objects.size() + "]", element));
        }
        return objects;
    }

    /**
     * Pieces by id, from an object that maps each piece to its id. Ids may have gaps (null), but the largest must be
     * below twice the number of pieces plus {@code 65536}, so that a hostile id does not make a huge array.
     */
    String[] pieces(String field) {
        return object(field).pieces();
    }

    /** Pieces by id likewise, from this object. */
    String[] pieces() {
        long limit = 2L * fields.size() + 65536;
        long largest = -1;
        for (Map.Entry<String, Object> entry : fields.entrySet()) {
            long id = cast(entry.getKey(), entry.getValue(), Long.class, "an id");
            if (id < 0 || id >= limit) {
                throw wrong(entry.getKey(), "an id from 0 to " + (limit - 1), Long.toString(id));
            }
            largest = Math.max(largest, id);
        }
        String[] pieces = new String[(int) largest + 1];
        for (Map.Entry<String, Object> entry : fields.entrySet()) {
            int id = ((Long) entry.getValue()).intValue();
            if (pieces[id] != null) {
                throw wrong(entry.getKey(), "an id of its own", id + ", as '" + pieces[id] + "' has");
            }
            pieces[id] = entry.getKey();
        }
        return pieces;
    }

    /** The exception for a field whose value is not what it must be. */
    WordloomException wrong(String field, String expected, String found) {
        return new WordloomException(
                ExitCode.FORMAT,
                file + " is damaged or of another format, at " + Excerpt.of(place(field)) + ": expected " + expected
                        + ", found " + Excerpt.of(found));
    }

    /** What {@code reader} makes of a field; its error is told with the file and the place of the field. */
    <T> T naming(String field, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (WordloomException e) {
            throw new WordloomException(
                    e.exitCode(),
                    file + " is damaged or of another format, at " + Excerpt.of(place(field)) + ": "
                            + Excerpt.of(e.getMessage()),
                    e);
        }
    }

    /** The file and the place of a field in it, for messages. */
    String where(String field) {
        return file + " at " + place(field);
    }

    private Object required(String field) {
        Object value = fields.get(field);
        if (value == null) {
            throw wrong(field, "a value", fields.containsKey(field) ? "null" : "no such field");
        }
        return value;
    }

    private JsonObject asObject(String field, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        cast(field, value, Map.class, "an object").forEach((name, inner) -> copy.put((String) name, inner));
        return new JsonObject(file, place(field), copy);
    }

    private <T> T cast(String field, Object value, Class<T> type, String expected) {
        if (!type.isInstance(value)) {
            throw wrong(field, expected, value == null ? "null" : abbreviated(value));
        }
        return type.cast(value);
    }

    private String place(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }

    private static String abbreviated(Object value) {
        if (value instanceof Map<?, ?>) {
            return "an object";
        }
        if (value instanceof List<?>) {
            return "an array";
        }
        String text = value.toString();
        return "'" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "'";
    }
}
