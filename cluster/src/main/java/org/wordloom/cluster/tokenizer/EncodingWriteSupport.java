package org.wordloom.cluster.tokenizer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.wordloom.format.tokenizer.EncodingColumn;
import org.wordloom.tokenizer.Encoding;

/**
 * Tells Parquet the values of an encoding: {@code ids: list<int>}, {@code pieces: list<string>} and
 * {@code offsets: list<struct<begin: int, end: int>>}, as Spark, Arrow and others write lists of three levels. Lists of
 * a missing encoding are null, values never are.
 */
final class EncodingWriteSupport extends WriteSupport<Optional<Encoding>> {
    private static final String LIST = "list";
    private static final String ELEMENT = "element";
    private static final String BEGIN = "begin";
    private static final String END = "end";

    private final List<EncodingColumn> columns;
    private RecordConsumer out;

    EncodingWriteSupport(List<EncodingColumn> columns) {
        this.columns = columns;
    }

    @Override
    public WriteContext init(Configuration configuration) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        columns.forEach(column -> schema.addField(list(column)));
        MessageType message = schema.named("encoding");
        return new WriteContext(message, Map.of());
    }

    private static Type list(EncodingColumn column) {
        return Types.optionalList().element(element(column)).named(column.title());
    }

    private static Type element(EncodingColumn column) {
        return switch (column) {
            case IDS -> Types.required(PrimitiveTypeName.INT32).named(ELEMENT);
            case PIECES ->
                Types.required(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(ELEMENT);
            case OFFSETS ->
                Types.requiredGroup()
                        .required(PrimitiveTypeName.INT32)
                        .named(BEGIN)
                        .required(PrimitiveTypeName.INT32)
                        .named(END)
                        .named(ELEMENT);
        };
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(Optional<Encoding> row) {
        out.startMessage();
        for (int i = 0; i < columns.size() && row.isPresent(); i++) {
            String name = columns.get(i).title();
            out.startField(name, i);
            out.startGroup();
            if (row.get().size() > 0) { // an empty list is a group without a field
                writeList(row.get(), columns.get(i));
            }
            out.endGroup();
            out.endField(name, i);
        }
        out.endMessage();
    }

    private void writeList(Encoding encoding, EncodingColumn column) {
        out.startField(LIST, 0);
        for (int at = 0; at < encoding.size(); at++) {
            out.startGroup();
            out.startField(ELEMENT, 0);
            writeElement(encoding, at, column);
            out.endField(ELEMENT, 0);
            out.endGroup();
        }
        out.endField(LIST, 0);
    }

    private void writeElement(Encoding encoding, int at, EncodingColumn column) {
        switch (column) {
            case IDS -> out.addInteger(encoding.id(at));
            case PIECES -> out.addBinary(Binary.fromString(encoding.piece(at)));
            case OFFSETS -> {
                out.startGroup();
                writeInteger(BEGIN, 0, encoding.start(at));
                writeInteger(END, 1, encoding.end(at));
                out.endGroup();
            }
        }
    }

    private void writeInteger(String name, int field, int value) {
        out.startField(name, field);
        out.addInteger(value);
        out.endField(name, field);
    }
}
