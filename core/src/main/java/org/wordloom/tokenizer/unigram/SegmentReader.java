package org.wordloom.tokenizer.unigram;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.nio.charset.StandardCharsets;
import java.util.function.IntConsumer;
import org.wordloom.vocab.Vocabulary;

/** Makes an alphabet and segments of counted words. */
final class SegmentReader {
    private static final int DIRECT = 1 << 16;

    private final Vocabulary words;
    private final SegmentSplitter splitter;

    SegmentReader(Vocabulary words, SegmentOptions options) {
        this.words = words;
        this.splitter = new SegmentSplitter(options);
    }

    Alphabet readAlphabet(double coverage, String required) {
        long[] direct = new long[DIRECT];
        Int2LongOpenHashMap counts = new Int2LongOpenHashMap();
        for (int word = 0; word < words.size(); word++) {
            long count = words.count(word);
            forEachCharacter(word, c -> {
                if (c < DIRECT) {
                    direct[c] += count;
                } else {
                    counts.addTo(c, count);
                }
            });
        }
        for (int c = 0; c < DIRECT; c++) {
            if (direct[c] > 0) {
                counts.put(c, direct[c]);
            }
        }
        return Alphabet.of(counts, coverage, required);
    }

    Segments readSegments(Alphabet alphabet) {
        SegmentCollector collector = new SegmentCollector();
        for (int word = 0; word < words.size(); word++) {
            long count = words.count(word);
            splitter.start();
            forEachCharacter(word, c -> {
                char number = alphabet.number(c);
                if (splitter.splitsBefore(c) || number == Alphabet.UNCOVERED) {
                    collector.finish(count);
                }
                if (number != Alphabet.UNCOVERED) {
                    collector.append(number, count);
                }
            });
            collector.finish(count);
        }
        return collector.toSegments();
    }

    /** NUL is no character: it ends strings in the files that pieces are written to. */
    private void forEachCharacter(int word, IntConsumer consumer) {
        byte[] utf8 = words.utf8();
        int start = words.start(word);
        int length = words.start(word + 1) - start;
        String text = new String(utf8, start, length, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c != 0) {
                consumer.accept(c);
            }
        }
    }
}
