package org.wordloom.tokenizer;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a tokenizer makes of a text, or of a pair of texts: ids, with what is known of each. Offsets are in chars (UTF-16
 * units) of the original text that the id comes from; special tokens have the offsets 0 and 0. Immutable.
 */
public final class Encoding {
    /** The word number of what belongs to no word: special tokens and padding. */
    public static final int NO_WORD = -1;

    private static final Encoding EMPTY = new Encoding(new Columns(0), List.of());

    private final Columns columns;
    private final List<Encoding> overflowing;

    private Encoding(Columns columns, List<Encoding> overflowing) {
        this.columns = columns;
        this.overflowing = overflowing;
    }

    public static Encoding empty() {
        return EMPTY;
    }

    /** The ids of {@code text}; the arrays belong to the encoding from now on. */
    static Encoding of(String text, int[] ids, String[] pieces, int[] starts, int[] ends, int[] words, int typeId) {
        int[] typeIds = new int[ids.length];
        Arrays.fill(typeIds, typeId);
        boolean[] attention = new boolean[ids.length];
        Arrays.fill(attention, true);
        Columns columns =
                new Columns(text, ids, pieces, starts, ends, words, typeIds, new boolean[ids.length], attention);
        return new Encoding(columns, List.of());
    }

    /** Special tokens alone. */
    public static Encoding special(int[] ids, List<String> pieces, int typeId) {
        Columns columns = new Columns(ids.length);
        for (int i = 0; i < ids.length; i++) {
            columns.setSpecial(i, ids[i], pieces.get(i), typeId);
            columns.attention[i] = true;
        }
        return new Encoding(columns, List.of());
    }

    /** The text that all offsets are of, which is empty for special tokens; none for a pair of texts. */
    public Optional<String> text() {
        return Optional.ofNullable(columns.text);
    }

    /** How many ids there are. */
    public int size() {
        return columns.ids.length;
    }

    public int id(int at) {
        return columns.ids[at];
    }

    /** A copy of all ids. */
    public int[] ids() {
        return columns.ids.clone();
    }

    /** The piece, or what of the text an added token matched, white space that it swallowed included. */
    public String piece(int at) {
        return columns.pieces[at];
    }

    /** The pieces of all ids. */
    public List<String> pieces() {
        return List.of(columns.pieces);
    }

    /** Where what the id stands for begins in its text. */
    public int start(int at) {
        return columns.starts[at];
    }

    /** Where what the id stands for ends in its text. */
    public int end(int at) {
        return columns.ends[at];
    }

    /** The number of the word that the id is part of, from 0 in each text, or {@link #NO_WORD}. */
    public int word(int at) {
        return columns.words[at];
    }

    /** 0 or 1 for the first or second text, or what a template says. */
    public int typeId(int at) {
        return columns.typeIds[at];
    }

    /** Whether the id was added: a special token of the post-processor, or padding. */
    public boolean isSpecial(int at) {
        return columns.special[at];
    }

    /** False for padding. */
    public boolean isAttended(int at) {
        return columns.attention[at];
    }

    /** What truncation cut off, as encodings of the same form; each is made anew when it is asked for. */
    public List<Encoding> overflowing() {
        return overflowing;
    }

    /** This with another type for all ids; what overflows keeps its own. */
    public Encoding withTypeId(int typeId) {
        int[] typeIds = new int[size()];
        Arrays.fill(typeIds, typeId);
        return new Encoding(
                new Columns(
                        columns.text,
                        columns.ids,
                        columns.pieces,
                        columns.starts,
                        columns.ends,
                        columns.words,
                        typeIds,
                        columns.special,
                        columns.attention),
                overflowing);
    }

    /** This with other offsets. */
    public Encoding withOffsets(int[] starts, int[] ends) {
        return new Encoding(
                new Columns(
                        columns.text,
                        columns.ids,
                        columns.pieces,
                        starts,
                        ends,
                        columns.words,
                        columns.typeIds,
                        columns.special,
                        columns.attention),
                overflowing);
    }

    /** This with other overflowing encodings. */
    public Encoding withOverflowing(List<Encoding> others) {
        return new Encoding(columns, others instanceof EncodingParts ? others : List.copyOf(others));
    }

    /** Applies {@code change} to this encoding and to each overflowing one. */
    public Encoding mapParts(UnaryOperator<Encoding> change) {
        Encoding alone = new Encoding(columns, List.of());
        return new Encoding(change.apply(alone).columns, mapped(change));
    }

    private List<Encoding> mapped(UnaryOperator<Encoding> change) {
        return overflowing.isEmpty()
                ? overflowing
                : new EncodingParts(overflowing.size(), at -> change.apply(overflowing.get(at)));
    }

    /** The part from {@code from} to {@code to}, without what overflows. */
    public Encoding slice(int from, int to) {
        return new Encoding(columns.slice(from, to), List.of());
    }

    /**
     * One encoding after another. When some overflow, so does the result: every part that overflows is joined with each
     * of the others' parts.
     */
    public static Encoding concatenate(List<Encoding> encodings) {
        Encoding result = EMPTY;
        for (Encoding encoding : encodings) {
            result = result.size() == 0 && result.overflowing.isEmpty() ? encoding : result.followedBy(encoding);
        }
        return result;
    }

    private Encoding followedBy(Encoding next) {
        return new Encoding(columns.followedBy(next.columns), partsFollowedBy(next));
    }

    /** Each part of this before the next encoding and each of its parts, then this before each of those parts. */
    private List<Encoding> partsFollowedBy(Encoding next) {
        int theirs = next.overflowing.size();
        long size = (overflowing.size() + 1L) * (theirs + 1L) - 1;
        if (size == 0) {
            return List.of();
        }
        Columns mine = columns;
        List<Encoding> myParts = overflowing;
        return new EncodingParts(size, at -> {
            int row = (int) (at / (theirs + 1L));
            int column = (int) (at % (theirs + 1L)) - 1;
            if (row == myParts.size()) {
                column++; // this and the next encoding together are no part, but what the parts overflow from
            }
            Columns left = row == myParts.size() ? mine : myParts.get(row).columns;
            Columns right = column < 0 ? next.columns : next.overflowing.get(column).columns;
            return new Encoding(left.followedBy(right), List.of());
        });
    }

    /** This with {@code padding} put before or after it, in what overflows too, up to {@code length} ids. */
    Encoding padded(int length, Padding padding) {
        List<Encoding> parts = mapped(part -> part.padded(length, padding));
        int missing = length - size();
        if (missing <= 0) {
            return withOverflowing(parts);
        }
        Columns pad = new Columns(missing);
        for (int i = 0; i < missing; i++) {
            pad.setSpecial(i, padding.id(), padding.piece(), padding.typeId());
        }
        boolean left = padding.direction() == Direction.LEFT;
        return new Encoding(left ? pad.followedBy(columns) : columns.followedBy(pad), parts);
    }

    /** One array for each property of the ids, all of one length. */
    private static final class Columns {
        /** Null for a pair of texts. */
        private final String text;

        private final int[] ids;
        private final String[] pieces;
        private final int[] starts;
        private final int[] ends;
        private final int[] words;
        private final int[] typeIds;
        private final boolean[] special;
        private final boolean[] attention;

        Columns(int size) {
            this(
                    "",
                    new int[size],
                    new String[size],
                    new int[size],
                    new int[size],
                    new int[size],
                    new int[size],
                    new boolean[size],
                    new boolean[size]);
        }

        Columns(
                String text,
                int[] ids,
                String[] pieces,
                int[] starts,
                int[] ends,
                int[] words,
                int[] typeIds,
                boolean[] special,
                boolean[] attention) {
            this.text = text;
            this.ids = ids;
            this.pieces = pieces;
            this.starts = starts;
            this.ends = ends;
            this.words = words;
            this.typeIds = typeIds;
            this.special = special;
            this.attention = attention;
        }

        void setSpecial(int at, int id, String piece, int typeId) {
            ids[at] = id;
            pieces[at] = piece;
            words[at] = NO_WORD;
            typeIds[at] = typeId;
            special[at] = true;
        }

        Columns slice(int from, int to) {
            return slice(text, from, to);
        }

        private Columns slice(String text, int from, int to) {
            return new Columns(
                    text,
                    Arrays.copyOfRange(ids, from, to),
                    Arrays.copyOfRange(pieces, from, to),
                    Arrays.copyOfRange(starts, from, to),
                    Arrays.copyOfRange(ends, from, to),
                    Arrays.copyOfRange(words, from, to),
                    Arrays.copyOfRange(typeIds, from, to),
                    Arrays.copyOfRange(special, from, to),
                    Arrays.copyOfRange(attention, from, to));
        }

        Columns followedBy(Columns next) {
            Columns joined = slice(textWith(next), 0, ids.length + next.ids.length);
            int at = ids.length;
            int count = next.ids.length;
            System.arraycopy(next.ids, 0, joined.ids, at, count);
            System.arraycopy(next.pieces, 0, joined.pieces, at, count);
            System.arraycopy(next.starts, 0, joined.starts, at, count);
            System.arraycopy(next.ends, 0, joined.ends, at, count);
            System.arraycopy(next.words, 0, joined.words, at, count);
            System.arraycopy(next.typeIds, 0, joined.typeIds, at, count);
            System.arraycopy(next.special, 0, joined.special, at, count);
            System.arraycopy(next.attention, 0, joined.attention, at, count);
            return joined;
        }

        /** Special tokens go with any text. */
        private String textWith(Columns next) {
            if (text != null && text.isEmpty()) {
                return next.text;
            }
            return next.text != null && next.text.isEmpty() ? text : null;
        }
    }
}
