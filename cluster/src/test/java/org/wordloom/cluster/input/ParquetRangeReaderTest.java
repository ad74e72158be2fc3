package org.wordloom.cluster.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.LongAdder;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.base.WordloomException;

class ParquetRangeReaderTest {
    private static final MessageType SCHEMA = MessageTypeParser.parseMessageType(
            "message rows { required int64 id; optional binary text (STRING); repeated binary tags (STRING); }");

    @TempDir
    private Path folder;

    @Test
    void readsTheColumnInRangesThatEndWithARow() throws IOException {
        Path file = write(500);
        RecordedRanges ranges = new RecordedRanges();
        LongAdder progress = new LongAdder();
        try (ParquetRangeReader reader = open(file, "text", progress)) {
            boolean more = true;
            while (more) {
                more = reader.next(ranges);
            }
        }
        StringBuilder expected = new StringBuilder();
        for (int row = 0; row < 500; row++) {
            expected.append(row % 10 == 0 ? "" : "row " + row + "\nsecond line\n");
        }
        assertThat(ranges.text()).isEqualTo(expected.toString());
        assertThat(ranges.numbers).hasSizeGreaterThan(50);
        assertThat(ranges.lengths.subList(0, ranges.lengths.size() - 1)).allMatch(length -> length >= 100);
        assertThat(progress.sum()).isPositive();
    }

    @Test
    void aColumnThatIsNotThereOrHoldsNoStringsIsAnError() throws IOException {
        Path file = write(3);
        assertThatThrownBy(() -> open(file, "body", new LongAdder()))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining("no column 'body'")
                .hasMessageContaining("text");
        assertThatThrownBy(() -> open(file, "id", new LongAdder())).hasMessageContaining("no strings");
        assertThatThrownBy(() -> open(file, "tags", new LongAdder())).hasMessageContaining("no strings");
    }

    @Test
    void anotherFormatIsAnError() throws IOException {
        Path file = Files.writeString(folder.resolve("x.parquet"), "this is plain text, not Parquet");
        assertThatThrownBy(() -> open(file, "text", new LongAdder()))
                .isInstanceOf(WordloomException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("no Parquet file");
    }

    /** Linux gives a file whose first byte cannot be read: memory that no process has. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatFailsIsAnExceptionAndNoError() throws IOException {
        Configuration configuration = new Configuration();
        configuration.setClass("fs.failing-disk.impl", FailingDisk.class, FileSystem.class);
        String path = "failing-disk:" + write(3);
        assertThatThrownBy(() -> new ParquetRangeReader(configuration, path, "text", 100, new LongAdder()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Input/output error");
    }

    /** Local files of which nothing can be read. */
    public static final class FailingDisk extends RawLocalFileSystem {
        @Override
        public URI getUri() {
            return URI.create("failing-disk:///");
        }

        @Override
        public FSDataInputStream open(org.apache.hadoop.fs.Path file, int bufferBytes) throws IOException {
            return super.open(new org.apache.hadoop.fs.Path("/proc/self/mem"), bufferBytes);
        }
    }

    private static ParquetRangeReader open(Path file, String column, LongAdder progress) throws IOException {
        return new ParquetRangeReader(new Configuration(), file.toString(), column, 100, progress);
    }

    private Path write(int rows) throws IOException {
        Path file = folder.resolve("rows.parquet");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(SCHEMA)
                .withRowGroupSize(4096L)
                .build()) {
            for (int row = 0; row < rows; row++) {
                Group group = new SimpleGroup(SCHEMA).append("id", (long) row);
                if (row % 10 != 0) {
                    group.append("text", "row " + row + "\nsecond line");
                }
                writer.write(group);
            }
        }
        return file;
    }
}
