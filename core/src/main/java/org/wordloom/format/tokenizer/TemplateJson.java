package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wordloom.tokenizer.postprocessor.TemplateProcessing;
import org.wordloom.tokenizer.postprocessor.TemplateProcessing.Part;
import org.wordloom.tokenizer.postprocessor.TemplateProcessing.Tokens;

/** The post-processor {@code TemplateProcessing} in {@code tokenizer.json}. */
final class TemplateJson {
    private TemplateJson() {}

    static TemplateProcessing read(JsonObject json) {
        List<Part> single = template(json, "single");
        List<Part> pair = template(json, "pair");
        Map<String, Tokens> tokens = tokens(json);
        return json.naming("special_tokens", () -> new TemplateProcessing(single, pair, tokens));
    }

    static void write(TemplateProcessing template, JsonGenerator out) throws IOException {
        write("single", template.single(), out);
        write("pair", template.pair(), out);
        out.writeObjectFieldStart("special_tokens");
        for (Map.Entry<String, Tokens> entry : template.specialTokens().entrySet()) {
            write(entry.getKey(), entry.getValue(), out);
        }
        out.writeEndObject();
    }

    private static List<Part> template(JsonObject json, String field) {
        List<Part> parts = new ArrayList<>();
        for (JsonObject part : json.objects(field)) {
            if (part.has("Sequence")) {
                JsonObject sequence = part.object("Sequence");
                String id = sequence.string("id");
                if (!id.equals("A") && !id.equals("B")) {
                    throw sequence.wrong("id", "A or B", "'" + id + "'");
                }
                parts.add(Part.text(id.equals("A") ? 0 : 1, typeId(sequence)));
            } else {
                JsonObject token = part.object("SpecialToken");
                parts.add(Part.special(token.string("id"), typeId(token)));
            }
        }
        return parts;
    }

    private static int typeId(JsonObject json) {
        return json.integer("type_id", 0, Integer.MAX_VALUE);
    }

    private static Map<String, Tokens> tokens(JsonObject json) {
        JsonObject byName = json.object("special_tokens");
        Map<String, Tokens> tokens = new TreeMap<>();
        for (String name : byName.names()) {
            JsonObject entry = byName.object(name);
            tokens.put(name, new Tokens(entry.integers("ids", 0, Integer.MAX_VALUE), entry.strings("tokens")));
        }
        return tokens;
    }

    private static void write(String field, List<Part> template, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(field);
        for (Part part : template) {
            boolean text = part.text() >= 0;
            out.writeStartObject();
            out.writeObjectFieldStart(text ? "Sequence" : "SpecialToken");
            out.writeStringField("id", text ? (part.text() == 0 ? "A" : "B") : part.name());
            out.writeNumberField("type_id", part.typeId());
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void write(String name, Tokens tokens, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("id", name);
        out.writeArrayFieldStart("ids");
        for (int id : tokens.ids()) {
            out.writeNumber(id);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("tokens");
        for (String token : tokens.tokens()) {
            out.writeString(token);
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
