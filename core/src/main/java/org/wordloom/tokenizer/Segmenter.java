package org.wordloom.tokenizer;

/**
 * Takes text to the words that a model gets: finds added tokens, normalises and splits the rest. Lone surrogates count
 * as U+FFFD. A text that becomes far too long is an error (FORMAT) which names the step. Not safe for use by several threads.
 */
public final class Segmenter {
    private final Normalizer normalizer;
    private final PreTokenizer preTokenizer;
    private final AddedTokenFinder rawTokens;
    private final AddedTokenFinder normalizedTokens;

    private final AlignedText normalized = new AlignedText();
    private final AlignedText part = new AlignedText();
    private final PreTokenizedText words = new PreTokenizedText();
    private final TextGrowth growth = new TextGrowth();
    private char[] original = new char[256];
    private Sink sink;

    Segmenter(
            Normalizer normalizer,
            PreTokenizer preTokenizer,
            AddedTokenFinder rawTokens,
            AddedTokenFinder normalizedTokens) {
        this.normalizer = normalizer;
        this.preTokenizer = preTokenizer;
        this.rawTokens = rawTokens;
        this.normalizedTokens = normalizedTokens;
    }

    /** Gives the words and added tokens of {@code text} to {@code sink}, in order. */
    public void segment(String text, Sink sink) {
        this.sink = sink;
        int length = text.length();
        growth.begin(length);
        if (rawTokens.isEmpty()) {
            normalized.reset(text);
            repair(normalized.chars(), length);
            split();
            return;
        }
        if (original.length < length) {
            original = new char[length];
        }
        text.getChars(0, length, original, 0);
        repair(original, length);
        rawTokens.find(original, 0, length, new RawParts());
    }

    /** Receives what a text consists of. */
    public interface Sink {
        /** Takes the words of a part of the text; they are only valid during the call. */
        void words(PreTokenizedText words);

        /**
         * Takes an added token.
         *
         * @param token what was found
         * @param surface the text that it matched
         * @param start where that begins in the original
         * @param end where it ends
         */
        void token(AddedToken token, String surface, int start, int end);
    }

    private static void repair(char[] chars, int length) {
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(chars[i + 1])) {
                i++;
            } else {
                chars[i] = '\uFFFD';
            }
        }
    }

    private void normalize(int from, int to) {
        normalized.reset(original, from, to);
        split();
    }

    /** Normalises the text that was set, and splits it. */
    private void split() {
        if (normalizer != null) {
            int before = normalized.length();
            growth.allow(normalized);
            normalized.enter(normalizer, 0);
            normalizer.normalize(normalized);
            growth.became(before, normalized.length());
        }
        if (normalizedTokens.isEmpty()) {
            split(normalized);
        } else {
            normalizedTokens.find(normalized.chars(), 0, normalized.length(), new NormalizedParts());
        }
    }

    private void split(AlignedText text) {
        words.reset(text);
        if (preTokenizer != null) {
            int before = text.length();
            growth.allow(text);
            text.enter(preTokenizer, 0);
            preTokenizer.split(words);
            growth.became(before, text.length());
        }
        sink.words(words);
    }

    private final class RawParts implements AddedTokenFinder.Sink {
        @Override
        public void text(int from, int to) {
            normalize(from, to);
        }

        @Override
        public void token(AddedToken token, int from, int to) {
            sink.token(token, new String(original, from, to - from), from, to);
        }
    }

    private final class NormalizedParts implements AddedTokenFinder.Sink {
        @Override
        public void text(int from, int to) {
            // A pre-tokenizer changes its text, and the rest of the normalised text is still needed.
            part.reset(normalized, from, to);
            split(part);
        }

        @Override
        public void token(AddedToken token, int from, int to) {
            String surface = new String(normalized.chars(), from, to - from);
            sink.token(token, surface, normalized.originalStart(from), normalized.originalEnd(to - 1));
        }
    }
}
