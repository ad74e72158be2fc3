package org.wordloom.cluster.output;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.cluster.storage.Storage;
import org.wordloom.format.tokenizer.Excerpt;

/**
 * The last file of an output folder, which makes it valid: the length and checksum of every other file.
 *
 * @param files by name
 */
public record FolderManifest(SortedMap<String, Entry> files) {
    public static final String NAME = "MANIFEST";
    public static final int VERSION = 1;
    /** An artefact of many blocks has thousands of files, a checkpoint of many replicas hundreds of thousands. */
    private static final int MAX_BYTES = 1 << 28;

    private static final String PLAIN = "[A-Za-z0-9][A-Za-z0-9._-]{0,200}";
    /** A file, or one within a folder. A hostile manifest must not lead out of its folder. */
    public static final String FILE_NAME = PLAIN + "(/" + PLAIN + ")?";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Length in bytes and CRC-32C of a file. */
    public record Entry(long length, int crc32c) {}

    public static boolean existsIn(Storage storage, String folder) {
        return storage.exists(Storage.child(folder, NAME));
    }

    public void write(Storage storage, String folder) {
        String path = Storage.child(folder, NAME);
        try (OutputStream out = storage.create(path);
                JsonGenerator json = JSON.getFactory().createGenerator(out).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeObjectFieldStart("files");
            for (Map.Entry<String, Entry> file : files.entrySet()) {
                json.writeObjectFieldStart(file.getKey());
                json.writeNumberField("length", file.getValue().length());
                json.writeStringField(
                        "crc32c", Integer.toHexString(file.getValue().crc32c()));
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
    }

    /** Reads the manifest of a folder. FORMAT error when there is none or it is damaged. */
    public static FolderManifest read(Storage storage, String folder) {
        String path = Storage.child(folder, NAME);
        if (!storage.exists(path)) {
            throw new WordloomException(
                    ExitCode.FORMAT,
                    folder + " has no " + NAME + ": it is no output of Wordloom, or one that was not finished");
        }
        try {
            return parse(JSON.readTree(storage.readSmall(path, MAX_BYTES)), path);
        } catch (IOException | NumberFormatException e) {
            throw new WordloomException(ExitCode.FORMAT, path + " is damaged: " + firstLine(e), e);
        }
    }

    /** The manifest of a folder; nothing when it has none, or one of another program. */
    public static Optional<FolderManifest> find(Storage storage, String folder) {
        try {
            return Optional.of(read(storage, folder));
        } catch (WordloomException e) {
            if (e.exitCode() != ExitCode.FORMAT) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static FolderManifest parse(JsonNode root, String path) {
        if (root.path("version").asInt(-1) != VERSION || !root.path("files").isObject()) {
            throw new WordloomException(
                    ExitCode.FORMAT, path + " is damaged, or of another version than " + VERSION + " of Wordloom's");
        }
        SortedMap<String, Entry> files = new TreeMap<>();
        for (Map.Entry<String, JsonNode> file : root.path("files").properties()) {
            long length = file.getValue().path("length").asLong(-1);
            if (length < 0 || !isPlainName(file.getKey())) {
                throw new WordloomException(
                        ExitCode.FORMAT, path + " is damaged at the file '" + Excerpt.of(file.getKey()) + "'");
            }
            int crc32c = Integer.parseUnsignedInt(file.getValue().path("crc32c").asText(), 16);
            files.put(file.getKey(), new Entry(length, crc32c));
        }
        return new FolderManifest(files);
    }

    /** Whether it is like {@link #FILE_NAME}. */
    public static boolean isPlainName(String name) {
        return name.matches(FILE_NAME);
    }

    private static String firstLine(Exception e) {
        return e.getMessage() == null
                ? e.toString()
                : e.getMessage().lines().findFirst().orElse(e.toString());
    }
}
