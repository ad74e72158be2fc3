package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.wordloom.tokenizer.Padding;
import org.wordloom.tokenizer.Truncation;

/** Truncation and padding in {@code tokenizer.json}. */
final class LengthJson {
    /** Padding to more than this is a slip or an attack. */
    private static final int LONGEST = 1 << 24;

    private LengthJson() {}

    static Truncation truncation(JsonObject json) {
        return new Truncation(
                json.integer("max_length", 0, Integer.MAX_VALUE),
                strategy(json),
                json.integer("stride", 0, Integer.MAX_VALUE),
                JsonFields.direction(json));
    }

    static void write(Truncation truncation, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("direction", truncation.direction().label());
        out.writeNumberField("max_length", truncation.maxLength());
        out.writeStringField("strategy", truncation.strategy().label());
        out.writeNumberField("stride", truncation.stride());
        out.writeEndObject();
    }

    static Padding padding(JsonObject json) {
        return new Padding(
                fixedLength(json),
                json.integer("pad_to_multiple_of", 0, LONGEST, 0),
                JsonFields.direction(json),
                json.integer("pad_id", 0, Integer.MAX_VALUE),
                json.string("pad_token"),
                json.integer("pad_type_id", 0, Integer.MAX_VALUE));
    }

    static void write(Padding padding, JsonGenerator out) throws IOException {
        out.writeStartObject();
        if (padding.fixedLength() == 0) {
            out.writeStringField("strategy", "BatchLongest");
        } else {
            out.writeObjectFieldStart("strategy");
            out.writeNumberField("Fixed", padding.fixedLength());
            out.writeEndObject();
        }
        out.writeStringField("direction", padding.direction().label());
        if (padding.multipleOf() == 0) {
            out.writeNullField("pad_to_multiple_of");
        } else {
            out.writeNumberField("pad_to_multiple_of", padding.multipleOf());
        }
        out.writeNumberField("pad_id", padding.id());
        out.writeNumberField("pad_type_id", padding.typeId());
        out.writeStringField("pad_token", padding.piece());
        out.writeEndObject();
    }

    private static Truncation.Strategy strategy(JsonObject json) {
        String label = json.string("strategy");
        for (Truncation.Strategy strategy : Truncation.Strategy.values()) {
            if (strategy.label().equals(label)) {
                return strategy;
            }
        }
        throw json.wrong("strategy", "LongestFirst, OnlyFirst or OnlySecond", label);
    }

    private static int fixedLength(JsonObject json) {
        if (json.isString("strategy")) {
            if (!json.string("strategy").equals("BatchLongest")) {
                throw json.wrong("strategy", "BatchLongest or an object with Fixed", json.string("strategy"));
            }
            return 0;
        }
        return json.object("strategy").integer("Fixed", 1, LONGEST);
    }
}
