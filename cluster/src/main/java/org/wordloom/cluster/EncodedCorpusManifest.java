package org.wordloom.cluster;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.Path;

/** Writes the list of an encoded corpus' shards into its folder; last, so that a folder without it is unfinished. */
final class EncodedCorpusManifest {
    static final String NAME = "SHARDS";
    private static final int VERSION = 1;

    private final Storage storage;

    EncodedCorpusManifest(Storage storage) {
        this.storage = storage;
    }

    void write(EncodedCorpus corpus) {
        String path = Storage.child(corpus.folder(), NAME);
        try (OutputStream out = storage.create(path);
                JsonGenerator json = new ObjectMapper().getFactory().createGenerator(out)) {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeNumberField("tokens", corpus.tokens());
            json.writeNumberField("sentences", corpus.sentences());
            json.writeStringField("tokenizer", corpus.tokenizer());
            json.writeArrayFieldStart("shards");
            for (EncodedCorpus.Shard shard : corpus.shards()) {
                write(shard, json);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw Storage.unwritable(path, e);
        }
    }

    private static void write(EncodedCorpus.Shard shard, JsonGenerator json) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        json.writeNumberField("number", shard.number());
        json.writeStringField("file", new Path(shard.path()).getName());
        json.writeNumberField("tokens", shard.tokens());
        json.writeNumberField("sentences", shard.sentences());
        json.writeNumberField("length", shard.length());
        json.writeEndObject();
    }
}
