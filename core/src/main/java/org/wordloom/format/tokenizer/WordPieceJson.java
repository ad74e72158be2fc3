package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.wordpiece.WordPieceModel;
import org.wordloom.tokenizer.wordpiece.WordPieceOptions;

/** The model {@code WordPiece} in {@code tokenizer.json}. */
final class WordPieceJson implements ModelJson {
    @Override
    public String type() {
        return "WordPiece";
    }

    @Override
    public boolean canWrite(SubwordModel model) {
        return model instanceof WordPieceModel;
    }

    @Override
    public SubwordModel read(JsonObject json) {
        WordPieceOptions options = new WordPieceOptions(
                json.string("unk_token"),
                json.string("continuing_subword_prefix"),
                json.integer("max_input_chars_per_word", 0, Integer.MAX_VALUE));
        try {
            return new WordPieceModel(PieceTable.of(json.pieces("vocab")), options);
        } catch (IllegalArgumentException e) {
            throw json.wrong("unk_token", "a piece of vocab", "'" + options.unknownToken() + "'");
        }
    }

    @Override
    public void write(SubwordModel model, JsonGenerator out) throws IOException {
        WordPieceOptions options = ((WordPieceModel) model).options();
        out.writeStringField("unk_token", options.unknownToken());
        out.writeStringField("continuing_subword_prefix", options.continuingPrefix());
        out.writeNumberField("max_input_chars_per_word", options.maxCharactersPerWord());
        PieceJson.write("vocab", model, out);
    }
}
