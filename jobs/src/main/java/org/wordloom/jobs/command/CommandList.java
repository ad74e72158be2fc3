package org.wordloom.jobs.command;

import java.util.List;
import java.util.Optional;
import org.wordloom.tokenizer.training.SubwordOptions.Kind;
import org.wordloom.train.ArchitectureChoice;

/** All commands, in the order of the help text. */
final class CommandList {
    private static final List<CommandEntry> ALL = List.of(
            new CommandEntry(
                    "quickstart",
                    true,
                    "train on the sample that comes with Wordloom and show what was learnt",
                    QuickstartCommand::new),
            new CommandEntry("vocab", true, "count the words of a corpus", VocabCommand::new),
            new CommandEntry(
                    "tokenizer train bpe",
                    true,
                    "learn pieces by merging frequent pairs, of bytes unless told otherwise",
                    () -> new TokenizerTrainCommand(Kind.BPE)),
            new CommandEntry(
                    "tokenizer train wordpiece",
                    true,
                    "learn pieces as BERT's",
                    () -> new TokenizerTrainCommand(Kind.WORDPIECE)),
            new CommandEntry(
                    "tokenizer train unigram",
                    true,
                    "learn pieces by a unigram language model, as SentencePiece",
                    () -> new TokenizerTrainCommand(Kind.UNIGRAM)),
            new CommandEntry("tokenizer encode", false, "turn text into pieces or ids", TokenizerEncodeCommand::new),
            new CommandEntry("tokenizer decode", false, "turn ids into text", TokenizerDecodeCommand::new),
            new CommandEntry(
                    "tokenizer convert",
                    false,
                    "turn a tokenizer's file into another format",
                    TokenizerConvertCommand::new),
            new CommandEntry(
                    "tokenizer inspect", false, "say what a tokenizer consists of", TokenizerInspectCommand::new),
            new CommandEntry("cooccur", true, "count which words stand near each other", CooccurCommand::new),
            new CommandEntry(
                    "train skipgram",
                    true,
                    "train skip-gram word vectors",
                    () -> new TrainCommand(ArchitectureChoice.SKIPGRAM)),
            new CommandEntry(
                    "train cbow", true, "train CBOW word vectors", () -> new TrainCommand(ArchitectureChoice.CBOW)),
            new CommandEntry("train glove", true, "train GloVe word vectors on co-occurrences", TrainGloveCommand::new),
            new CommandEntry(
                    "train svd", true, "decompose positive PMI of word pairs into word vectors", TrainSvdCommand::new),
            new CommandEntry(
                    "eval similarity",
                    false,
                    "compare vectors with human judgements of similarity",
                    EvalSimilarityCommand::new),
            new CommandEntry(
                    "eval analogy",
                    false,
                    "answer analogy questions and count the right ones",
                    EvalAnalogyCommand::new),
            new CommandEntry("neighbors", false, "list the nearest words, or answer analogies", NeighborsCommand::new),
            new CommandEntry("convert", false, "turn a file of vectors into another format", ConvertCommand::new),
            new CommandEntry(
                    "devices", false, "list OpenCL devices, and test the one to be used", DevicesCommand::new));

    private CommandList() {}

    static List<CommandEntry> all() {
        return ALL;
    }

    static List<String> names() {
        return ALL.stream().map(CommandEntry::name).toList();
    }

    /** The command that the arguments begin with. */
    static Optional<CommandEntry> of(List<String> arguments) {
        return ALL.stream().filter(entry -> begins(arguments, entry.words())).findFirst();
    }

    /** The commands of a family, for instance {@code train}. */
    static List<CommandEntry> family(String word) {
        return ALL.stream()
                .filter(entry ->
                        entry.words().size() > 1 && entry.words().get(0).equals(word))
                .toList();
    }

    private static boolean begins(List<String> arguments, List<String> words) {
        return arguments.size() >= words.size()
                && arguments.subList(0, words.size()).equals(words);
    }
}
