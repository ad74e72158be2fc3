package org.wordloom.cluster.tokenizer;

import java.io.Serializable;
import java.util.List;
import org.wordloom.format.tokenizer.EncodingColumn;

/**
 * What is written of every text.
 *
 * @param columns one or more, each once
 * @param format of the files
 * @param specialTokens whether the special tokens that the tokenizer puts around a text are added
 */
public record TokenizeOptions(List<EncodingColumn> columns, Format format, boolean specialTokens)
        implements Serializable {
    private static final long serialVersionUID = 1L;

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
}
