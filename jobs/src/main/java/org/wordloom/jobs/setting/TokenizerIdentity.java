package org.wordloom.jobs.setting;

import java.util.LinkedHashMap;
import java.util.Map;
import org.wordloom.format.tokenizer.PieceTokenization;

/**
 * Which tokenizer's pieces a run's words are.
 *
 * @param file its copy's name in the output: {@code tokenizer.json} or {@code tokenizer.model}
 * @param sha256 of that file, in hexadecimal
 * @param model the kind of its model
 * @param pieces how many ids it has
 */
public record TokenizerIdentity(String file, String sha256, String model, int pieces) {
    public static TokenizerIdentity of(PieceTokenization pieces) {
        String model = pieces.tokenizer().model().getClass().getSimpleName();
        return new TokenizerIdentity(
                pieces.form().fileName(),
                pieces.digest(),
                model,
                pieces.tokenizer().size());
    }

    /** By the names of {@code run.json}. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", file);
        values.put("sha256", sha256);
        values.put("model", model);
        values.put("pieces", pieces);
        return values;
    }
}
