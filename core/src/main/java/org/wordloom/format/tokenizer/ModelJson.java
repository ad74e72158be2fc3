package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.wordloom.tokenizer.SubwordModel;

/** How one type of model looks in the {@code model} part of a {@code tokenizer.json}. */
interface ModelJson {
    /** The type's name in the file, such as {@code BPE}. */
    String type();

    /** Whether {@link #write} takes {@code model}. */
    boolean canWrite(SubwordModel model);

    /**
     * Reads a model.
     *
     * @throws org.wordloom.base.WordloomException FORMAT when a field is missing or wrong ({@link JsonObject#wrong})
     */
    SubwordModel read(JsonObject json);

    /** Writes all fields but {@code type}; the caller has begun the object and ends it. */
    void write(SubwordModel model, JsonGenerator out) throws IOException;
}
