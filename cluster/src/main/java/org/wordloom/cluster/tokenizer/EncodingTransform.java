package org.wordloom.cluster.tokenizer;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.wordloom.base.Problems;
import org.wordloom.format.tokenizer.EncodingColumn;

/**
 * Adds columns with ids, pieces and offsets to a data set that has a column of texts: what a Spark ML transformer does,
 * without Spark ML's parameters. A text that is null has null columns. Every executor reads the tokenizer once.
 *
 * <p>Tokenizers that draw random numbers (dropout) do so as for the first text of a corpus, whichever row it is: rows
 * have no number.
 */
public final class EncodingTransform {
    private static final DataType OFFSET = DataTypes.createStructType(new StructField[] {
        DataTypes.createStructField("begin", DataTypes.IntegerType, false),
        DataTypes.createStructField("end", DataTypes.IntegerType, false)
    });

    private final TokenizerBroadcast tokenizer;
    private final EncodingColumnNames names;

    /** @throws org.wordloom.base.WordloomException USAGE when the names contradict each other */
    public EncodingTransform(TokenizerBroadcast tokenizer, EncodingColumnNames names) {
        Problems problems = new Problems();
        names.validate(problems);
        problems.throwIfAny();
        this.tokenizer = tokenizer;
        this.names = names;
    }

    /**
     * The schema of what {@link #transform} makes of data with this schema.
     *
     * @throws org.wordloom.base.WordloomException USAGE when the input column is missing or holds no strings, or an
     *     output column is there already
     */
    public StructType transformSchema(StructType schema) {
        List<String> fields = Arrays.asList(schema.fieldNames());
        Problems problems = new Problems();
        if (!fields.contains(names.input())) {
            problems.add("there is no column '%s'; the data have %s", names.input(), String.join(", ", fields));
        } else if (!schema.apply(names.input()).dataType().equals(DataTypes.StringType)) {
            problems.add(
                    "the column '%s' holds %s, expected strings",
                    names.input(), schema.apply(names.input()).dataType().simpleString());
        }
        StructType result = schema;
        for (EncodingColumn column : names.added()) {
            problems.require(!fields.contains(names.of(column)), "there is a column '%s' already", names.of(column));
            result = result.add(names.of(column), DataTypes.createArrayType(element(column), false), true);
        }
        problems.throwIfAny();
        return result;
    }

    /** The data with the columns added, after those that are there. */
    public Dataset<Row> transform(Dataset<?> data) {
        StructType schema = transformSchema(data.schema());
        int input = data.schema().fieldIndex(names.input());
        EncodingColumnNames columns = names;
        // Given back by Spark, when nobody holds the data set any more: it may be computed again at any time until
        // then.
        Broadcast<TokenizerBroadcast> shared = JavaSparkContext.fromSparkContext(
                        data.sparkSession().sparkContext())
                .broadcast(tokenizer);
        MapPartitionsFunction<Row, Row> encode = rows -> encodedRows(rows, shared.value(), columns, input);
        return data.toDF().mapPartitions(encode, Encoders.row(schema));
    }

    private static Iterator<Row> encodedRows(
            Iterator<Row> rows, TokenizerBroadcast tokenizer, EncodingColumnNames columns, int input) {
        EncodedRow encoded = new EncodedRow(tokenizer.tokenizer().newEncoder(), columns, input);
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public Row next() {
                return encoded.of(rows.next());
            }
        };
    }

    private static DataType element(EncodingColumn column) {
        return switch (column) {
            case IDS -> DataTypes.IntegerType;
            case PIECES -> DataTypes.StringType;
            case OFFSETS -> OFFSET;
        };
    }
}
