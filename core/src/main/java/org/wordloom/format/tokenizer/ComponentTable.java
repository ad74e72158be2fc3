package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * The components of one kind that {@code tokenizer.json} has: for each the name of its type, how it is read and how it is
 * written.
 *
 * @param <T> the kind
 */
final class ComponentTable<T> {
    private final String kind;
    private final Map<String, Function<JsonObject, ? extends T>> readers = new LinkedHashMap<>();
    private final Map<Class<?>, Entry<T>> writers = new LinkedHashMap<>();

    /** @param kind what messages call it, such as "normalizer" */
    ComponentTable(String kind) {
        this.kind = kind;
    }

    /** A component with the fields that {@code writer} writes. */
    <C extends T> ComponentTable<T> add(
            String type, Class<C> component, Function<JsonObject, C> reader, FieldWriter<C> writer) {
        readers.put(type, reader);
        writers.put(component, new Entry<>(type, (value, out) -> writer.write(component.cast(value), out)));
        return this;
    }

    /** A component without fields. */
    <C extends T> ComponentTable<T> add(String type, Class<C> component, C value) {
        return add(type, component, json -> value, (written, out) -> {});
    }

    /** Another name of a type, which is read but not written. */
    ComponentTable<T> alias(String other, String type) {
        readers.put(other, readers.get(type));
        return this;
    }

    T read(JsonObject json) {
        String type = json.string("type");
        Function<JsonObject, ? extends T> reader = readers.get(type);
        if (reader == null) {
            throw json.wrong("type", "a " + kind + " of " + String.join(", ", readers.keySet()), "'" + type + "'");
        }
        return reader.apply(json);
    }

    /** Writes a whole object. */
    void write(T component, JsonGenerator out) throws IOException {
        Entry<T> entry = writers.get(component.getClass());
        if (entry == null) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "the " + kind + " " + component.getClass().getSimpleName()
                            + " cannot be written to tokenizer.json, which has no such component");
        }
        out.writeStartObject();
        out.writeStringField("type", entry.type());
        entry.writer().write(component, out);
        out.writeEndObject();
    }

    /** Writes the fields of a component but {@code type}. */
    @FunctionalInterface
    interface FieldWriter<C> {
        void write(C component, JsonGenerator out) throws IOException;
    }

    private record Entry<T>(String type, FieldWriter<T> writer) {}
}
