package org.wordloom.cluster.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wordloom.cluster.storage.Storage;

/** Nothing is lost that comes into an output while a run works that will replace it. */
class ReplacedOutputTest {
    private final Storage storage = Storage.local();

    @TempDir
    private Path folder;

    @Test
    void whatSomebodyPutsIntoAnOutputThatIsBeingReplacedStaysThere() throws IOException {
        String path = folder.resolve("out").toString();
        try (OutputFolder output = OutputFolder.create(storage, path, false)) {
            write(output, "old.txt", "old");
            write(output, "cells/old.bin", "old");
            output.commit();
        }
        try (OutputFolder output = OutputFolder.create(storage, path, true)) {
            write(output, "new.txt", "new");
            write(output, "cells/new.bin", "new");
            Files.writeString(folder.resolve("out/notes %.txt"), "x");
            Files.writeString(folder.resolve("out/cells/mine.bin"), "w");
            Files.writeString(folder.resolve("out/new.txt"), "theirs");
            Files.createDirectories(folder.resolve("out/.git"));
            Files.writeString(folder.resolve("out/.git/HEAD"), "y");
            Files.writeString(Files.createDirectory(folder.resolve("data")).resolve("corpus"), "z");
            Files.createSymbolicLink(folder.resolve("out/data"), folder.resolve("data"));
            output.commit();
        }
        assertThat(names(folder)).containsExactly("data", "out");
        assertThat(names(folder.resolve("data"))).containsExactly("corpus");
        assertThat(names(folder.resolve("out")))
                .containsExactly(".git", "MANIFEST", "cells", "data", "new.txt", "new.txt.old", "notes %.txt");
        assertThat(names(folder.resolve("out/cells"))).containsExactly("mine.bin", "new.bin");
        assertThat(folder.resolve("out/data")).isSymbolicLink();
        assertThat(folder.resolve("out/.git/HEAD")).hasContent("y");
        assertThat(folder.resolve("out/notes %.txt")).hasContent("x");
        assertThat(folder.resolve("out/new.txt.old")).hasContent("theirs");
        ModelFolder.open(storage, path).verify();
        assertThatThrownBy(() -> OutputFolder.create(storage, path, true))
                .hasMessageContaining("would remove .git/HEAD and 4 more in ");
    }

    @Test
    void whatSomebodyPutsIntoAnEmptyFolderThatIsBeingReplacedStaysThere() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        try (OutputFolder output =
                OutputFolder.create(storage, folder.resolve("out").toString(), true)) {
            write(output, "new.txt", "new");
            Files.writeString(folder.resolve("out/notes.txt"), "x");
            output.commit();
        }
        assertThat(names(folder.resolve("out"))).containsExactly("MANIFEST", "new.txt", "notes.txt");
    }

    private static void write(OutputFolder output, String name, String content) throws IOException {
        try (OutputStream out = output.newFile(name)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static List<String> names(Path path) throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
