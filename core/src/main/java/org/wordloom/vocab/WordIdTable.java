package org.wordloom.vocab;

/**
 * Ids of words, some of a vocabulary's: what a text and a vocabulary tell each other that is too large to be sent to
 * everyone. Packed words with ids are packed counts of id + 1, since no word that is there has a count of 0. Not safe for
 * use by several threads.
 */
public final class WordIdTable {
    private final WordCounts numbers = new WordCounts();

    /**
     * Words of a vocabulary with their ids, for {@link #add}.
     *
     * @param from the first id
     * @param to the id after the last
     */
    public static byte[] packed(Vocabulary vocabulary, int from, int to) {
        long bytes = 0;
        for (int id = from; id < to; id++) {
            bytes += PackedWords.packedBytes(vocabulary.start(id + 1) - vocabulary.start(id), id + 1L);
        }
        byte[] packed = new byte[PackedWords.arrayLength(bytes)];
        int position = 0;
        for (int id = from; id < to; id++) {
            position = PackedWords.write(
                    packed, position, vocabulary.utf8(), vocabulary.start(id), vocabulary.start(id + 1), id + 1L);
        }
        return packed;
    }

    /** Adds the words that are not here yet, with their ids. */
    public void add(byte[] packed) {
        PackedWords reader = new PackedWords(packed);
        while (reader.next()) {
            numbers.addIfAbsent(packed, reader.start(), reader.end(), reader.count());
        }
    }

    /** All words with their ids, for {@link #add}, by the partition that {@link WordCounts#toPacked} gives a word. */
    public byte[][] toPacked(int partitions) {
        return numbers.toPacked(partitions);
    }

    /**
     * Which words of a text are here, with their ids, for {@link #add}.
     *
     * @param words as {@link WordCounts#toPacked} wrote them
     */
    public byte[] known(byte[] words) {
        WordList known = new WordList(512, 4096);
        PackedWords reader = new PackedWords(words);
        while (reader.next()) {
            long number = numbers.count(words, reader.start(), reader.end());
            if (number > 0) {
                known.append(words, reader.start(), reader.end(), number);
            }
        }
        return known.toPacked();
    }

    public int size() {
        return numbers.size();
    }

    /** The id of the word {@code utf8[from, to)}, or {@link Vocabulary#UNKNOWN}. */
    public int id(byte[] utf8, int from, int to) {
        return (int) numbers.count(utf8, from, to) - 1;
    }
}
