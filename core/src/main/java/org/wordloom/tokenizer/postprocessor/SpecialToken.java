package org.wordloom.tokenizer.postprocessor;

import java.util.List;
import org.wordloom.tokenizer.Encoding;

/**
 * A token that a post-processor adds.
 *
 * @param token its text
 * @param id its id
 */
public record SpecialToken(String token, int id) {
    /** An encoding of the token alone. */
    Encoding encoding(int typeId) {
        return Encoding.special(new int[] {id}, List.of(token), typeId);
    }
}
