package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.tokenizer.AddedToken;
import org.wordloom.tokenizer.SubwordModel;
import org.wordloom.tokenizer.Tokenizer;

/** HuggingFace's {@code tokenizer.json}, version 1.0: a whole tokenizer with all its components. */
public final class TokenizerJson {
    private static final String VERSION = "1.0";
    private static final List<ModelJson> MODELS =
            List.of(new BpeJson(), new WordPieceJson(), new UnigramJson(), new WordLevelJson());

    private TokenizerJson() {}

    /**
     * Reads a tokenizer.
     *
     * @param file the name for messages
     * @throws WordloomException FORMAT when the file is damaged or has a component that is not known
     */
    public static Tokenizer read(InputStream in, String file) throws IOException {
        JsonObject json = JsonTree.read(in, file);
        String version = json.string("version", VERSION);
        if (!version.equals(VERSION)) {
            throw json.wrong("version", VERSION, "'" + version + "'");
        }
        Tokenizer.Builder builder = Tokenizer.builder(model(json.object("model")));
        component(json, "normalizer").map(NormalizerJson::read).ifPresent(builder::normalizer);
        component(json, "pre_tokenizer").map(PreTokenizerJson::read).ifPresent(builder::preTokenizer);
        component(json, "post_processor").map(PostProcessorJson::read).ifPresent(builder::postProcessor);
        component(json, "decoder").map(DecoderJson::read).ifPresent(builder::decoder);
        component(json, "truncation").map(LengthJson::truncation).ifPresent(builder::truncation);
        component(json, "padding").map(LengthJson::padding).ifPresent(builder::padding);
        if (json.has("added_tokens")) {
            json.objects("added_tokens").forEach(token -> builder.add(addedToken(token)));
        }
        return json.naming("added_tokens", builder::build);
    }

    /**
     * Writes a tokenizer.
     *
     * @throws WordloomException USAGE when it has a component that the format has not
     */
    public static void write(Tokenizer tokenizer, OutputStream out) throws IOException {
        JsonGenerator json = new JsonFactory().createGenerator(out);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeStringField("version", VERSION);
        write("truncation", tokenizer.truncation(), LengthJson::write, json);
        write("padding", tokenizer.padding(), LengthJson::write, json);
        json.writeArrayFieldStart("added_tokens");
        for (AddedToken token : tokenizer.addedTokens()) {
            write(token, json);
        }
        json.writeEndArray();
        write("normalizer", tokenizer.normalizer(), NormalizerJson::write, json);
        write("pre_tokenizer", tokenizer.preTokenizer(), PreTokenizerJson::write, json);
        write("post_processor", tokenizer.postProcessor(), PostProcessorJson::write, json);
        write("decoder", tokenizer.decoder(), DecoderJson::write, json);
        json.writeFieldName("model");
        write(tokenizer.model(), json);
        json.writeEndObject();
        json.close();
    }

    private static Optional<JsonObject> component(JsonObject json, String field) {
        return json.has(field) ? Optional.of(json.object(field)) : Optional.empty();
    }

    private static SubwordModel model(JsonObject json) {
        String type = json.has("type") ? json.string("type") : typeByFields(json);
        for (ModelJson model : MODELS) {
            if (model.type().equals(type)) {
                return model.read(json);
            }
        }
        List<String> known = MODELS.stream().map(ModelJson::type).toList();
        throw json.wrong("type", "a model of " + String.join(", ", known), "'" + type + "'");
    }

    /** Files of the format's first years do not name the type. */
    private static String typeByFields(JsonObject json) {
        if (json.has("merges")) {
            return "BPE";
        }
        if (json.has("vocab") && !json.isObject("vocab")) {
            return "Unigram";
        }
        return json.has("continuing_subword_prefix") ? "WordPiece" : "WordLevel";
    }

    private static void write(SubwordModel model, JsonGenerator out) throws IOException {
        for (ModelJson json : MODELS) {
            if (json.canWrite(model)) {
                out.writeStartObject();
                out.writeStringField("type", json.type());
                json.write(model, out);
                out.writeEndObject();
                return;
            }
        }
        throw new WordloomException(
                ExitCode.USAGE,
                "the model " + model.getClass().getSimpleName()
                        + " cannot be written to tokenizer.json as it is, which has no such model");
    }

    private static <T> void write(
            String field, Optional<T> component, ComponentTable.FieldWriter<T> writer, JsonGenerator out)
            throws IOException {
        out.writeFieldName(field);
        if (component.isPresent()) {
            writer.write(component.get(), out);
        } else {
            out.writeNull();
        }
    }

    private static AddedToken addedToken(JsonObject json) {
        return new AddedToken(
                json.integer("id", 0, Integer.MAX_VALUE),
                json.string("content"),
                json.flag("single_word"),
                json.flag("lstrip"),
                json.flag("rstrip"),
                json.flag("normalized"),
                json.flag("special"));
    }

    private static void write(AddedToken token, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("id", token.id());
        out.writeStringField("content", token.content());
        out.writeBooleanField("single_word", token.singleWord());
        out.writeBooleanField("lstrip", token.stripLeft());
        out.writeBooleanField("rstrip", token.stripRight());
        out.writeBooleanField("normalized", token.normalized());
        out.writeBooleanField("special", token.special());
        out.writeEndObject();
    }
}
