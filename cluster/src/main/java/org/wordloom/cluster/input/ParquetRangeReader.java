package org.wordloom.cluster.input;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.ParquetRuntimeException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;

/**
 * Reads the text of one string column of a Parquet file, a row after another; only that column is read. A range ends
 * after the row with which it reaches its size.
 */
public final class ParquetRangeReader implements RangeSource {
    private final ParquetFileReader file;
    private final MessageType schema;
    private final ColumnDescriptor column;
    private final String createdBy;
    private final long rangeBytes;
    private final LongAdder progress;
    private ColumnReader values;
    private long valuesLeft;
    private int rowGroup;
    private long range;

    /** @param progress counts the bytes of row groups, all columns together */
    public ParquetRangeReader(
            Configuration configuration, String path, String columnName, long rangeBytes, LongAdder progress)
            throws IOException {
        this.file = open(configuration, path);
        this.schema = new MessageType("text", List.of(textColumn(path, columnName)));
        this.column = schema.getColumns().get(0);
        this.createdBy = file.getFileMetaData().getCreatedBy();
        this.rangeBytes = rangeBytes;
        this.progress = progress;
        file.setRequestedSchema(schema);
    }

    @Override
    public boolean next(RangeSink sink) throws IOException {
        try {
            return nextRange(sink);
        } catch (ParquetRuntimeException e) {
            throw new IOException("its Parquet pages are damaged: " + e.getMessage(), e);
        } catch (FSError e) {
            throw ofDisk(e);
        }
    }

    /** Hadoop's own local file system throws an Error where the disk fails. */
    private static IOException ofDisk(FSError error) {
        return error.getCause() instanceof IOException cause ? cause : new IOException(error);
    }

    private boolean nextRange(RangeSink sink) throws IOException {
        if (!hasValue()) {
            return false;
        }
        sink.beginRange(range++);
        long bytes = 0;
        while (bytes < rangeBytes && hasValue()) {
            bytes += handOnValue(sink);
        }
        sink.endRange(bytes);
        return true;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private long handOnValue(RangeSink sink) {
        long bytes = 0;
        if (values.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel()) {
            byte[] text = values.getBinary().getBytes();
            sink.document(text);
            bytes = text.length;
        } else {
            sink.missingDocument();
        }
        values.consume();
        valuesLeft--;
        return bytes;
    }

    private boolean hasValue() throws IOException {
        while (valuesLeft == 0) {
            PageReadStore pages = file.readNextRowGroup();
            if (pages == null) {
                return false;
            }
            BlockMetaData block = file.getRowGroups().get(rowGroup++);
            progress.add(block.getCompressedSize());
            values = new ColumnReadStoreImpl(pages, new NoRecord(), schema, createdBy).getColumnReader(column);
            valuesLeft = values.getTotalValueCount();
        }
        return true;
    }

    private static ParquetFileReader open(Configuration configuration, String path) throws IOException {
        try {
            return ParquetFileReader.open(HadoopInputFile.fromPath(new Path(path), configuration));
        } catch (FSError e) {
            throw ofDisk(e);
        } catch (RuntimeException e) { // what is no Parquet file
            throw new WordloomException(
                    ExitCode.INPUT, path + " is no Parquet file, or damaged; check --input and --input-format", e);
        }
    }

    private Type textColumn(String path, String name) {
        MessageType found = file.getFileMetaData().getSchema();
        if (!found.containsField(name)) {
            throw wrong(path, "has no column '" + name + "'; its columns are " + names(found));
        }
        Type type = found.getType(name);
        if (!type.isPrimitive()
                || type.isRepetition(Type.Repetition.REPEATED)
                || type.asPrimitiveType().getPrimitiveTypeName() != PrimitiveTypeName.BINARY) {
            throw wrong(
                    path,
                    "has in column '" + name + "' no strings but "
                            + type.toString().replaceAll("\\s+", " "));
        }
        return type;
    }

    private WordloomException wrong(String path, String what) {
        try {
            file.close();
        } catch (IOException e) {
            return new WordloomException(ExitCode.INPUT, path + " " + what, e);
        }
        return new WordloomException(ExitCode.INPUT, path + " " + what);
    }

    private static List<String> names(MessageType schema) {
        return schema.getFields().stream().map(Type::getName).toList();
    }

    /** Values are pulled one by one, so nothing is ever converted to records. */
    private static final class NoRecord extends GroupConverter {
        @Override
        public Converter getConverter(int field) {
            return new PrimitiveConverter() {};
        }

        @Override
        public void start() {
            // records are not assembled
        }

        @Override
        public void end() {
            // records are not assembled
        }
    }
}
