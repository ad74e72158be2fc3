package org.wordloom.cluster.tokenizer;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.wordloom.cluster.storage.ChecksumOutputStream;
import org.wordloom.format.tokenizer.EncodingColumn;
import org.wordloom.tokenizer.Encoding;

/** Encodings as rows of a Parquet file, compressed by Zstandard. */
final class ParquetEncodingFile implements EncodingFile {
    /** A group is held in memory while it grows; every core has one. */
    private static final long ROW_GROUP_BYTES = 32L << 20;

    private final ParquetWriter<Optional<Encoding>> writer;

    ParquetEncodingFile(ChecksumOutputStream out, List<EncodingColumn> columns, Configuration configuration)
            throws IOException {
        this.writer = new Builder(new StreamFile(out), new EncodingWriteSupport(columns))
                .withConf(configuration)
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .build();
    }

    @Override
    public void add(Encoding encoding) throws IOException {
        writer.write(Optional.of(encoding));
    }

    @Override
    public void addMissing() throws IOException {
        writer.write(Optional.empty());
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder extends ParquetWriter.Builder<Optional<Encoding>, Builder> {
        private final EncodingWriteSupport support;

        Builder(OutputFile file, EncodingWriteSupport support) {
            super(file);
            this.support = support;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Optional<Encoding>> getWriteSupport(Configuration configuration) {
            return support;
        }
    }

    /** A stream that is open already. */
    private record StreamFile(ChecksumOutputStream out) implements OutputFile {
        @Override
        public PositionOutputStream create(long blockSizeHint) {
            return new Positioned(out);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) {
            return new Positioned(out);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    /** Knows where it is. */
    private static final class Positioned extends PositionOutputStream {
        private final ChecksumOutputStream out;

        Positioned(ChecksumOutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return out.length();
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
