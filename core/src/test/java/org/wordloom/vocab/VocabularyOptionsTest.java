package org.wordloom.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wordloom.base.Problems;

class VocabularyOptionsTest {
    @Test
    void theDefaultsAreWord2vecs() {
        assertThat(VocabularyOptions.defaults()).isEqualTo(new VocabularyOptions(5, 0));
    }

    @Test
    void namesEveryValueOutOfRange() {
        Problems problems = new Problems();
        new VocabularyOptions(0, -1).validate(problems);
        assertThat(problems.all())
                .containsExactly(
                        "--min-count is 0, expected at least 1", "--max-size is -1, expected 0 (no limit) or more");
        problems = new Problems();
        VocabularyOptions.defaults().validate(problems);
        new VocabularyOptions(1, 0).validate(problems);
        assertThat(problems.all()).isEmpty();
    }
}
