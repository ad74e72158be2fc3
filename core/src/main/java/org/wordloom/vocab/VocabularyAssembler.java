package org.wordloom.vocab;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts a vocabulary together from what the partitions of a count keep ({@link WordCounts#keptPacked}), each word from one
 * partition only. While parts come in, it holds them as they are: about 4 bytes a word beyond the words' bytes; making
 * the vocabulary takes another 16 bytes a word and the words' bytes, beside the vocabulary itself. Not safe for use by
 * several threads.
 */
public final class VocabularyAssembler {
    private final List<byte[]> parts = new ArrayList<>();
    private long size;
    private long bytes;

    /** Adds what one partition keeps. The array belongs to the assembler from now on. */
    public VocabularyAssembler add(byte[] packed) {
        PackedWords reader = new PackedWords(packed);
        while (reader.next()) {
            size++;
            bytes += reader.end() - reader.start();
        }
        parts.add(packed);
        return this;
    }

    /** How many words were added. */
    public long size() {
        return size;
    }

    /**
     * The vocabulary of the words that {@code options} keeps. The parts are released one by one, so this works once.
     *
     * @throws IllegalArgumentException if a word was in two parts
     */
    public Vocabulary toVocabulary(VocabularyOptions options) {
        if (size > Integer.MAX_VALUE - 16 || bytes > Integer.MAX_VALUE - 16) {
            throw WordList.tooMuch(size + " words with " + bytes + " bytes are kept");
        }
        WordList words = new WordList((int) size, (int) bytes);
        while (!parts.isEmpty()) {
            PackedWords reader = new PackedWords(parts.remove(parts.size() - 1));
            while (reader.next()) {
                words.append(reader.bytes(), reader.start(), reader.end(), reader.count());
            }
        }
        size = 0;
        bytes = 0;
        return VocabularyDecision.vocabulary(words, options);
    }
}
