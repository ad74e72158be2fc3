package org.wordloom.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wordloom.matrix.RowSource;
import org.wordloom.model.ModelRows;
import org.wordloom.vocab.Vocabulary;

/** Writes a model section by section, as {@link WordModelFormat} describes. */
final class WordModelWriter {
    /** Names and printable values need far less; a reader refuses more, since every entry costs an object. */
    static final int MAX_PROVENANCE_BYTES = 1 << 24;

    /** Sections, in the order of the file; their numbers begin with 1. */
    enum Section {
        PROVENANCE,
        VOCABULARY,
        INPUT,
        OUTPUT;

        int number() {
            return ordinal() + 1;
        }
    }

    /** Writes the content of a section. */
    @FunctionalInterface
    private interface Content {
        void write() throws IOException;
    }

    private final ModelRows model;
    private final FormatOutput out;
    private final List<byte[]> provenance = new ArrayList<>();

    WordModelWriter(ModelRows model, FormatOutput out) {
        this.model = model;
        this.out = out;
        for (Map.Entry<String, String> entry : new TreeMap<>(model.provenance()).entrySet()) {
            provenance.add(entry.getKey().getBytes(StandardCharsets.UTF_8));
            provenance.add(entry.getValue().getBytes(StandardCharsets.UTF_8));
        }
        if (provenanceBytes() > MAX_PROVENANCE_BYTES) {
            throw new IllegalArgumentException(
                    "provenance of " + provenanceBytes() + " bytes, above " + MAX_PROVENANCE_BYTES);
        }
    }

    void write() throws IOException {
        WordModelHeader header = WordModelHeader.of(model, provenanceBytes(), vocabularyBytes());
        header.write(out);
        section(Section.PROVENANCE, provenanceBytes(), this::writeProvenance);
        section(Section.VOCABULARY, vocabularyBytes(), this::writeVocabulary);
        section(Section.INPUT, header.inputBytes(), () -> writeMatrix(model.input()));
        section(Section.OUTPUT, header.outputBytes(), () -> writeMatrix(model.output()));
        out.flush();
    }

    private void section(Section section, long bytes, Content content) throws IOException {
        out.writeInt(section.number());
        out.writeLong(bytes);
        out.startChecksum();
        content.write();
        out.writeInt(out.checksum());
    }

    private long provenanceBytes() {
        return Integer.BYTES
                + provenance.stream()
                        .mapToLong(text -> Integer.BYTES + text.length)
                        .sum();
    }

    private void writeProvenance() throws IOException {
        out.writeInt(provenance.size() / 2);
        for (int i = 0; i < provenance.size(); i += 2) {
            byte[] key = provenance.get(i);
            byte[] value = provenance.get(i + 1);
            out.writeInt(key.length);
            out.writeInt(value.length);
            out.writeBytes(key, 0, key.length);
            out.writeBytes(value, 0, value.length);
        }
    }

    private long vocabularyBytes() {
        Vocabulary vocabulary = model.vocabulary();
        int size = vocabulary.size();
        return (long) size * (Long.BYTES + Integer.BYTES) + vocabulary.start(size) - vocabulary.start(0);
    }

    private void writeVocabulary() throws IOException {
        Vocabulary vocabulary = model.vocabulary();
        int size = vocabulary.size();
        for (int id = 0; id < size; id++) {
            out.writeLong(vocabulary.count(id));
        }
        for (int id = 0; id < size; id++) {
            out.writeInt(vocabulary.start(id + 1) - vocabulary.start(id));
        }
        out.writeBytes(vocabulary.utf8(), vocabulary.start(0), vocabulary.start(size) - vocabulary.start(0));
    }

    private void writeMatrix(RowSource rows) throws IOException {
        float[] values = new float[rows.columns()];
        try (RowSource.Cursor cursor = rows.open()) {
            for (int row = 0; row < rows.rows(); row++) {
                cursor.next(values);
                out.writeFloats(values, 0, values.length);
            }
        }
    }
}
