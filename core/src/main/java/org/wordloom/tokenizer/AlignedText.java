package org.wordloom.tokenizer;

import java.util.Arrays;

/**
 * Text that is being changed, each of its chars (UTF-16 units) aligned to a range of the original. Both halves of a
 * surrogate pair have the same range. As long as every change replaced a char by a char, no ranges are stored.
 *
 * <p>A change of the length is an edit: {@link #beginEdit}, then {@link #copy}, {@link #replace}, {@link #insert} and
 * {@link #skip} from the beginning to the end, then {@link #endEdit}. An inserted character gets the range of the one
 * before it as it was before the edit, which is what HuggingFace's tokenizers do.
 *
 * <p>Made to be used again and again: it allocates only to grow. Not safe for use by several threads.
 */
public final class AlignedText {
    private Buffer text = new Buffer();
    private Buffer edited = new Buffer();
    /** Where in the original the text begins. */
    private int origin;
    /** Whether char i is aligned to char origin + i of the original. */
    private boolean oneToOne = true;
    /** The next char that the edit reads. */
    private int read;
    /** How long an edit may make the text. */
    private long limit = Integer.MAX_VALUE;
    /** What changes the text, and its number in a sequence of steps, or 0. */
    private Object step = "that changes text";

    private int stepNumber;

    /** Starts anew with the original's {@code [from, to)}. */
    public void reset(char[] original, int from, int to) {
        text.reserve(to - from);
        System.arraycopy(original, from, text.chars, 0, to - from);
        text.length = to - from;
        origin = from;
        oneToOne = true;
    }

    /** Starts anew with all of {@code original}. */
    public void reset(String original) {
        text.reserve(original.length());
        original.getChars(0, original.length(), text.chars, 0);
        text.length = original.length();
        origin = 0;
        oneToOne = true;
    }

    /** Starts anew with {@code [from, to)} of {@code other} and its alignment. */
    public void reset(AlignedText other, int from, int to) {
        reset(other.text.chars, from, to);
        origin = other.origin + from;
        if (!other.oneToOne) {
            oneToOne = false;
            text.reserveRanges();
            System.arraycopy(other.text.starts, from, text.starts, 0, to - from);
            System.arraycopy(other.text.ends, from, text.ends, 0, to - from);
        }
    }

    public int length() {
        return text.length;
    }

    /** Sets how many chars an edit may leave, until the next call. */
    void limit(long chars) {
        limit = chars;
    }

    /**
     * Says what changes the text from now on, for the message when it makes too much of it; {@code number} is 0 outside
     * of sequences.
     */
    public void enter(Object nextStep, int number) {
        step = nextStep;
        stepNumber = number;
    }

    /**
     * Checks that an edit may leave so many chars.
     *
     * @throws org.wordloom.base.WordloomException FORMAT when that is far more than the text had
     */
    public void requireLength(long chars) {
        if (chars > limit) {
            String name = step instanceof String text ? text : step.getClass().getSimpleName();
            TextGrowth.require(chars, limit, stepNumber == 0 ? name : "number " + stepNumber + ", " + name + ",");
        }
    }

    /** The chars, of which only the first {@link #length()} count. They may be changed in place, a char for a char. */
    public char[] chars() {
        return text.chars;
    }

    /** Where the original of the char at {@code at} begins. */
    public int originalStart(int at) {
        if (!oneToOne) {
            return text.starts[at];
        }
        return origin + (at > 0 && isSecondHalf(at) ? at - 1 : at);
    }

    /** Where the original of the char at {@code at} ends. */
    public int originalEnd(int at) {
        if (!oneToOne) {
            return text.ends[at];
        }
        return origin + (Character.isHighSurrogate(text.chars[at]) && at + 1 < text.length ? at + 2 : at + 1);
    }

    /** The first position in {@code [from, length)} whose char is {@code limit} or above, or the length. */
    public int firstFrom(int limit, int from) {
        int i = from;
        while (i < text.length && text.chars[i] < limit) {
            i++;
        }
        return i;
    }

    public void beginEdit() {
        edited.length = 0;
        read = 0;
        edited.reserve(text.length);
        edited.reserveRanges();
    }

    /** The position in the text as it was before the edit to which it has been read. */
    public int position() {
        return read;
    }

    /** Keeps the next {@code count} chars. */
    public void copy(int count) {
        reserve(count);
        System.arraycopy(text.chars, read, edited.chars, edited.length, count);
        if (oneToOne) {
            copyRanges(count);
        } else {
            System.arraycopy(text.starts, read, edited.starts, edited.length, count);
            System.arraycopy(text.ends, read, edited.ends, edited.length, count);
        }
        edited.length += count;
        read += count;
    }

    /** Counts up, which is almost always all; then mends the few surrogates. */
    private void copyRanges(int count) {
        int[] starts = edited.starts;
        int[] ends = edited.ends;
        int surrogates = 0;
        for (int i = 0; i < count; i++) {
            starts[edited.length + i] = origin + read + i;
            ends[edited.length + i] = origin + read + i + 1;
            surrogates |= (text.chars[read + i] & 0xF800) == Character.MIN_SURROGATE ? 1 : 0;
        }
        for (int i = 0; surrogates != 0 && i < count; i++) {
            starts[edited.length + i] = originalStart(read + i);
            ends[edited.length + i] = originalEnd(read + i);
        }
    }

    /** Puts {@code codePoint} in the place of the next code point. */
    public void replace(int codePoint) {
        int at = Math.min(read, text.length - 1);
        append(codePoint, at < 0 ? origin : originalStart(at), at < 0 ? origin : originalEnd(at));
        skip(1);
    }

    /** Puts {@code codePoint} here, aligned as the char that was read last. */
    public void insert(int codePoint) {
        if (read == 0) {
            append(codePoint, origin, origin);
        } else {
            append(codePoint, originalStart(read - 1), originalEnd(read - 1));
        }
    }

    /** Leaves the next {@code codePoints} code points out. */
    public void skip(int codePoints) {
        for (int i = 0; i < codePoints && read < text.length; i++) {
            read += Character.charCount(codePointAt(read));
        }
    }

    /** Moves on to position {@code to}, leaving out what lies before it. */
    public void skipTo(int to) {
        read = to;
    }

    /**
     * Puts {@code codePoint} here as HuggingFace's transformations say it: a positive change inserts it, else it stands
     * for the next code point, and as many code points after that one as the change is negative are left out.
     */
    public void transform(int codePoint, int change) {
        if (change > 0) {
            insert(codePoint);
        } else {
            replace(codePoint);
            skip(-change);
        }
    }

    /** How many chars the edit has written so far. */
    public int editedLength() {
        return edited.length;
    }

    /**
     * Makes what was written the text. What was not read is dropped.
     *
     * @throws org.wordloom.base.WordloomException FORMAT when that is far more than the text had
     */
    public void endEdit() {
        requireLength(edited.length);
        Buffer old = text;
        text = edited;
        edited = old;
        oneToOne = false;
    }

    /** The code point at {@code at}. */
    public int codePointAt(int at) {
        return Character.codePointAt(text.chars, at, text.length);
    }

    /** Puts {@code content} before the first code point, aligned as that is; nothing when there is none. */
    public void prepend(String content) {
        if (text.length == 0 || content.isEmpty()) {
            return;
        }
        beginEdit();
        prependNext(content);
        copy(text.length - read);
        endEdit();
    }

    /** Within an edit: puts {@code content}, which is not empty, before the next code point, aligned as that is. */
    public void prependNext(String content) {
        int next = codePointAt(read);
        int first = content.codePointAt(0);
        replace(first);
        for (int i = Character.charCount(first); i < content.length(); ) {
            int codePoint = content.codePointAt(i);
            insert(codePoint);
            i += Character.charCount(codePoint);
        }
        insert(next);
    }

    @Override
    public String toString() {
        return new String(text.chars, 0, text.length);
    }

    private void append(int codePoint, int start, int end) {
        reserve(2);
        int units = Character.toChars(codePoint, edited.chars, edited.length);
        for (int i = 0; i < units; i++) {
            edited.starts[edited.length] = start;
            edited.ends[edited.length] = end;
            edited.length++;
        }
    }

    /** Room is what a text that grows takes first, so that is where too much is noticed. */
    private void reserve(int more) {
        long needed = (long) edited.length + more;
        if (needed > edited.chars.length) {
            requireLength(needed - 1);
            edited.reserve((int) needed);
        }
        edited.reserveRanges();
    }

    private boolean isSecondHalf(int at) {
        return Character.isLowSurrogate(text.chars[at]) && Character.isHighSurrogate(text.chars[at - 1]);
    }

    /** Chars and, when they are needed, the range of each. */
    private static final class Buffer {
        private char[] chars = new char[256];
        private int[] starts = {};
        private int[] ends = {};
        private int length;

        void reserve(int capacity) {
            if (capacity > chars.length) {
                chars = Arrays.copyOf(chars, grown(chars.length, capacity));
            }
        }

        void reserveRanges() {
            if (starts.length < chars.length) {
                starts = Arrays.copyOf(starts, chars.length);
                ends = Arrays.copyOf(ends, chars.length);
            }
        }

        private static int grown(int length, int needed) {
            return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(needed, 16L + length + (length >> 1)));
        }
    }
}
