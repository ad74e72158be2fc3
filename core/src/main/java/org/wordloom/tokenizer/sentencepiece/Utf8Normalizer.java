package org.wordloom.tokenizer.sentencepiece;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wordloom.tokenizer.TextGrowth;
import org.wordloom.tokenizer.normalizer.CharacterMap;

/**
 * Normalises text as SentencePiece does, byte for byte: user-defined symbols stay, then the longest rule of the character
 * map applies, malformed bytes become U+FFFD one by one. Keeps no state: safe to share between threads.
 */
public final class Utf8Normalizer {
    private static final byte[] MARK = "\u2581".getBytes(StandardCharsets.UTF_8);
    private static final byte[] SPACE = {' '};
    private static final byte[] REPLACEMENT = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    /** For the space that is put before or after a text, or both. */
    private static final int ROOM = 8;

    /** As the number of a replacement: the bytes stay. */
    private static final int SAME = -1;

    /** As the number of a replacement: U+FFFD. */
    private static final int MALFORMED = -2;

    private final DoubleArrayCharacterMap map;
    private final SymbolFinder symbols;
    private final NormalizerOptions options;
    private final byte[] space;
    /** ASCII characters that stay as they are when another one follows. */
    private final boolean[] isPlain = new boolean[128];

    /**
     * @param map or null to leave characters as they are
     * @param symbols that stay as they are: user-defined pieces
     */
    public Utf8Normalizer(DoubleArrayCharacterMap map, NormalizerOptions options, List<String> symbols) {
        this.map = map;
        this.options = options;
        this.space = options.escapesWhitespace() ? MARK : SPACE;
        this.symbols = new SymbolFinder(symbols);
        for (int c = 0; c < isPlain.length; c++) {
            isPlain[c] = c != ' ' && !this.symbols.begins(c) && (map == null || map.leavesAlone(c));
        }
    }

    public NormalizerOptions options() {
        return options;
    }

    /**
     * Normalises {@code utf8[from, to)}, which may be malformed; origins count from {@code from}.
     *
     * @throws org.wordloom.base.WordloomException FORMAT when the map makes far more of the text than it was
     */
    public void normalize(byte[] utf8, int from, int to, NormalizedUtf8 result) {
        result.clear();
        result.reserve(to - from + ROOM);
        int start = options.removesExtraWhitespace() ? skipSpaces(utf8, from, to) : from;
        if (start == to) {
            result.finish(start - from);
            return;
        }
        if (options.dummyPrefix() && !options.whitespaceAsSuffix()) {
            appendSpace(result, start - from);
        }
        appendAll(utf8, from, start, to, result);
        int end = to - from;
        if (options.removesExtraWhitespace()) {
            while (result.endsWith(space)) {
                end = result.shorten(space.length);
            }
        }
        if (options.dummyPrefix() && options.whitespaceAsSuffix()) {
            appendSpace(result, end);
        }
        result.finish(end);
    }

    private int skipSpaces(byte[] utf8, int from, int to) {
        int i = from;
        while (i < to) {
            long step = step(utf8, i, to);
            int number = CharacterMap.replacementNumber(step);
            boolean isSpace = number < 0
                    ? CharacterMap.keyLength(step) == 1 && utf8[i] == ' '
                    : map.replacements()[number] == ' ' && map.replacements()[number + 1] == 0;
            if (!isSpace) {
                break;
            }
            i += CharacterMap.keyLength(step);
        }
        return i;
    }

    /** The loop that sees every byte: plain ASCII goes straight through, everything else by {@link #step}. */
    private void appendAll(byte[] utf8, int from, int start, int to, NormalizedUtf8 result) {
        boolean afterSpace = options.removesExtraWhitespace();
        long most = TextGrowth.limit(to - from);
        for (int i = start; i < to; ) {
            byte b = utf8[i];
            if (b >= 0 && isPlain[b] && (i + 1 == to || utf8[i + 1] >= 0)) {
                result.append(b, i - from);
                afterSpace = false;
                i++;
            } else {
                long step = step(utf8, i, to);
                afterSpace = appendStep(utf8, i, step, i - from, afterSpace, result);
                TextGrowth.require(result.length(), most, "in the character map");
                i += CharacterMap.keyLength(step);
            }
        }
    }

    /** Appends what a step gives; whether a space comes last, if that matters. */
    private boolean appendStep(byte[] utf8, int at, long step, int origin, boolean afterSpace, NormalizedUtf8 result) {
        int number = CharacterMap.replacementNumber(step);
        byte[] source = number >= 0 ? map.replacements() : number == MALFORMED ? REPLACEMENT : utf8;
        int first = number >= 0 ? number : number == MALFORMED ? 0 : at;
        int end = number >= 0
                ? map.replacementEnd(number)
                : number == MALFORMED ? REPLACEMENT.length : at + CharacterMap.keyLength(step);
        while (afterSpace && first < end && source[first] == ' ') {
            first++;
        }
        if (first == end) {
            return afterSpace;
        }
        for (int i = first; i < end; i++) {
            if (source[i] == ' ') {
                appendSpace(result, origin);
            } else {
                result.append(source[i], origin);
            }
        }
        return options.removesExtraWhitespace() && source[end - 1] == ' ';
    }

    /** How many bytes the next step takes, and the number of their replacement, packed as in {@link CharacterMap}. */
    private long step(byte[] utf8, int at, int to) {
        int symbol = symbols.length(utf8, at, to);
        if (symbol > 0) {
            return pack(symbol, SAME);
        }
        long match = map == null ? CharacterMap.NONE : map.longest(utf8, at, to);
        if (match != CharacterMap.NONE) {
            return match;
        }
        int length = Utf8Characters.length(utf8, at, to);
        return length > 0 ? pack(length, SAME) : pack(1, MALFORMED);
    }

    private static long pack(int length, int number) {
        return ((long) length << 32) | (number & 0xFFFFFFFFL);
    }

    private void appendSpace(NormalizedUtf8 result, int origin) {
        result.append(space, 0, space.length, origin);
    }
}
