package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.wordloom.tokenizer.PreTokenizer;
import org.wordloom.tokenizer.pretokenizer.BertPreTokenizer;
import org.wordloom.tokenizer.pretokenizer.ByteLevel;
import org.wordloom.tokenizer.pretokenizer.CharDelimiterSplit;
import org.wordloom.tokenizer.pretokenizer.DictionaryWords;
import org.wordloom.tokenizer.pretokenizer.Digits;
import org.wordloom.tokenizer.pretokenizer.FixedLength;
import org.wordloom.tokenizer.pretokenizer.Metaspace;
import org.wordloom.tokenizer.pretokenizer.PreTokenizerSequence;
import org.wordloom.tokenizer.pretokenizer.Punctuation;
import org.wordloom.tokenizer.pretokenizer.Split;
import org.wordloom.tokenizer.pretokenizer.SplitBehavior;
import org.wordloom.tokenizer.pretokenizer.UnicodeScripts;
import org.wordloom.tokenizer.pretokenizer.Whitespace;
import org.wordloom.tokenizer.pretokenizer.WhitespaceSplit;

/** Pre-tokenizers in {@code tokenizer.json}. */
final class PreTokenizerJson {
    private static final int DEFAULT_LENGTH = 5;

    private static final ComponentTable<PreTokenizer> COMPONENTS = new ComponentTable<PreTokenizer>("pre-tokenizer")
            .add("BertPreTokenizer", BertPreTokenizer.class, new BertPreTokenizer())
            .add("ByteLevel", ByteLevel.class, PreTokenizerJson::byteLevel, PreTokenizerJson::write)
            .add(
                    "CharDelimiterSplit",
                    CharDelimiterSplit.class,
                    json -> new CharDelimiterSplit(JsonFields.codePoint(json, "delimiter")),
                    (split, out) -> out.writeStringField("delimiter", Character.toString(split.delimiter())))
            .alias("Delimiter", "CharDelimiterSplit")
            .add("Metaspace", Metaspace.class, JsonFields::metaspace, JsonFields::write)
            .add("Whitespace", Whitespace.class, new Whitespace())
            .add("WhitespaceSplit", WhitespaceSplit.class, new WhitespaceSplit())
            .add("Sequence", PreTokenizerSequence.class, PreTokenizerJson::sequence, PreTokenizerJson::write)
            .add("Split", Split.class, PreTokenizerJson::split, PreTokenizerJson::write)
            .add(
                    "Punctuation",
                    Punctuation.class,
                    json -> new Punctuation(JsonFields.behavior(json, SplitBehavior.ISOLATED)),
                    (punctuation, out) -> out.writeStringField(
                            "behavior", punctuation.behavior().label()))
            .add(
                    "Digits",
                    Digits.class,
                    json -> new Digits(json.flag("individual_digits")),
                    (digits, out) -> out.writeBooleanField("individual_digits", digits.individualDigits()))
            .add("UnicodeScripts", UnicodeScripts.class, new UnicodeScripts())
            // Not HuggingFace's: its library refuses the file by this name.
            .add("DictionaryWords", DictionaryWords.class, new DictionaryWords())
            .add(
                    "FixedLength",
                    FixedLength.class,
                    json -> new FixedLength(json.integer("length", 1, Integer.MAX_VALUE, DEFAULT_LENGTH)),
                    (fixed, out) -> out.writeNumberField("length", fixed.length()));

    private PreTokenizerJson() {}

    static PreTokenizer read(JsonObject json) {
        return COMPONENTS.read(json);
    }

    static void write(PreTokenizer preTokenizer, JsonGenerator out) throws IOException {
        COMPONENTS.write(preTokenizer, out);
    }

    private static ByteLevel byteLevel(JsonObject json) {
        return new ByteLevel(json.flag("add_prefix_space"), json.flag("trim_offsets"), json.flag("use_regex", true));
    }

    private static void write(ByteLevel byteLevel, JsonGenerator out) throws IOException {
        JsonFields.writeByteLevel(byteLevel.addPrefixSpace(), byteLevel.trimOffsets(), byteLevel.useRegex(), out);
    }

    private static Split split(JsonObject json) {
        return new Split(JsonFields.pattern(json), JsonFields.behavior(json, null), json.flag("invert"));
    }

    private static void write(Split split, JsonGenerator out) throws IOException {
        JsonFields.write(split.pattern(), out);
        out.writeStringField("behavior", split.behavior().label());
        out.writeBooleanField("invert", split.invert());
    }

    private static PreTokenizerSequence sequence(JsonObject json) {
        List<PreTokenizer> parts = json.objects("pretokenizers").stream()
                .map(PreTokenizerJson::read)
                .toList();
        return new PreTokenizerSequence(parts);
    }

    private static void write(PreTokenizerSequence sequence, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("pretokenizers");
        for (PreTokenizer part : sequence.preTokenizers()) {
            write(part, out);
        }
        out.writeEndArray();
    }
}
