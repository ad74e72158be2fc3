package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.model.FileAccess;
import org.wordloom.jobs.model.FolderCheck;
import org.wordloom.jobs.model.VectorFileFormat;
import org.wordloom.jobs.model.VectorFiles;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.NearestName;
import org.wordloom.jobs.setting.Reading;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.SimpleGroup;
import org.wordloom.model.VectorSelection;
import org.wordloom.model.WordVectors;

/** {@code wordloom convert}: turns a file of vectors into another format. */
final class ConvertCommand implements Command {
    private final CommonSettings common = new CommonSettings(false);
    private final SettingGroup files;
    private FormattedPath from;
    private FormattedPath to;
    private boolean overwrite;
    /** Null: those that the model was trained to give. */
    private VectorSelection vectors;

    ConvertCommand() {
        files = new SimpleGroup(
                "Files",
                List.of(
                        place("from", "what to read; a folder that training made is read as wordloom:FOLDER", true),
                        place("to", "the file to make", false),
                        Setting.choice(
                                "vectors",
                                VectorSelection.class,
                                "which vectors of a model; unless said, those that its training wrote out",
                                () -> vectors,
                                value -> vectors = value),
                        Setting.flag("overwrite", "replace the file", () -> overwrite, value -> overwrite = value)),
                this::check);
    }

    @Override
    public List<SettingGroup> groups() {
        return List.of(files);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "",
                "Formats: " + String.join(", ", Reading.namesOf(VectorFileFormat.class)),
                "",
                "Example:",
                "  wordloom convert --from wordloom:my-vectors --to word2vec:vectors.bin");
    }

    @Override
    public void run(Console console) {
        FileAccess target = FileAccess.of(to.path());
        target.requireWritable(overwrite);
        FolderCheck.requireNoPartOfOutput(to.path());
        WordVectors read = from.format() == VectorFileFormat.WORDLOOM
                ? VectorFiles.readModel(from.path(), vectors)
                : VectorFiles.read(FileAccess.of(from.path()), from.format(), vectors, Integer.MAX_VALUE);
        VectorFiles.write(read, target, to.format(), overwrite);
        console.note("%,d vectors of dimension %d written to %s", read.size(), read.dimension(), to.path());
    }

    private Setting<FormattedPath> place(String name, String help, boolean source) {
        return new Setting<>(
                name, Setting.Arity.ONE, "FORMAT:PATH", help, FormattedPath::read, () -> source ? from : to, value -> {
                    if (source) {
                        from = value;
                    } else {
                        to = value;
                    }
                });
    }

    private void check(Problems problems) {
        problems.require(from != null || files.isExplicit("from"), "--from is missing: say --from FORMAT:PATH");
        problems.require(to != null || files.isExplicit("to"), "--to is missing: say --to FORMAT:PATH");
    }

    /** A format and a path, as in {@code word2vec:vectors.bin}. */
    private record FormattedPath(VectorFileFormat format, String path) {
        static FormattedPath read(List<String> texts) {
            String text = Reading.text().read(texts);
            int colon = text.indexOf(':');
            List<String> names = Reading.namesOf(VectorFileFormat.class);
            if (colon <= 0 || colon == text.length() - 1) {
                throw new IllegalArgumentException("not FORMAT:PATH; formats are " + String.join(", ", names));
            }
            String format = text.substring(0, colon);
            if (!names.contains(format)) {
                throw new IllegalArgumentException("of no known format: formats are " + String.join(", ", names)
                        + NearestName.suggestion(format, names));
            }
            return new FormattedPath(
                    Reading.choice(VectorFileFormat.class).read(List.of(format)), text.substring(colon + 1));
        }
    }
}
