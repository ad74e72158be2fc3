package org.wordloom.cluster.tokenizer;

import java.io.Serializable;
import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.format.tokenizer.EncodingColumn;

/**
 * What is written of every text.
 *
 * @param columns one or more, each once
 * @param format of the files
 * @param specialTokens whether the special tokens that the tokenizer puts around a text are added
 * @param longestText in bytes; a longer text is not encoded, but counted: it has a row without an encoding. Encoding a
 *     byte takes about a hundred of memory
 */
public record TokenizeOptions(List<EncodingColumn> columns, Format format, boolean specialTokens, long longestText)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Half a gigabyte for each core. */
    public static final long LONGEST_TEXT = 4L << 20;

    private static final long LARGEST_LIMIT = 1L << 28;

    /** How files hold encodings. */
    public enum Format {
        /** A row a text, a list a column; a null list for a record without a text. */
        PARQUET(".parquet"),
        /** A line a text, see {@link org.wordloom.format.tokenizer.EncodingLine}; an empty one for none. */
        TEXT(".txt");

        private final String extension;

        Format(String extension) {
            this.extension = extension;
        }

        String extension() {
            return extension;
        }
    }

    public TokenizeOptions {
        columns = List.copyOf(columns);
    }

    /** Adds what is out of range. */
    public void validate(Problems problems) {
        problems.require(
                longestText >= 1 && longestText <= LARGEST_LIMIT,
                "--longest-text is %d bytes, expected 1 to %d",
                longestText,
                LARGEST_LIMIT);
    }
}
