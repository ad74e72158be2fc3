package org.wordloom.jobs.command;

import java.util.List;
import org.wordloom.base.Problems;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.model.FolderCheck;
import org.wordloom.jobs.model.TokenizerFileFormat;
import org.wordloom.jobs.model.TokenizerFiles;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.NearestName;
import org.wordloom.jobs.setting.Reading;
import org.wordloom.jobs.setting.Setting;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.SimpleGroup;
import org.wordloom.tokenizer.Tokenizer;

/** {@code wordloom tokenizer convert}: turns a tokenizer's file into another format. */
final class TokenizerConvertCommand implements Command {
    private final CommonSettings common = new CommonSettings(false);
    private final SettingGroup files;
    private FormattedPath from;
    private FormattedPath to;
    private boolean lowercase = true;
    private boolean overwrite;

    TokenizerConvertCommand() {
        files = new SimpleGroup(
                "Files",
                List.of(
                        new Setting<>(
                                "from",
                                Setting.Arity.ONE,
                                "FORMAT:PATH",
                                "what to read; gpt2: the folder",
                                FormattedPath::read,
                                () -> from,
                                value -> from = value),
                        new Setting<>(
                                "to",
                                Setting.Arity.ONE,
                                "FORMAT:PATH",
                                "the file to make; gpt2: the folder, made if missing",
                                FormattedPath::read,
                                () -> to,
                                value -> to = value),
                        Setting.flagWithValue(
                                "lowercase",
                                "whether BERT's vocabulary that is read is of lower-cased text without accents",
                                () -> lowercase,
                                value -> lowercase = value),
                        Setting.flag(
                                "overwrite",
                                "replace the file; gpt2: both files",
                                () -> overwrite,
                                value -> overwrite = value)),
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
                "Formats: " + String.join(", ", TokenizerFileFormat.labels()),
                "",
                "Examples:",
                "  wordloom tokenizer convert --from bert:vocab.txt --to tokenizer.json:tokenizer.json",
                "  wordloom tokenizer convert --from tokenizer.json:out/tokenizer.json --to sentencepiece:out.model");
    }

    @Override
    public void run(Console console) {
        FolderCheck.requireNoPartOfOutput(to.path());
        Tokenizer read = TokenizerFiles.read(from.path(), from.format(), lowercase);
        TokenizerFiles.write(read, to.path(), to.format(), overwrite);
        console.note("%,d pieces written to %s", read.size(), to.path());
    }

    private void check(Problems problems) {
        problems.require(from != null || files.isExplicit("from"), "--from is missing: say --from FORMAT:PATH");
        problems.require(to != null || files.isExplicit("to"), "--to is missing: say --to FORMAT:PATH");
        problems.require(
                from == null || from.format() == TokenizerFileFormat.BERT || !files.isExplicit("lowercase"),
                "--lowercase is for --from bert:PATH only: other files say themselves what happens to text");
    }

    /** A format and a path, as in {@code bert:vocab.txt}. */
    private record FormattedPath(TokenizerFileFormat format, String path) {
        static FormattedPath read(List<String> texts) {
            String text = Reading.text().read(texts);
            int colon = text.indexOf(':');
            List<String> labels = TokenizerFileFormat.labels();
            if (colon <= 0 || colon == text.length() - 1) {
                throw new IllegalArgumentException("not FORMAT:PATH; formats are " + String.join(", ", labels));
            }
            TokenizerFileFormat format = TokenizerFileFormat.of(text.substring(0, colon));
            if (format == null) {
                throw new IllegalArgumentException("of no known format: formats are " + String.join(", ", labels)
                        + NearestName.suggestion(text.substring(0, colon), labels));
            }
            return new FormattedPath(format, text.substring(colon + 1));
        }
    }
}
