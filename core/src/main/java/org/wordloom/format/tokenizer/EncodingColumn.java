package org.wordloom.format.tokenizer;

import java.util.Locale;

/** What is kept of an encoding when it is written down. */
public enum EncodingColumn {
    /** The ids. */
    IDS,
    /** The pieces; of an added token, what it matched. */
    PIECES,
    /** Where each piece begins and ends in its text, in chars (UTF-16 units). */
    OFFSETS;

    /** Its name in files. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
