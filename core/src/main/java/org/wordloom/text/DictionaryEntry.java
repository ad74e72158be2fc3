package org.wordloom.text;

/**
 * One line of a word list: a word, and optionally a TAB and its count.
 *
 * @param word the word, without white space
 * @param count how often it occurs, at least 1; 1 where the line has none
 */
record DictionaryEntry(String word, long count) {
    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException with a reason that can be shown to the user
     */
    static DictionaryEntry parse(String line) {
        int tab = line.indexOf('\t');
        String word = tab < 0 ? line : line.substring(0, tab);
        if (word.isEmpty()) {
            throw new IllegalArgumentException("it has no word");
        }
        if (word.codePoints().anyMatch(WhiteSpaceCharacters::is)) {
            throw new IllegalArgumentException("the word holds white space (a TAB separates word and count)");
        }
        return new DictionaryEntry(word, tab < 0 ? 1 : parseCount(line.substring(tab + 1)));
    }

    static boolean hasCount(String line) {
        return line.indexOf('\t') >= 0;
    }

    private static long parseCount(String text) {
        try {
            long count = Long.parseLong(text);
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a count", e);
        }
        throw new IllegalArgumentException("the count is " + text + ", expected at least 1");
    }
}
