package org.wordloom.format.tokenizer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.wordloom.tokenizer.Decoder;
import org.wordloom.tokenizer.decoder.BpeDecoder;
import org.wordloom.tokenizer.decoder.ByteFallback;
import org.wordloom.tokenizer.decoder.ByteLevelDecoder;
import org.wordloom.tokenizer.decoder.CtcDecoder;
import org.wordloom.tokenizer.decoder.DecoderSequence;
import org.wordloom.tokenizer.decoder.Fuse;
import org.wordloom.tokenizer.decoder.StripDecoder;
import org.wordloom.tokenizer.decoder.WordPieceDecoder;
import org.wordloom.tokenizer.normalizer.Replace;
import org.wordloom.tokenizer.pretokenizer.Metaspace;

/** Decoders in {@code tokenizer.json}. */
final class DecoderJson {
    private static final ComponentTable<Decoder> COMPONENTS = new ComponentTable<Decoder>("decoder")
            .add(
                    "BPEDecoder",
                    BpeDecoder.class,
                    json -> new BpeDecoder(json.string("suffix")),
                    (decoder, out) -> out.writeStringField("suffix", decoder.suffix()))
            .add("ByteLevel", ByteLevelDecoder.class, DecoderJson::byteLevel, DecoderJson::write)
            .add("WordPiece", WordPieceDecoder.class, DecoderJson::wordPiece, DecoderJson::write)
            .add("Metaspace", Metaspace.class, JsonFields::metaspace, JsonFields::write)
            .add("CTC", CtcDecoder.class, DecoderJson::ctc, DecoderJson::write)
            .add("Sequence", DecoderSequence.class, DecoderJson::sequence, DecoderJson::write)
            .add("Replace", Replace.class, NormalizerJson::replace, NormalizerJson::write)
            .add("Fuse", Fuse.class, new Fuse())
            .add("Strip", StripDecoder.class, DecoderJson::strip, DecoderJson::write)
            .add("ByteFallback", ByteFallback.class, new ByteFallback());

    private DecoderJson() {}

    static Decoder read(JsonObject json) {
        return COMPONENTS.read(json);
    }

    static void write(Decoder decoder, JsonGenerator out) throws IOException {
        COMPONENTS.write(decoder, out);
    }

    private static ByteLevelDecoder byteLevel(JsonObject json) {
        return new ByteLevelDecoder(
                json.flag("add_prefix_space"), json.flag("trim_offsets"), json.flag("use_regex", true));
    }

    private static void write(ByteLevelDecoder decoder, JsonGenerator out) throws IOException {
        JsonFields.writeByteLevel(decoder.addPrefixSpace(), decoder.trimOffsets(), decoder.useRegex(), out);
    }

    private static WordPieceDecoder wordPiece(JsonObject json) {
        return new WordPieceDecoder(json.string("prefix"), json.flag("cleanup"));
    }

    private static void write(WordPieceDecoder decoder, JsonGenerator out) throws IOException {
        out.writeStringField("prefix", decoder.prefix());
        out.writeBooleanField("cleanup", decoder.cleanup());
    }

    private static CtcDecoder ctc(JsonObject json) {
        return new CtcDecoder(json.string("pad_token"), json.string("word_delimiter_token"), json.flag("cleanup"));
    }

    private static void write(CtcDecoder decoder, JsonGenerator out) throws IOException {
        out.writeStringField("pad_token", decoder.padToken());
        out.writeStringField("word_delimiter_token", decoder.wordDelimiter());
        out.writeBooleanField("cleanup", decoder.cleanup());
    }

    private static StripDecoder strip(JsonObject json) {
        return new StripDecoder(
                JsonFields.codePoint(json, "content"),
                json.integer("start", 0, Integer.MAX_VALUE),
                json.integer("stop", 0, Integer.MAX_VALUE));
    }

    private static void write(StripDecoder decoder, JsonGenerator out) throws IOException {
        out.writeStringField("content", Character.toString(decoder.content()));
        out.writeNumberField("start", decoder.start());
        out.writeNumberField("stop", decoder.stop());
    }

    private static DecoderSequence sequence(JsonObject json) {
        List<Decoder> decoders =
                json.objects("decoders").stream().map(DecoderJson::read).toList();
        return new DecoderSequence(decoders);
    }

    private static void write(DecoderSequence sequence, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("decoders");
        for (Decoder decoder : sequence.decoders()) {
            write(decoder, out);
        }
        out.writeEndArray();
    }
}
