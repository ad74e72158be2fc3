package org.wordloom.tokenizer.pretokenizer;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizedText.Words;
import org.wordloom.tokenizer.PreTokenizer;

/**
 * Splits where the script changes; Han, Hiragana and Katakana are one script, and a space belongs to any. What belongs to
 * any script at the beginning of a word is dropped, as HuggingFace's library has it.
 */
public record UnicodeScripts() implements PreTokenizer {
    private static final int ANY = -1;

    @Override
    public void split(PreTokenizedText words) {
        words.split(UnicodeScripts::split);
    }

    private static void split(char[] chars, int from, int to, Words words) {
        int start = to;
        int last = ANY;
        for (int i = from; i < to; ) {
            int codePoint = Character.codePointAt(chars, i, to);
            int script = script(codePoint);
            if (script != ANY && script != last) {
                words.word(start, Math.max(start, i));
                start = i;
                last = script;
            }
            i += Character.charCount(codePoint);
        }
        words.word(start, to);
    }

    /** As of Unicode 9, which HuggingFace's library knows; a newer character belongs to any script. */
    private static int script(int codePoint) {
        if (codePoint == ' ' || UCharacter.getAge(codePoint).getMajor() > 9) {
            return ANY;
        }
        return switch (codePoint) {
            case 0x0589, 0x061C -> UScript.COMMON;
            case 0x0953, 0x0954 -> UScript.DEVANAGARI;
            case 0x30FC -> UScript.HAN;
            default -> merged(UScript.getScript(codePoint));
        };
    }

    private static int merged(int script) {
        return switch (script) {
            case UScript.HIRAGANA, UScript.KATAKANA -> UScript.HAN;
            case UScript.UNKNOWN -> ANY;
            default -> script;
        };
    }
}
