package org.wordloom.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What holds for the sources of all modules. */
class SourcesTest {
    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 60;
    private static final int WIDEST_COMMENT = 128;
    private static final Pattern COMMENT = Pattern.compile("^ *(/\\*|\\*|//)");
    /** Sums kept in registers, written out: their Javadoc says what a shorter form costs. */
    private static final List<String> LONGER_METHODS =
            List.of("SimdInputSums.java: addTwos", "SimdOutputSums.java: addTwos");

    /** A name stands for one class in the whole program, so that who reads it need not ask for its package. */
    @Test
    void noTwoClassesHaveOneName() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : sources("main")) {
            String name = file.getFileName().toString();
            if (!name.equals("package-info.java")) {
                names.add(name);
            }
        }
        assertThat(names).hasSizeGreaterThan(500).doesNotHaveDuplicates();
    }

    @Test
    void filesStayShort() throws IOException {
        List<String> tooLong = new ArrayList<>();
        for (String tree : List.of("main", "test")) {
            for (Path file : sources(tree)) {
                long lines = Files.readString(file).lines().count();
                if (lines > LONGEST_FILE) {
                    tooLong.add(file + ": " + lines + " lines");
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    /** The formatter breaks lines of code only. */
    @Test
    void commentsAreNotWide() throws IOException {
        List<String> tooWide = new ArrayList<>();
        for (String tree : List.of("main", "test")) {
            for (Path file : sources(tree)) {
                Files.readString(file)
                        .lines()
                        .filter(line -> line.length() > WIDEST_COMMENT
                                && COMMENT.matcher(line).find())
                        .forEach(line -> tooWide.add(file + ": " + line));
            }
        }
        assertThat(tooWide).isEmpty();
    }

    @Test
    void methodsStayShort() throws IOException {
        assertThat(longerMethods(sources("main"), LONGEST_METHOD)).containsExactlyInAnyOrderElementsOf(LONGER_METHODS);
    }

    private static List<Path> sources(String tree) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("core", "cluster", "jobs")) {
            try (Stream<Path> files = Files.walk(Path.of("..", module, "src", tree, "java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }

    /** From the line of its name, or of its first annotation, to its closing brace; comments within count. */
    private static List<String> longerMethods(List<Path> sources, int most) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<String> longer = new ArrayList<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree file : task.parse()) {
                new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void unused) {
                        long first = line(file, positions.getStartPosition(file, method));
                        long last = line(file, positions.getEndPosition(file, method));
                        if (last - first + 1 > most) {
                            Path path = Path.of(file.getSourceFile().getName());
                            longer.add(path.getFileName() + ": " + method.getName());
                        }
                        return super.visitMethod(method, unused);
                    }
                }.scan(file, null);
            }
        }
        return longer;
    }

    private static long line(CompilationUnitTree file, long position) {
        return file.getLineMap().getLineNumber(position);
    }
}
