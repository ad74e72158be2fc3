package org.wordloom.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A name stands for one class in the whole program, so that who reads it need not ask for its package. */
class ClassNamesTest {
    @Test
    void noTwoClassesHaveOneName() throws IOException {
        List<String> names = new ArrayList<>();
        for (String module : List.of("core", "cluster", "jobs")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                        .forEach(names::add);
            }
        }
        assertThat(names).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }
}
