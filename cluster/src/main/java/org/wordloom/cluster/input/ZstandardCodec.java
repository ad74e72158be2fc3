package org.wordloom.cluster.input;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionInputStream;
import org.apache.hadoop.io.compress.CompressionOutputStream;
import org.apache.hadoop.io.compress.Compressor;
import org.apache.hadoop.io.compress.Decompressor;

/**
 * Zstandard through zstd-jni, which Spark brings: Hadoop's own codec needs Hadoop's native library, which few machines
 * have. May be named in {@code io.compression.codecs}.
 */
public final class ZstandardCodec implements CompressionCodec {
    @Override
    public CompressionInputStream createInputStream(InputStream in) throws IOException {
        return new Input(new ZstdInputStream(in));
    }

    /** The decompressor is not used: streaming decompression lives in zstd-jni's own stream. */
    @Override
    public CompressionInputStream createInputStream(InputStream in, Decompressor decompressor) throws IOException {
        return createInputStream(in);
    }

    @Override
    public CompressionOutputStream createOutputStream(OutputStream out) throws IOException {
        return new Output(new ZstdOutputStream(out));
    }

    /** The compressor is not used: streaming compression lives in zstd-jni's own stream. */
    @Override
    public CompressionOutputStream createOutputStream(OutputStream out, Compressor compressor) throws IOException {
        return createOutputStream(out);
    }

    @Override
    public String getDefaultExtension() {
        return ".zst";
    }

    @Override
    public Class<? extends Compressor> getCompressorType() {
        return null;
    }

    @Override
    public Compressor createCompressor() {
        return null;
    }

    @Override
    public Class<? extends Decompressor> getDecompressorType() {
        return null;
    }

    @Override
    public Decompressor createDecompressor() {
        return null;
    }

    private static final class Input extends CompressionInputStream {
        Input(ZstdInputStream in) throws IOException {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            return in.read(bytes, from, count);
        }

        @Override
        public void resetState() {
            throw new UnsupportedOperationException("a zstd stream is read once, from its start");
        }
    }

    private static final class Output extends CompressionOutputStream {
        Output(ZstdOutputStream out) {
            super(out);
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
        public void finish() throws IOException {
            out.flush();
        }

        @Override
        public void resetState() {
            throw new UnsupportedOperationException("a zstd stream is written once");
        }
    }
}
