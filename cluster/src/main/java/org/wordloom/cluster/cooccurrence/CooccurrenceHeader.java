package org.wordloom.cluster.cooccurrence;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.wordloom.base.ExitCode;
import org.wordloom.base.Problems;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.cluster.vocabulary.VocabularyChecksum;
import org.wordloom.cooccurrence.BucketNumbers;
import org.wordloom.cooccurrence.CooccurrenceOptions;

/**
 * What {@code cooccurrence.json} says: everything that the other files' meaning follows from.
 *
 * @param options what was counted
 * @param half whether only the buckets with row block ≤ column block are kept
 * @param blocks P
 * @param salt of the partition into blocks
 * @param words V
 * @param vocabularyChecksum see {@link VocabularyChecksum}
 * @param tokenizer whose pieces the words are, see {@link org.wordloom.text.Tokenization#digest}; empty for words
 * @param totals of all cells
 */
record CooccurrenceHeader(
        CooccurrenceOptions options,
        boolean half,
        int blocks,
        long salt,
        int words,
        int vocabularyChecksum,
        String tokenizer,
        CooccurrenceTotals totals) {
    private static final int VERSION = 1;
    private static final int MAX_BYTES = 1 << 16;
    private static final ObjectMapper JSON = new ObjectMapper();

    BucketNumbers buckets() {
        return new BucketNumbers(blocks, half);
    }

    long entries() {
        return totals.entries();
    }

    void write(OutputStream out) throws IOException {
        try (JsonGenerator json = JSON.getFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeNumberField("window", options.window());
            json.writeBooleanField("symmetric", options.symmetric());
            json.writeStringField("weighting", name(options.weighting()));
            json.writeStringField("boundary", name(options.boundary()));
            json.writeNumberField("minimum", options.minimum());
            json.writeBooleanField("half", half);
            json.writeNumberField("blocks", blocks);
            json.writeNumberField("salt", salt);
            json.writeNumberField("words", words);
            json.writeStringField("vocabulary-crc32c", Integer.toHexString(vocabularyChecksum));
            if (!tokenizer.isEmpty()) {
                json.writeStringField("tokenizer", tokenizer);
            }
            json.writeNumberField("entries", totals.entries());
            json.writeNumberField("weight", totals.weight());
            json.writeNumberField("lost-entries", totals.lostEntries());
            json.writeNumberField("lost-weight", totals.lostWeight());
            json.writeEndObject();
        }
    }

    /** FORMAT error when the file is damaged. */
    static CooccurrenceHeader read(Storage storage, String path) {
        try {
            JsonNode root = JSON.readTree(storage.readSmall(path, MAX_BYTES));
            if (root.path("version").asInt(-1) != VERSION) {
                throw damaged(path, "expected version " + VERSION, null);
            }
            CooccurrenceHeader header = parse(root);
            Problems problems = new Problems();
            header.options.validate(problems);
            boolean possible = header.blocks >= 1
                    && header.blocks <= BucketNumbers.MOST_BLOCKS
                    && header.words >= 1
                    && header.entries() >= 0;
            if (!possible || !problems.all().isEmpty()) {
                problems.require(possible, "numbers of blocks, words or cells that are not possible");
                throw damaged(path, String.join("; ", problems.all()), null);
            }
            return header;
        } catch (IOException | IllegalArgumentException e) {
            throw damaged(
                    path, String.valueOf(e.getMessage()).lines().findFirst().orElse(""), e);
        }
    }

    private static CooccurrenceHeader parse(JsonNode root) {
        CooccurrenceOptions options = new CooccurrenceOptions(
                value(root, "window").asInt(),
                value(root, "symmetric").asBoolean(),
                CooccurrenceOptions.Weighting.valueOf(constant(root, "weighting")),
                CooccurrenceOptions.Boundary.valueOf(constant(root, "boundary")),
                value(root, "minimum").asDouble());
        return new CooccurrenceHeader(
                options,
                value(root, "half").asBoolean(),
                value(root, "blocks").asInt(),
                value(root, "salt").asLong(),
                value(root, "words").asInt(),
                Integer.parseUnsignedInt(value(root, "vocabulary-crc32c").asText(), 16),
                root.path("tokenizer").asText(""),
                new CooccurrenceTotals(
                        value(root, "entries").asLong(),
                        value(root, "weight").asDouble(),
                        value(root, "lost-entries").asLong(),
                        value(root, "lost-weight").asDouble()));
    }

    private static JsonNode value(JsonNode root, String key) {
        JsonNode value = root.path(key);
        if (!value.isValueNode()) {
            throw new IllegalArgumentException("no value for '" + key + "'");
        }
        return value;
    }

    private static String constant(JsonNode root, String key) {
        return value(root, key).asText().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static WordloomException damaged(String path, String what, Exception cause) {
        return new WordloomException(ExitCode.FORMAT, path + " is damaged: " + what + "; count again", cause);
    }
}
