package org.wordloom.cluster.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import org.apache.hadoop.conf.Configurable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.GzipCodec;

/** How a file is compressed, told by the end of its name. */
public enum Compression {
    NONE(""),
    GZIP(".gz"),
    BZIP2(".bz2"),
    ZSTANDARD(".zst");

    private static final byte[] BZIP2_HEADER = {'B', 'Z', 'h'};

    private final String extension;

    Compression(String extension) {
        this.extension = extension;
    }

    /** The compression of a file of this name. */
    public static Compression of(String name) {
        for (Compression compression : values()) {
            if (compression != NONE && name.endsWith(compression.extension)) {
                return compression;
            }
        }
        return NONE;
    }

    /** The text of a compressed stream. Closing it closes {@code in}. */
    public InputStream open(InputStream in, Configuration configuration) throws IOException {
        return switch (this) {
            case NONE -> in;
            case GZIP -> withCodec(new GzipCodec(), in, configuration);
            case BZIP2 -> withCodec(new BZip2Codec(), requireBzip2(in), configuration);
            case ZSTANDARD -> withCodec(new ZstandardCodec(), in, configuration);
        };
    }

    /** Hadoop takes a file without bzip2's header for an empty one. */
    private static InputStream requireBzip2(InputStream in) throws IOException {
        PushbackInputStream checked = new PushbackInputStream(in, BZIP2_HEADER.length);
        byte[] header = checked.readNBytes(BZIP2_HEADER.length);
        if (!Arrays.equals(header, BZIP2_HEADER)) {
            throw new IOException("it does not begin with BZh");
        }
        checked.unread(header);
        return checked;
    }

    private static InputStream withCodec(CompressionCodec codec, InputStream in, Configuration configuration)
            throws IOException {
        if (codec instanceof Configurable configurable) {
            configurable.setConf(configuration);
        }
        return new DecompressedStream(codec.createInputStream(in));
    }

    /** Decompressors meet damage with exceptions of many kinds (Hadoop's bzip2 with an index out of bounds). */
    private static final class DecompressedStream extends FilterInputStream {
        DecompressedStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return in.read();
            } catch (RuntimeException e) {
                throw new IOException("it does not decompress", e);
            }
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            try {
                return in.read(bytes, from, count);
            } catch (RuntimeException e) {
                throw new IOException("it does not decompress", e);
            }
        }
    }
}
