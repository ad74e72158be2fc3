package org.wordloom.cluster.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.blocks.Side;

/** A checkpoint as JSON: all but its blocks. */
final class CheckpointJson {
    private static final int VERSION = 3;
    private static final ObjectMapper JSON = new ObjectMapper();

    private CheckpointJson() {}

    static byte[] write(Checkpoint checkpoint) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("version", VERSION);
        root.put("steps", checkpoint.steps());
        root.put("identity", checkpoint.identity());
        root.put("history", checkpoint.history());
        for (Side side : Side.values()) {
            root.put(side.fileName(), checkpoint.blocks(side));
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a checkpoint cannot be written as JSON", e);
        }
    }

    /**
     * @param path how errors call it
     * @throws WordloomException FORMAT when it is damaged or of another version
     */
    static Checkpoint read(byte[] bytes, String path) {
        try {
            JsonNode root = JSON.readTree(bytes);
            if (root.path("version").asInt(-1) != VERSION || root.path("steps").asLong(-1) < 0) {
                throw new WordloomException(
                        ExitCode.FORMAT, path + " is damaged, or of another version than " + VERSION);
            }
            return new Checkpoint(
                    root.path("steps").asLong(),
                    identity(root.path("identity")),
                    history(root.path("history")),
                    blocks(root.path(Side.INPUT.fileName())),
                    blocks(root.path(Side.OUTPUT.fileName())));
        } catch (IOException e) {
            throw new WordloomException(ExitCode.FORMAT, path + " is damaged: it is no JSON", e);
        }
    }

    private static SortedMap<String, String> identity(JsonNode node) {
        SortedMap<String, String> identity = new TreeMap<>();
        node.properties()
                .forEach(entry -> identity.put(entry.getKey(), entry.getValue().asText()));
        return identity;
    }

    private static List<LossSum> history(JsonNode node) {
        List<LossSum> history = new ArrayList<>();
        node.forEach(part -> history.add(new LossSum(
                part.path("examples").asLong(), part.path("loss").asDouble(), kernels(part.path("kernels")))));
        return history;
    }

    private static Set<String> kernels(JsonNode node) {
        Set<String> kernels = new TreeSet<>();
        node.forEach(name -> kernels.add(name.asText()));
        return kernels;
    }

    private static List<WrittenBlock> blocks(JsonNode node) {
        List<WrittenBlock> blocks = new ArrayList<>();
        node.forEach(block -> blocks.add(new WrittenBlock(
                block.path("name").asText(),
                block.path("length").asLong(-1),
                block.path("crc32c").asInt())));
        return blocks;
    }
}
