package org.wordloom.tokenizer.merging;

import java.util.Arrays;

/** A number for each code point, {@link #NONE} where none was set; pages of 256 are made when needed. */
public final class CodePointTable {
    public static final int NONE = -1;

    private static final int PAGE_BITS = 8;
    private static final int PAGE_MASK = (1 << PAGE_BITS) - 1;
    private static final int[] EMPTY = emptyPage();

    private final int[][] pages = new int[(Character.MAX_CODE_POINT >>> PAGE_BITS) + 1][];

    public CodePointTable() {
        Arrays.fill(pages, EMPTY);
    }

    public int get(int codePoint) {
        return pages[codePoint >>> PAGE_BITS][codePoint & PAGE_MASK];
    }

    public void set(int codePoint, int value) {
        int page = codePoint >>> PAGE_BITS;
        if (pages[page] == EMPTY) {
            pages[page] = EMPTY.clone();
        }
        pages[page][codePoint & PAGE_MASK] = value;
    }

    private static int[] emptyPage() {
        int[] page = new int[1 << PAGE_BITS];
        Arrays.fill(page, NONE);
        return page;
    }
}
