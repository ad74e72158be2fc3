package org.wordloom.bench.gpu;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Named figures in the order of their measurement: lines of a table as they come, and one JSON object at the end. */
final class Figures {
    private static final int NAME_WIDTH = 44;

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Keeps a number, a truth value or a text, and prints it. */
    void put(String name, Object value) {
        values.put(name, value);
        System.out.printf(Locale.ROOT, "%-" + NAME_WIDTH + "s %s%n", name, readable(value));
    }

    private static String readable(Object value) {
        return value instanceof Double number ? String.format(Locale.ROOT, "%.4g", number) : String.valueOf(value);
    }

    String json() {
        StringBuilder json = new StringBuilder("{\n");
        values.forEach((name, value) -> json.append(json.length() > 2 ? ",\n  " : "  ")
                .append(quoted(name))
                .append(": ")
                .append(jsonValue(value)));
        return json.append("\n}\n").toString();
    }

    private static String jsonValue(Object value) {
        if (value instanceof Double number && !Double.isFinite(number)) {
            return "null";
        }
        return value instanceof Number || value instanceof Boolean ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
