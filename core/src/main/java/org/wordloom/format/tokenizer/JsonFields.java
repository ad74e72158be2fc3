package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.wordloom.tokenizer.Direction;
import org.wordloom.tokenizer.TextPattern;
import org.wordloom.tokenizer.pretokenizer.Metaspace;
import org.wordloom.tokenizer.pretokenizer.Metaspace.PrependScheme;
import org.wordloom.tokenizer.pretokenizer.SplitBehavior;

/** Fields that components of several kinds have. */
final class JsonFields {
    private JsonFields() {}

    static int codePoint(JsonObject json, String field) {
        String text = json.string(field);
        if (text.codePointCount(0, text.length()) != 1) {
            throw json.wrong(field, "one character", "'" + text + "'");
        }
        return text.codePointAt(0);
    }

    static TextPattern pattern(JsonObject json) {
        JsonObject pattern = json.object("pattern");
        if (pattern.has("String")) {
            return TextPattern.literal(pattern.string("String"));
        }
        if (!pattern.has("Regex")) {
            throw json.wrong("pattern", "an object with String or Regex", "neither");
        }
        return pattern.naming("Regex", () -> TextPattern.regex(pattern.string("Regex")));
    }

    static void write(TextPattern pattern, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("pattern");
        out.writeStringField(pattern.isRegex() ? "Regex" : "String", pattern.source());
        out.writeEndObject();
    }

    static SplitBehavior behavior(JsonObject json, SplitBehavior absent) {
        if (!json.has("behavior") && absent != null) {
            return absent;
        }
        String label = json.string("behavior");
        for (SplitBehavior behavior : SplitBehavior.values()) {
            if (behavior.label().equals(label)) {
                return behavior;
            }
        }
        throw json.wrong("behavior", "Removed, Isolated, MergedWithPrevious, MergedWithNext or Contiguous", label);
    }

    static Direction direction(JsonObject json) {
        String label = json.string("direction", Direction.RIGHT.label());
        for (Direction direction : Direction.values()) {
            if (direction.label().equals(label)) {
                return direction;
            }
        }
        throw json.wrong("direction", "Left or Right", label);
    }

    /** Also in the older form, which has {@code add_prefix_space} and no scheme. */
    static Metaspace metaspace(JsonObject json) {
        PrependScheme scheme = prependScheme(json);
        if (json.has("add_prefix_space") && !json.flag("add_prefix_space")) {
            if (json.has("prepend_scheme") && scheme != PrependScheme.NEVER) {
                throw json.wrong("add_prefix_space", "true, as prepend_scheme has it", "false");
            }
            scheme = PrependScheme.NEVER;
        }
        return new Metaspace(codePoint(json, "replacement"), scheme, json.flag("split", true));
    }

    static void write(Metaspace metaspace, JsonGenerator out) throws IOException {
        out.writeStringField("replacement", Character.toString(metaspace.replacement()));
        out.writeStringField("prepend_scheme", metaspace.prependScheme().label());
        out.writeBooleanField("split", metaspace.split());
    }

    static void writeByteLevel(boolean addPrefixSpace, boolean trimOffsets, boolean useRegex, JsonGenerator out)
            throws IOException {
        out.writeBooleanField("add_prefix_space", addPrefixSpace);
        out.writeBooleanField("trim_offsets", trimOffsets);
        out.writeBooleanField("use_regex", useRegex);
    }

    private static PrependScheme prependScheme(JsonObject json) {
        String label = json.string("prepend_scheme", PrependScheme.ALWAYS.label());
        for (PrependScheme scheme : PrependScheme.values()) {
            if (scheme.label().equals(label)) {
                return scheme;
            }
        }
        throw json.wrong("prepend_scheme", "first, never or always", label);
    }
}
