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
    private final Tokens tokens = new Tokens();

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
        tokens.clear();
        segmenter.segment(text, tokens);
        ids.addElements(ids.size(), tokens.ids.elements(), 0, tokens.ids.size());
    }

    /** For models that draw random numbers: the number of the text that is encoded next. */
    public void startText(long number) {
        model.startText(number);
    }

    private Encoding encodeOnly(String text, int typeId) {
        tokens.clear();
        segmenter.segment(text, tokens);
        int[] ids = tokens.ids.toIntArray();
        String[] pieces = new String[ids.length];
        for (int i = 0; i < ids.length; i++) {
            pieces[i] = tokenizer.piece(ids[i]);
        }
        tokens.surfaces.forEach(surface -> pieces[surface.at()] = surface.text());
        return Encoding.of(
                ids, pieces, tokens.starts.toIntArray(), tokens.ends.toIntArray(), tokens.words.toIntArray(), typeId);
    }

    /** What was found so far, in columns. */
    private final class Tokens implements Segmenter.Sink, PieceSink {
        private final IntArrayList ids = new IntArrayList();
        private final IntArrayList starts = new IntArrayList();
        private final IntArrayList ends = new IntArrayList();
        private final IntArrayList words = new IntArrayList();
        private final ArrayList<Surface> surfaces = new ArrayList<>();
        private int word;
        private AlignedText text;
        /** Where the word that the model takes apart begins in {@link #text}. */
        private int from;

        void clear() {
            ids.clear();
            starts.clear();
            ends.clear();
            words.clear();
            surfaces.clear();
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
            ids.add(id);
            starts.add(text.originalStart(from + start));
            ends.add(end > start ? text.originalEnd(from + end - 1) : text.originalStart(from + start));
            words.add(word);
        }

        @Override
        public void token(AddedToken token, String surface, int start, int end) {
            surfaces.add(new Surface(ids.size(), surface));
            ids.add(token.id());
            starts.add(start);
            ends.add(end);
            words.add(word);
            word++;
        }
    }

    /** The text that the added token at a place matched. */
    private record Surface(int at, String text) {}
}
