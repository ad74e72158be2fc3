package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.wordloom.tokenizer.PostProcessor;
import org.wordloom.tokenizer.postprocessor.BertProcessing;
import org.wordloom.tokenizer.postprocessor.ByteLevelProcessing;
import org.wordloom.tokenizer.postprocessor.PostProcessorSequence;
import org.wordloom.tokenizer.postprocessor.RobertaProcessing;
import org.wordloom.tokenizer.postprocessor.SpecialToken;
import org.wordloom.tokenizer.postprocessor.TemplateProcessing;

/** Post-processors in {@code tokenizer.json}. */
final class PostProcessorJson {
    private static final ComponentTable<PostProcessor> COMPONENTS = new ComponentTable<PostProcessor>("post-processor")
            .add("BertProcessing", BertProcessing.class, PostProcessorJson::bert, PostProcessorJson::write)
            .add("RobertaProcessing", RobertaProcessing.class, PostProcessorJson::roberta, PostProcessorJson::write)
            .add("ByteLevel", ByteLevelProcessing.class, PostProcessorJson::byteLevel, PostProcessorJson::write)
            .add("TemplateProcessing", TemplateProcessing.class, TemplateJson::read, TemplateJson::write)
            .add("Sequence", PostProcessorSequence.class, PostProcessorJson::sequence, PostProcessorJson::write);

    private PostProcessorJson() {}

    static PostProcessor read(JsonObject json) {
        return COMPONENTS.read(json);
    }

    static void write(PostProcessor processor, JsonGenerator out) throws IOException {
        COMPONENTS.write(processor, out);
    }

    private static BertProcessing bert(JsonObject json) {
        return new BertProcessing(token(json, "sep"), token(json, "cls"));
    }

    private static void write(BertProcessing bert, JsonGenerator out) throws IOException {
        write("sep", bert.separator(), out);
        write("cls", bert.classifier(), out);
    }

    private static RobertaProcessing roberta(JsonObject json) {
        return new RobertaProcessing(
                token(json, "sep"), token(json, "cls"), json.flag("trim_offsets"), json.flag("add_prefix_space"));
    }

    private static void write(RobertaProcessing roberta, JsonGenerator out) throws IOException {
        write("sep", roberta.separator(), out);
        write("cls", roberta.classifier(), out);
        out.writeBooleanField("trim_offsets", roberta.trimOffsets());
        out.writeBooleanField("add_prefix_space", roberta.addPrefixSpace());
    }

    private static ByteLevelProcessing byteLevel(JsonObject json) {
        return new ByteLevelProcessing(
                json.flag("add_prefix_space"), json.flag("trim_offsets"), json.flag("use_regex", true));
    }

    private static void write(ByteLevelProcessing byteLevel, JsonGenerator out) throws IOException {
        JsonFields.writeByteLevel(byteLevel.addPrefixSpace(), byteLevel.trimOffsets(), byteLevel.useRegex(), out);
    }

    private static PostProcessorSequence sequence(JsonObject json) {
        List<PostProcessor> processors =
                json.objects("processors").stream().map(PostProcessorJson::read).toList();
        return new PostProcessorSequence(processors);
    }

    private static void write(PostProcessorSequence sequence, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("processors");
        for (PostProcessor processor : sequence.processors()) {
            write(processor, out);
        }
        out.writeEndArray();
    }

    private static SpecialToken token(JsonObject json, String field) {
        List<?> pair = json.list(field);
        if (pair.size() == 2
                && pair.get(0) instanceof String token
                && pair.get(1) instanceof Long id
                && id >= 0
                && id <= Integer.MAX_VALUE) {
            return new SpecialToken(token, id.intValue());
        }
        throw json.wrong(field, "a token and its id", pair.toString());
    }

    private static void write(String field, SpecialToken token, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(field);
        out.writeString(token.token());
        out.writeNumber(token.id());
        out.writeEndArray();
    }
}
