package org.wordloom.cluster.checkpoint;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wordloom.cluster.cooccurrence.CooccurrenceFolder;
import org.wordloom.cluster.encoding.EncodedCorpus;
import org.wordloom.cluster.vocabulary.VocabularyChecksum;
import org.wordloom.vocab.Vocabulary;

/**
 * All that decides the result of a run, by the names of the command line where there is one. A checkpoint is continued only
 * by a run of the same identity, see {@link Checkpoint#differences}.
 */
public final class RunIdentity {
    private final SortedMap<String, String> values = new TreeMap<>();

    /** @param model what is trained, and on what */
    public RunIdentity(String model) {
        values.put("model", model);
    }

    /** Adds a model's options by their names. */
    public RunIdentity options(Map<String, String> options) {
        values.putAll(options);
        return this;
    }

    public RunIdentity with(String name, Object value) {
        values.put(name, value.toString());
        return this;
    }

    /** Adds the text that is trained on. */
    public RunIdentity corpus(EncodedCorpus corpus, Vocabulary vocabulary) {
        with("tokens", corpus.tokens());
        with("sentences", corpus.sentences());
        with("shards", corpus.shards().size());
        return words(VocabularyChecksum.of(vocabulary), corpus.tokenizer());
    }

    /** Adds the counted pairs that are trained on. */
    public RunIdentity counts(CooccurrenceFolder counts) {
        with("--blocks", counts.blocks());
        with("cells", counts.entries());
        with("co-occurrence options", counts.options());
        return words(counts.vocabularyChecksum(), counts.tokenizer());
    }

    private RunIdentity words(int checksum, String tokenizer) {
        with("vocabulary checksum", Integer.toHexString(checksum));
        return tokenizer.isEmpty() ? this : with("tokenizer", tokenizer);
    }

    public SortedMap<String, String> values() {
        return new TreeMap<>(values);
    }
}
