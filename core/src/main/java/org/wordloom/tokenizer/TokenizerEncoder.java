package org.wordloom.tokenizer;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.List;

/** Encodes with a tokenizer. Keeps scratch space and a cache of words: each thread needs its own. */
public final class TokenizerEncoder {
    private final Tokenizer tokenizer;
    private final Segmenter segmenter;
    private final WordEncoder model;
    private final WordCache cache;
    private final Flow flow = new Flow();
    private final Columns columns = new Columns();

    TokenizerEncoder(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
        this.segmenter = tokenizer.newSegmenter();
        this.model = tokenizer.model().newEncoder();
        this.cache = model.isDeterministic() ? new WordCache() : null;
    }

    /**
     * Encodes a text, with special tokens, truncation and padding as the tokenizer has them.
     *
     * @param addSpecialTokens whether to add special tokens
     */
    public Encoding encode(String text, boolean addSpecialTokens) {
        return tokenizer.finish(List.of(encodeOnly(text, 0)), addSpecialTokens);
    }

    /** Encodes a pair of texts likewise. */
    public Encoding encode(String first, String second, boolean addSpecialTokens) {
        return tokenizer.finish(List.of(encodeOnly(first, 0), encodeOnly(second, 1)), addSpecialTokens);
    }

    /** Encodes texts likewise, padded to one length if the tokenizer pads. */
    public List<Encoding> encodeBatch(List<String> texts, boolean addSpecialTokens) {
        List<Encoding> encodings =
                texts.stream().map(text -> encode(text, addSpecialTokens)).toList();
        return tokenizer.padding().map(padding -> padding.pad(encodings)).orElse(encodings);
    }

    /** Appends the ids of a text to {@code ids}: no special tokens, no truncation, no padding. The fastest way. */
    public void encodeIds(String text, IntArrayList ids) {
        encode(text, (id, start, end, word) -> ids.add(id));
    }

    /**
     * Gives the ids of a text away as they are found: no special tokens, no truncation, no padding, and places as they are
     * before any post-processor. Nothing is kept, which for a word of many million letters is most of the memory.
     */
    public void encode(String text, Sink sink) {
        flow.begin(sink);
        segmenter.segment(text, flow);
    }

    /** Receives ids in the order of the text. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes a piece.
         *
         * @param start where what it stands for begins in the text, in chars
         * @param end where that ends
         * @param word the number of the word that it is part of
         */
        void piece(int id, int start, int end, int word);

        /** Takes an added token, which is a word of its own; {@code surface} is the text that it matched. */
        default void token(int id, String surface, int start, int end, int word) {
            piece(id, start, end, word);
        }
    }

    /** For models that draw random numbers: the number of the text that is encoded next. */
    public void startText(long number) {
        model.startText(number);
    }

    private Encoding encodeOnly(String text, int typeId) {
        columns.clear();
        encode(text, columns);
        int[] ids = columns.ids.toIntArray();
        String[] pieces = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            pieces[i] = tokenizer.piece(ids[i]);
        }
        columns.surfaces.forEach(surface -> pieces[surface.at()] = surface.text());
        return Encoding.of(
                text,
                ids,
                pieces,
                columns.starts.toIntArray(),
                columns.ends.toIntArray(),
                columns.words.toIntArray(),
                typeId);
    }

    /** What the model makes of each word, with places in the text. */
    private final class Flow implements Segmenter.Sink, PieceSink {
        private Sink sink;
        private int word;
        private AlignedText text;
        /** Where the word that the model takes apart begins in {@link #text}. */
        private int from;

        void begin(Sink receiver) {
            sink = receiver;
            word = 0;
        }

        @Override
        public void words(PreTokenizedText split) {
            text = split.text();
            char[] chars = text.chars();
            for (int i = 0; i < split.size(); i++) {
                from = split.from(i);
                encodeWord(chars, from, split.to(i));
                word++;
            }
        }

        private void encodeWord(char[] chars, int from, int to) {
            if (cache == null || to - from > WordCache.LONGEST_WORD) {
                model.encode(chars, from, to, this);
                return;
            }
            int hash = TextHash.of(chars, from, to);
            int known = cache.find(chars, from, to, hash);
            if (known < 0) {
                cache.begin(chars, from, to);
                model.encode(chars, from, to, cache);
                known = cache.end(hash);
            }
            cache.emit(known, this);
        }

        @Override
        public void add(int id, int start, int end) {
            sink.piece(
                    id,
                    text.originalStart(from + start),
                    end > start ? text.originalEnd(from + end - 1) : text.originalStart(from + start),
                    word);
        }

        @Override
        public void token(AddedToken token, String surface, int start, int end) {
            sink.token(token.id(), surface, start, end, word++);
        }
    }

    /** What was found so far, in columns. */
    private static final class Columns implements Sink {
        private final IntArrayList ids = new IntArrayList();
        private final IntArrayList starts = new IntArrayList();
        private final IntArrayList ends = new IntArrayList();
        private final IntArrayList words = new IntArrayList();
        private final ArrayList<Surface> surfaces = new ArrayList<>();

        void clear() {
            ids.clear();
            starts.clear();
            ends.clear();
            words.clear();
            surfaces.clear();
        }

        @Override
        public void piece(int id, int start, int end, int word) {
            ids.add(id);
            starts.add(start);
            ends.add(end);
            words.add(word);
        }

        @Override
        public void token(int id, String surface, int start, int end, int word) {
            surfaces.add(new Surface(ids.size(), surface));
            piece(id, start, end, word);
        }
    }

    /** The text that the added token at a place matched. */
    private record Surface(int at, String text) {}
}
