package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.wordloom.tokenizer.PieceTable;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.WordLevel;

/** The model {@code WordLevel} in {@code tokenizer.json}. */
final class WordLevelJson implements ModelJson {
    @Override
    public String type() {
        return "WordLevel";
    }

    @Override
    public boolean canWrite(SubwordModel model) {
        return model instanceof WordLevel;
    }

    @Override
    public SubwordModel read(JsonObject json) {
        return new WordLevel(PieceTable.of(json.pieces("vocab")), json.string("unk_token"));
    }

    @Override
    public void write(SubwordModel model, JsonGenerator out) throws IOException {
        PieceJson.write("vocab", model, out);
        out.writeStringField("unk_token", ((WordLevel) model).unknown());
    }
}
