package org.wordloom.tokenizer.merging;

/** Which of two equally frequent pairs is merged first. */
public enum TieRule {
    /** The one with the lower left id, then the lower right id, as HuggingFace does. */
    LOWER_IDS {
        @Override
        boolean isBefore(PairTable pairs, int a, int b, TrainingPieces pieces) {
            int byLeft = Integer.compare(pairs.left(a), pairs.left(b));
            return byLeft != 0 ? byLeft < 0 : pairs.right(a) < pairs.right(b);
        }
    },

    /** The one whose left piece comes later by code points, then whose right piece does, as subword-nmt does. */
    HIGHER_TEXTS {
        @Override
        boolean isBefore(PairTable pairs, int a, int b, TrainingPieces pieces) {
            int byLeft = compare(pieces.text(pairs.left(a)), pieces.text(pairs.left(b)));
            return byLeft != 0 ? byLeft > 0 : compare(pieces.text(pairs.right(a)), pieces.text(pairs.right(b))) > 0;
        }
    };

    abstract boolean isBefore(PairTable pairs, int a, int b, TrainingPieces pieces);

    /** By code points: chars alone would put supplementary characters before U+E000. */
    static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            if (a.charAt(i) != b.charAt(i)) {
                return Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    private static int rank(char c) {
        return Character.isSurrogate(c) ? c + Character.MAX_VALUE : c;
    }
}
