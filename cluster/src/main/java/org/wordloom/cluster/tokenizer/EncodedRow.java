package org.wordloom.cluster.tokenizer;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.wordloom.format.tokenizer.EncodingColumn;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.TokenizerEncoder;
import scala.collection.immutable.ArraySeq;

/** Makes rows with the columns of their encodings, in one thread. */
final class EncodedRow {
    private final TokenizerEncoder encoder;
    private final List<EncodingColumn> added;
    private final int input;
    private final boolean specialTokens;

    /** @param input the place of the text in a row */
    EncodedRow(TokenizerEncoder encoder, EncodingColumnNames columns, int input) {
        this.encoder = encoder;
        this.added = columns.added();
        this.input = input;
        this.specialTokens = columns.specialTokens();
    }

    Row of(Row row) {
        Object[] values = new Object[row.size() + added.size()];
        for (int i = 0; i < row.size(); i++) {
            values[i] = row.get(i);
        }
        if (!row.isNullAt(input)) {
            Encoding encoding = encoder.encode(row.getString(input), specialTokens);
            for (int i = 0; i < added.size(); i++) {
                values[row.size() + i] = ArraySeq.unsafeWrapArray(values(encoding, added.get(i)));
            }
        }
        return RowFactory.create(values);
    }

    private static Object[] values(Encoding encoding, EncodingColumn column) {
        Object[] values = new Object[encoding.size()];
        Arrays.setAll(values, at -> switch (column) {
            case IDS -> encoding.id(at);
            case PIECES -> encoding.piece(at);
            case OFFSETS -> RowFactory.create(encoding.start(at), encoding.end(at));
        });
        return values;
    }
}
