package org.wordloom.tokenizer;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * How encodings are cut to a length.
 *
 * @param maxLength at most so many ids, special tokens included
 * @param strategy which of a pair is cut
 * @param stride how many ids the parts that overflow repeat of the part before
 * @param direction at which end is cut
 */
public record Truncation(int maxLength, Strategy strategy, int stride, Direction direction) {
    /** Which text of a pair is cut. */
    public enum Strategy {
        LONGEST_FIRST("LongestFirst"),
        ONLY_FIRST("OnlyFirst"),
        ONLY_SECOND("OnlySecond");

        private final String label;

        Strategy(String label) {
            this.label = label;
        }

        /** The name in files. */
        public String label() {
            return label;
        }
    }

    /**
     * Cuts one or two encodings, so that together with {@code added} special tokens they are not too long.
     *
     * @throws WordloomException USAGE when that is not possible
     */
    public List<Encoding> truncate(List<Encoding> encodings, int added) {
        int limit = maxLength - added;
        if (limit < 0) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "truncation.max_length of the tokenizer is " + maxLength
                            + ", which leaves no room: its post_processor adds " + added + " ids");
        }
        int total = encodings.stream().mapToInt(Encoding::size).sum();
        if (total <= limit) {
            return encodings;
        }
        if (limit == 0) {
            return encodings.stream().map(encoding -> cut(encoding, 0)).toList();
        }
        return switch (strategy) {
            case LONGEST_FIRST -> longestFirst(encodings, limit);
            case ONLY_FIRST -> onlyOne(encodings, 0, total - limit);
            case ONLY_SECOND -> onlyOne(encodings, 1, total - limit);
        };
    }

    private List<Encoding> longestFirst(List<Encoding> encodings, int limit) {
        if (encodings.size() == 1) {
            return List.of(cut(encodings.get(0), limit));
        }
        int first = encodings.get(0).size();
        int second = encodings.get(1).size();
        int shorter = Math.min(first, second);
        int longer = shorter > limit ? shorter : Math.max(shorter, limit - shorter);
        if ((long) shorter + longer > limit) {
            shorter = limit / 2;
            longer = shorter + limit % 2;
        }
        boolean swapped = first > second;
        return List.of(
                cut(encodings.get(0), swapped ? longer : shorter), cut(encodings.get(1), swapped ? shorter : longer));
    }

    private List<Encoding> onlyOne(List<Encoding> encodings, int which, int excess) {
        if (which >= encodings.size()) {
            throw new WordloomException(ExitCode.USAGE, "truncation of the second text only, but there is one text");
        }
        int size = encodings.get(which).size();
        if (size <= excess) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "truncation to " + maxLength + " ids would have to take " + excess + " of the "
                            + (which == 0 ? "first" : "second") + " text's " + size);
        }
        List<Encoding> result = new ArrayList<>(encodings);
        result.set(which, cut(encodings.get(which), size - excess));
        return result;
    }

    /** The first part of at most {@code length} ids, with the others as what overflows. */
    private Encoding cut(Encoding encoding, int length) {
        int size = encoding.size();
        if (length >= size) {
            return encoding;
        }
        if (length == 0) {
            return Encoding.empty().withOverflowing(List.of(encoding));
        }
        if (stride >= length) {
            throw new WordloomException(
                    ExitCode.USAGE,
                    "truncation.stride of the tokenizer is " + stride + ", not below the " + length
                            + " ids that a part holds: truncation.max_length is " + maxLength
                            + ", less special tokens and another text; lower the one or raise the other");
        }
        int more = (size - length - 1) / (length - stride) + 1;
        return part(encoding, length, 0).withOverflowing(new EncodingParts(more, at -> part(encoding, length, at + 1)));
    }

    private Encoding part(Encoding encoding, int length, int number) {
        int size = encoding.size();
        int cut = number * (length - stride);
        int done = (int) Math.min((long) cut + length, size);
        return direction == Direction.LEFT ? encoding.slice(size - done, size - cut) : encoding.slice(cut, done);
    }
}
