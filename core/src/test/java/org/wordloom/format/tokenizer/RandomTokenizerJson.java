package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.wordloom.TestRandom;
import org.wordloom.tokenizer.sentencepiece.NamedCharacterMap;

/** Files of tokenizers that nobody would make: any parts, with any settings that the library takes. */
final class RandomTokenizerJson {
    /** Added tokens that touch and hold each other, with white space inside and at their ends, and changed by normalisers. */
    static final String[] TOKENS = {
        "<s>", "</s>", "[MASK]", "s>", "<s><s>", " ", "  ", "a b", " a", "a ", "ab", "b", "the", "The", "THE", "é",
                "e\u0301",
        "\u0301", "İ", "ﬁ", "Å", "中", "中文", "😀", "👩\u200D👩", "\uFEFF", "\u0000", "\n", "\u00A0", "▁a", "▁", "Ġ", "1",
                "\u3000a"
    };

    /** No normaliser makes nothing of these, which the library would find everywhere. */
    private static final Set<String> LASTING = Set.of("<s>", "the", "The", "THE", "é", "İ", "ﬁ", "Å", "中", "中文", "😀");

    private static final String SPACES = " \n\u00A0\u3000\uFEFF";

    private static final Map<String, String> MAPS =
            Map.of("nmt_nfkc", map(NamedCharacterMap.NMT_NFKC), "nfkc_cf", map(NamedCharacterMap.NFKC_CF));

    private final TestRandom random;

    RandomTokenizerJson(TestRandom random) {
        this.random = random;
    }

    /** The parts of a file by their fields' names. */
    Map<String, String> next() {
        Map<String, String> parts = new LinkedHashMap<>();
        putSometimes(parts, "normalizer", () -> sequence("normalizers", this::normalizer));
        putSometimes(parts, "pre_tokenizer", () -> sequence("pretokenizers", this::preTokenizer));
        putSometimes(parts, "post_processor", this::postProcessor);
        putSometimes(parts, "decoder", () -> sequence("decoders", this::decoder));
        putSometimes(parts, "truncation", this::truncation);
        putSometimes(parts, "padding", this::padding);
        putSometimes(parts, "added_tokens", () -> addedTokens(parts.containsKey("normalizer")));
        parts.put("model", new RandomModelJson(random).next());
        return parts;
    }

    static String json(Map<String, String> parts) {
        List<String> fields = new ArrayList<>();
        parts.forEach((name, value) -> fields.add(quoted(name) + ":" + value));
        return "{" + String.join(",", fields) + "}";
    }

    private void putSometimes(Map<String, String> parts, String name, Supplier<String> value) {
        if (random.below(2) == 0) {
            parts.put(name, value.get());
        }
    }

    private String sequence(String field, Supplier<String> part) {
        int parts = 1 + random.below(4);
        if (parts == 1) {
            return part.get();
        }
        return "{\"type\":\"Sequence\",\"" + field + "\":[" + list(parts, part) + "]}";
    }

    private String normalizer() {
        return switch (random.below(14)) {
            case 0 -> object("NFC");
            case 1 -> object("NFD");
            case 2 -> object("NFKC");
            case 3 -> object("NFKD");
            case 4 -> object("Lowercase");
            case 5 -> object("StripAccents");
            case 6 -> object("Nmt");
            case 7 -> object("ByteLevel");
            case 8 -> object("Strip", "strip_left", flag(), "strip_right", flag());
            case 9 -> object("Prepend", "prepend", quoted(random.oneOf("▁", "x", "ab", "😀", "e\u0301")));
            case 10 ->
                object(
                        "BertNormalizer",
                        "clean_text",
                        flag(),
                        "handle_chinese_chars",
                        flag(),
                        "strip_accents",
                        random.oneOf("true", "false", "null"),
                        "lowercase",
                        flag());
            case 11 ->
                object("Precompiled", "precompiled_charsmap", quoted(MAPS.get(random.oneOf("nmt_nfkc", "nfkc_cf"))));
            default -> replace();
        };
    }

    /**
     * Only white space and digits are left out, so that no added token becomes empty; and what matches is not, since the
     * library fails at what comes after.
     */
    private String replace() {
        return random.below(4) == 0
                ? object("Replace", "pattern", regex("\\s+", "\\d", " {2,}"), "content", "\"\"")
                : object(
                        "Replace", "pattern", pattern(), "content", quoted(random.oneOf("▁", "-", "aé", "😀b", "\\1")));
    }

    private String pattern() {
        return random.below(2) == 0
                ? "{\"String\":" + quoted(random.oneOf(" ", "a", "é", "  ", "▁", "😀", "\u0301", "ab", "e")) + "}"
                : regex(
                        "\\s+",
                        "[aeé]",
                        " {2,}",
                        "^\\s|\\s$",
                        "\\p{M}+",
                        "\\d",
                        "(?<=a)b|e(?=n)",
                        "\\w+|[^\\w\\s]+",
                        "\\p{Lu}",
                        "[^\\p{L}]",
                        "\\R",
                        cluster(),
                        "(a|e)\\1?");
    }

    /** Java 25 takes a conjunct such as क्ष for one cluster, as Unicode 15.1 does; Java 17 and the library for two. */
    private static String cluster() {
        return "\u0915\u094D\u0937".matches("\\X") ? "\\p{L}\\p{M}*" : "\\X";
    }

    private String regex(String... expressions) {
        return "{\"Regex\":" + quoted(random.oneOf(expressions)) + "}";
    }

    private String preTokenizer() {
        return switch (random.below(11)) {
            case 0 -> object("BertPreTokenizer");
            case 1 -> byteLevel();
            case 2 -> object("CharDelimiterSplit", "delimiter", quoted(random.oneOf("a", " ", "😀", "▁")));
            case 3 -> metaspace();
            case 4 -> object("Whitespace");
            case 5 -> object("WhitespaceSplit");
            case 6 -> object("Split", "pattern", pattern(), "behavior", behavior(), "invert", flag());
            case 7 -> object("Punctuation", "behavior", behavior());
            case 8 -> object("Digits", "individual_digits", flag());
            case 9 -> object("UnicodeScripts");
            default -> object("FixedLength", "length", Integer.toString(1 + random.below(4)));
        };
    }

    private String metaspace() {
        return object(
                "Metaspace",
                "replacement",
                quoted(random.oneOf("▁", "▁", "_", "😀", "a")),
                "prepend_scheme",
                quoted(random.oneOf("first", "never", "always")),
                "split",
                flag());
    }

    private String behavior() {
        return quoted(random.oneOf("Removed", "Isolated", "MergedWithPrevious", "MergedWithNext", "Contiguous"));
    }

    private String byteLevel() {
        return object("ByteLevel", "add_prefix_space", flag(), "trim_offsets", flag(), "use_regex", flag());
    }

    private String postProcessor() {
        return switch (random.below(6)) {
            case 0 -> object("BertProcessing", "sep", "[\"</s>\",90]", "cls", "[\"<s>\",91]");
            case 1 ->
                object(
                        "RobertaProcessing",
                        "sep",
                        "[\"</s>\",90]",
                        "cls",
                        "[\"<s>\",91]",
                        "trim_offsets",
                        flag(),
                        "add_prefix_space",
                        flag());
            case 2 -> byteLevel();
            case 3 -> object("Sequence", "processors", "[" + byteLevel() + "," + template() + "]");
            default -> template();
        };
    }

    private String template() {
        List<String> single = new ArrayList<>(List.of(text("A")));
        List<String> pair = new ArrayList<>(List.of(text("A"), text("B")));
        for (int i = random.below(4); i > 0; i--) {
            single.add(random.below(single.size() + 1), special());
            pair.add(random.below(pair.size() + 1), special());
        }
        return object(
                "TemplateProcessing",
                "single",
                single.toString(),
                "pair",
                pair.toString(),
                "special_tokens",
                "{\"S\":{\"id\":\"S\",\"ids\":[92],\"tokens\":[\"S\"]},\"T\":{\"id\":\"T\",\"ids\":[93,94],\"tokens\":[\"T\",\"U\"]}}");
    }

    private String text(String id) {
        return "{\"Sequence\":{\"id\":\"" + id + "\",\"type_id\":" + random.below(3) + "}}";
    }

    private String special() {
        return "{\"SpecialToken\":{\"id\":\"" + random.oneOf("S", "T") + "\",\"type_id\":" + random.below(3) + "}}";
    }

    private String decoder() {
        return switch (random.below(10)) {
            case 0 -> object("BPEDecoder", "suffix", quoted(random.oneOf("</w>", "a", "▁", "")));
            case 1 -> byteLevel();
            case 2 -> object("WordPiece", "prefix", quoted(random.oneOf("##", "a", "")), "cleanup", flag());
            case 3 -> metaspace();
            case 4 ->
                object(
                        "CTC",
                        "pad_token",
                        quoted(random.oneOf("a", "<s>")),
                        "word_delimiter_token",
                        quoted(random.oneOf("▁", "b", "")),
                        "cleanup",
                        flag());
            case 5 -> object("Fuse");
            case 6 ->
                object(
                        "Strip",
                        "content",
                        quoted(random.oneOf(" ", "▁", "😀", "a")),
                        "start",
                        Integer.toString(random.below(3)),
                        "stop",
                        "0"); // the library fails at pieces that are too short
            case 7 -> object("ByteFallback");
            default -> replace();
        };
    }

    private String truncation() {
        int longest = 1 + random.below(16);
        return "{\"max_length\":" + longest + ",\"stride\":" + random.below(Math.min(longest, 4)) + ",\"strategy\":"
                + quoted(random.oneOf("LongestFirst", "OnlyFirst", "OnlySecond")) + ",\"direction\":" + direction()
                + "}";
    }

    private String padding() {
        String strategy = random.below(2) == 0 ? "\"BatchLongest\"" : "{\"Fixed\":" + (1 + random.below(20)) + "}";
        return "{\"strategy\":" + strategy + ",\"direction\":" + direction() + ",\"pad_to_multiple_of\":"
                + random.oneOf("null", "1", "3", "8") + ",\"pad_id\":95,\"pad_type_id\":" + random.below(3)
                + ",\"pad_token\":\"[PAD]\"}";
    }

    private String direction() {
        return quoted(random.oneOf("Left", "Right"));
    }

    /**
     * No token that begins with white space may follow one that takes it along, as with a normaliser any may: the library
     * fails where one of them is all taken.
     */
    private String addedTokens(boolean hasNormalizer) {
        Set<String> contents = new LinkedHashSet<>();
        for (int i = 1 + random.below(6); i > 0; i--) {
            contents.add(random.oneOf(TOKENS));
        }
        boolean beginsWithSpace = contents.stream().anyMatch(content -> SPACES.indexOf(content.charAt(0)) >= 0);
        List<String> tokens = new ArrayList<>();
        for (String content : contents) {
            boolean normalized = random.below(2) == 0 && (!hasNormalizer || LASTING.contains(content));
            boolean mayStrip = !beginsWithSpace && !(normalized && hasNormalizer);
            tokens.add("{\"id\":" + (60 + tokens.size()) + ",\"content\":" + quoted(content) + ",\"single_word\":"
                    + seldom()
                    + ",\"lstrip\":" + flag() + ",\"rstrip\":" + (mayStrip ? flag() : "false") + ",\"normalized\":"
                    + normalized + ",\"special\":" + flag() + "}");
        }
        return tokens.toString();
    }

    private String flag() {
        return random.oneOf("true", "false");
    }

    private String seldom() {
        return random.oneOf("true", "false", "false", "false");
    }

    private static String list(int count, Supplier<String> element) {
        List<String> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(element.get());
        }
        return String.join(",", elements);
    }

    /** @param fields names and values in turn, the values in JSON */
    static String object(String type, String... fields) {
        StringBuilder object = new StringBuilder("{\"type\":").append(quoted(type));
        for (int i = 0; i < fields.length; i += 2) {
            object.append(',').append(quoted(fields[i])).append(':').append(fields[i + 1]);
        }
        return object.append('}').toString();
    }

    static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static String map(NamedCharacterMap map) {
        return Base64.getEncoder().encodeToString(map.build().toBytes());
    }
}
