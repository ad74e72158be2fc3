package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.wordloom.tokenizer.Normalizer;
import org.wordloom.tokenizer.normalizer.BertNormalizer;
import org.wordloom.tokenizer.normalizer.ByteLevelNormalizer;
import org.wordloom.tokenizer.normalizer.Lowercase;
import org.wordloom.tokenizer.normalizer.Nmt;
import org.wordloom.tokenizer.normalizer.NormalizerSequence;
import org.wordloom.tokenizer.normalizer.PrecompiledNormalizer;
import org.wordloom.tokenizer.normalizer.Prepend;
import org.wordloom.tokenizer.normalizer.Replace;
import org.wordloom.tokenizer.normalizer.Strip;
import org.wordloom.tokenizer.normalizer.StripAccents;
import org.wordloom.tokenizer.normalizer.UnicodeNormalizer;
import org.wordloom.tokenizer.sentencepiece.DoubleArrayCharacterMap;

/** Normalizers in {@code tokenizer.json}. */
final class NormalizerJson {
    private static final ComponentTable<Normalizer> COMPONENTS = new ComponentTable<Normalizer>("normalizer")
            .add("BertNormalizer", BertNormalizer.class, NormalizerJson::bert, NormalizerJson::write)
            .alias("Bert", "BertNormalizer")
            .add(
                    "Strip",
                    Strip.class,
                    json -> new Strip(json.flag("strip_left"), json.flag("strip_right")),
                    (strip, out) -> {
                        out.writeBooleanField("strip_left", strip.left());
                        out.writeBooleanField("strip_right", strip.right());
                    })
            .add("StripAccents", StripAccents.class, new StripAccents())
            .add("Lowercase", Lowercase.class, new Lowercase())
            .add("Nmt", Nmt.class, new Nmt())
            .add("ByteLevel", ByteLevelNormalizer.class, new ByteLevelNormalizer())
            .add(
                    "Prepend",
                    Prepend.class,
                    json -> new Prepend(json.string("prepend")),
                    (prepend, out) -> out.writeStringField("prepend", prepend.prepend()))
            .add("Replace", Replace.class, NormalizerJson::replace, NormalizerJson::write)
            .add("Precompiled", PrecompiledNormalizer.class, NormalizerJson::precompiled, NormalizerJson::write)
            .add("Sequence", NormalizerSequence.class, NormalizerJson::sequence, NormalizerJson::write);

    private NormalizerJson() {}

    static Normalizer read(JsonObject json) {
        String type = json.string("type");
        for (UnicodeNormalizer form : UnicodeNormalizer.values()) {
            if (form.name().equals(type)) {
                return form;
            }
        }
        return COMPONENTS.read(json);
    }

    static void write(Normalizer normalizer, JsonGenerator out) throws IOException {
        if (normalizer instanceof UnicodeNormalizer form) {
            out.writeStartObject();
            out.writeStringField("type", form.name());
            out.writeEndObject();
        } else {
            COMPONENTS.write(normalizer, out);
        }
    }

    static Replace replace(JsonObject json) {
        return new Replace(JsonFields.pattern(json), json.string("content"));
    }

    static void write(Replace replace, JsonGenerator out) throws IOException {
        JsonFields.write(replace.pattern(), out);
        out.writeStringField("content", replace.content());
    }

    /** Accents go when letters become small, unless the file says otherwise. */
    private static BertNormalizer bert(JsonObject json) {
        boolean lowercase = json.flag("lowercase");
        return new BertNormalizer(
                json.flag("clean_text"),
                json.flag("handle_chinese_chars"),
                json.flag("strip_accents", lowercase),
                lowercase);
    }

    private static void write(BertNormalizer bert, JsonGenerator out) throws IOException {
        out.writeBooleanField("clean_text", bert.cleanText());
        out.writeBooleanField("handle_chinese_chars", bert.handleChineseChars());
        out.writeBooleanField("strip_accents", bert.stripAccents());
        out.writeBooleanField("lowercase", bert.lowercase());
    }

    private static PrecompiledNormalizer precompiled(JsonObject json) {
        byte[] map;
        try {
            map = Base64.getDecoder().decode(json.string("precompiled_charsmap"));
        } catch (IllegalArgumentException e) {
            throw json.wrong("precompiled_charsmap", "bytes in base 64", e.getMessage());
        }
        return new PrecompiledNormalizer(DoubleArrayCharacterMap.of(map, json.where("precompiled_charsmap")));
    }

    private static void write(PrecompiledNormalizer normalizer, JsonGenerator out) throws IOException {
        String map = Base64.getEncoder().encodeToString(normalizer.map().toBytes());
        out.writeStringField("precompiled_charsmap", map);
    }

    private static NormalizerSequence sequence(JsonObject json) {
        List<Normalizer> normalizers =
                json.objects("normalizers").stream().map(NormalizerJson::read).toList();
        return new NormalizerSequence(normalizers);
    }

    private static void write(NormalizerSequence sequence, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("normalizers");
        for (Normalizer normalizer : sequence.normalizers()) {
            write(normalizer, out);
        }
        out.writeEndArray();
    }
}
