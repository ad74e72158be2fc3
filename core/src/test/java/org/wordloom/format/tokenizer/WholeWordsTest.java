package org.wordloom.format.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wordloom.eval.WholeWordVectors;
import org.wordloom.matrix.RowMatrix;
import org.wordloom.model.WordVectors;
import org.wordloom.tokenizer.Encoding;
import org.wordloom.tokenizer.PieceType;
import org.wordloom.tokenizer.Tokenizer;
import org.wordloom.tokenizer.WholeWords;
import org.wordloom.tokenizer.bpe.BpeModel;
import org.wordloom.tokenizer.conversion.SubwordNmtPipeline;
import org.wordloom.tokenizer.sentencepiece.ModelKind;
import org.wordloom.tokenizer.sentencepiece.NamedCharacterMap;
import org.wordloom.tokenizer.sentencepiece.NormalizerOptions;
import org.wordloom.tokenizer.sentencepiece.OtherFields;
import org.wordloom.tokenizer.sentencepiece.SentencePieceModel;
import org.wordloom.tokenizer.sentencepiece.SentencePieceSubwords;
import org.wordloom.tokenizer.sentencepiece.TextPreparation;
import org.wordloom.vocab.Vocabulary;

class WholeWordsTest {
    private static final Map<String, Tokenizer> TOKENIZERS = TokenizerAgreementTest.tokenizers(texts(), 700);

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(SampleTexts.training());
        for (int i = 0; i < 300; i++) {
            texts.add("the king and the queen are thinking, the king asks the queen of 国王");
        }
        return texts;
    }

    @ParameterizedTest
    @CsvSource({"bert,king", "gpt2,Ġking", "roberta,Ġking", "gpt4,Ġking", "llama,▁king", "t5,▁king"})
    void aWordIsThePieceAtItsBeginning(String name, String piece) {
        WholeWords words = PieceTokenization.of(TOKENIZERS.get(name)).newWholeWords();
        assertThat(words.piece("king")).contains(piece);
        assertThat(words.word(piece)).contains("king");
        assertThat(words.piece("kingly word")).isEmpty();
        assertThat(words.piece("")).isEmpty();
        assertThat(words.piece("☃☃")).isEmpty();
    }

    /** The reference: encodings in the midst of a sentence, from which words are read off. */
    @ParameterizedTest
    @CsvSource({"bert", "gpt2", "roberta", "gpt4", "llama", "t5"})
    void everyPieceThatIsAWordIsFoundByIt(String name) {
        Tokenizer tokenizer = TOKENIZERS.get(name);
        WholeWords words = PieceTokenization.of(tokenizer).newWholeWords();
        int found = 0;
        for (String piece : tokenizer.pieces().values()) {
            if (piece.matches("(?U).*[\\s\\p{Cntrl}].*")) {
                continue; // called otherwise in a vocabulary
            }
            Optional<String> word = words.word(piece);
            if (word.isPresent()) {
                found++;
                assertThat(words.piece(word.get())).as("'%s'", word.get()).contains(piece);
                Encoding encoding = tokenizer.newEncoder().encode("a " + word.get(), false);
                List<String> after = new ArrayList<>();
                for (int i = 0; i < encoding.size(); i++) {
                    if (encoding.end(i) > 2) {
                        after.add(encoding.piece(i).strip());
                    }
                }
                assertThat(after).as("'%s'", word.get()).containsExactly(piece);
            }
        }
        assertThat(found).isGreaterThan(5);
    }

    @Test
    void wordsEndInTheSuffixOfTheirBpe() throws IOException {
        BpeModel merges = SubwordNmtFormat.read(
                new ByteArrayInputStream(
                        "#version: 0.2\nk i\nn g\nn g</w>\nki ng</w>\n".getBytes(StandardCharsets.UTF_8)),
                "codes");
        WholeWords words =
                PieceTokenization.of(SubwordNmtPipeline.tokenizer(merges)).newWholeWords();
        assertThat(words.piece("king")).contains("king</w>");
        assertThat(words.word("king</w>")).contains("king");
        assertThat(words.word("ki")).isEmpty();
        assertThat(words.piece("kin")).isEmpty();
    }

    /** Where words have no sign of their beginning before them in the vocabulary, the space is a piece of its own. */
    @Test
    void aPieceOfTheSpaceAloneDoesNotCount() {
        Tokenizer tokenizer = SentencePieceSubwords.tokenizer(model("<unk>", "▁", "▁king", "king", "国王", "ing"));
        WholeWords words = PieceTokenization.of(tokenizer).newWholeWords();
        assertThat(words.piece("king")).contains("▁king");
        assertThat(words.word("king")).as("inside words only").isEmpty();
        assertThat(words.piece("国王")).contains("国王");
        assertThat(words.word("国王")).contains("国王");
        assertThat(words.piece("国")).as("unknown").isEmpty();
        assertThat(words.word("▁")).isEmpty();
        assertThat(words.word("<unk>")).isEmpty();
    }

    @Test
    void vectorsOfWholeWordsGoByTheWords() {
        Tokenizer tokenizer = SentencePieceSubwords.tokenizer(model("<unk>", "▁", "▁king", "king", "国王", "▁ing"));
        RowMatrix rows = new RowMatrix(4, 3);
        for (int row = 0; row < 4; row++) {
            rows.set(row, 1, row);
        }
        Vocabulary pieces = Vocabulary.of(new String[] {"king", "▁king", "国王", "other"}, new long[] {9, 7, 5, 3});
        WordVectors words = WholeWordVectors.of(
                new WordVectors(pieces, rows), PieceTokenization.of(tokenizer).newWholeWords());
        assertThat(words.size()).isEqualTo(2);
        assertThat(words.vocabulary().word(0)).isEqualTo("king");
        assertThat(words.vocabulary().count(0)).isEqualTo(7);
        assertThat(words.matrix().row(0)).containsExactly(0, 1, 0);
        assertThat(words.vocabulary().word(1)).isEqualTo("国王");
        assertThat(words.matrix().row(1)).containsExactly(0, 2, 0);
    }

    private static SentencePieceModel model(String... pieces) {
        float[] scores = new float[pieces.length];
        List<PieceType> types = new ArrayList<>();
        for (int id = 0; id < pieces.length; id++) {
            scores[id] = -1 - 4f / pieces[id].length();
            types.add(id == 0 ? PieceType.UNKNOWN : PieceType.NORMAL);
        }
        return new SentencePieceModel(
                ModelKind.UNIGRAM,
                List.of(pieces),
                scores,
                types,
                false,
                null,
                TextPreparation.of(NamedCharacterMap.NMT_NFKC, NormalizerOptions.defaults()),
                OtherFields.NONE);
    }
}
