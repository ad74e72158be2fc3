package org.wordloom.jobs.command;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wordloom.cluster.corpus.Corpus;
import org.wordloom.cluster.corpus.CorpusStatistics;
import org.wordloom.cluster.output.OutputFolder;
import org.wordloom.cluster.tokenizer.UnigramPlacement;
import org.wordloom.cluster.vocabulary.VocabularyJob;
import org.wordloom.format.tokenizer.TokenizerJson;
import org.wordloom.jobs.console.Console;
import org.wordloom.jobs.model.WordTable;
import org.wordloom.jobs.report.RunRecord;
import org.wordloom.jobs.session.Session;
import org.wordloom.jobs.session.Stopwatch;
import org.wordloom.jobs.setting.CommonSettings;
import org.wordloom.jobs.setting.OutputSettings;
import org.wordloom.jobs.setting.SettingGroup;
import org.wordloom.jobs.setting.TextInputSettings;
import org.wordloom.jobs.setting.TokenizerSettings;
import org.wordloom.jobs.setting.WordCountSettings;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.training.SubwordOptions.Kind;
import org.wordloom.tokenizer.training.TokenizerTrainer;
import org.wordloom.vocab.Vocabulary;

/** {@code wordloom tokenizer train}: counts words on the cluster and learns pieces from them on the driver. */
final class TokenizerTrainCommand implements Command {
    static final String FILE = "tokenizer.json";

    private final CommonSettings common = new CommonSettings(true);
    private final Kind kind;
    private final TextInputSettings input = new TextInputSettings(true);
    private final WordCountSettings counts = new WordCountSettings();
    private final TokenizerSettings tokenizer;
    private final OutputSettings output = OutputSettings.ofVocabulary();

    TokenizerTrainCommand(Kind kind) {
        this.kind = kind;
        this.tokenizer = new TokenizerSettings(kind);
    }

    @Override
    public List<SettingGroup> groups() {
        return List.of(input, counts, tokenizer, output);
    }

    @Override
    public CommonSettings common() {
        return common;
    }

    @Override
    public List<String> examples() {
        return List.of(
                "",
                "Examples:",
                "  wordloom tokenizer train bpe --input text.txt --vocab-size 30000 --output my-tokenizer",
                "  wordloom tokenizer train unigram --input wiki-zh.txt --split metaspace-scripts --output zh",
                "  wordloom tokenizer train unigram --input wiki-th.txt --split metaspace-dictionary --output th",
                "Then: wordloom tokenizer encode --tokenizer my-tokenizer \"some text\"");
    }

    @Override
    public void run(Console console) throws Exception {
        Stopwatch stopwatch = new Stopwatch();
        try (Session session = stopwatch.time("start", () -> Session.start("tokenizer train", 0, console));
                OutputFolder folder = OutputFolder.create(session.storage(), output.folder(), output.overwrite())) {
            folder.refuseInputs("input", input.inputs());
            VocabularyJob.Result words = stopwatch.time("count", () -> count(session, console));
            Tokenizer learned = stopwatch.time("learn", () -> learn(words.vocabulary(), session, console));
            write(learned, folder);
            RunRecord.of("tokenizer train " + kind, groups(), stopwatch)
                    .corpus(words.statistics(), words.vocabulary())
                    .with("tokenizer", record(learned, words))
                    .write(folder);
            folder.commit();
            CorpusNotes.tell(words.statistics(), words.vocabulary(), console);
            console.note("%,d pieces written to %s", learned.size(), output.folder());
            if (tokenizer.text().splitting().usesDictionary()) {
                console.warn("only Wordloom reads this tokenizer: no other program's files know words from ICU's"
                        + " dictionaries (pre-tokenizer DictionaryWords)");
            }
        }
    }

    private VocabularyJob.Result count(Session session, Console console) {
        if (!input.counts().isEmpty()) {
            Vocabulary words = WordTable.read(input.counts(), tokenizer.text(), counts.options());
            return new VocabularyJob.Result(words, CorpusStatistics.ofWords(words.totalCount()));
        }
        Corpus corpus = Corpus.list(session.storage(), input.options(tokenizer.text()));
        corpus.warnings().forEach(console::warn);
        return new VocabularyJob(session.spark()).run(corpus, counts.options());
    }

    private Tokenizer learn(Vocabulary words, Session session, Console console) {
        return new TokenizerTrainer(tokenizer.text(), tokenizer.model(), console.progress())
                .withPlacement(new UnigramPlacement(session.spark(), line -> console.note("%s", line)))
                .train(words);
    }

    private static void write(Tokenizer tokenizer, OutputFolder folder) throws IOException {
        try (OutputStream out = folder.newFile(FILE)) {
            TokenizerJson.write(tokenizer, out);
        }
    }

    private static Map<String, Object> record(Tokenizer learned, VocabularyJob.Result words) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("pieces", learned.size());
        record.put(
                "lost-words", words.statistics().tokens() - words.vocabulary().totalCount());
        return record;
    }
}
