package org.wordloom.tokenizer.pretokenizer;

import com.ibm.icu.lang.UScript;
import org.wordloom.tokenizer.PreTokenizedText;
import org.wordloom.tokenizer.PreTokenizedText.Words;
import org.wordloom.tokenizer.PreTokenizer;

/** Splits where the script changes; Han, Hiragana and Katakana are one script, and a space belongs to any. */
public record UnicodeScripts() implements PreTokenizer {
    private static final int ANY = -1;
    private static final int PROLONGED_SOUND_MARK = 0x30FC;

    @Override
    public void split(PreTokenizedText words) {
        words.split(UnicodeScripts::split);
    }

    private static void split(char[] chars, int from, int to, Words words) {
        int start = from;
        int last = ANY;
        for (int i = from; i < to; ) {
            int codePoint = Character.codePointAt(chars, i, to);
            int script = script(codePoint);
            if (script != ANY) {
                if (last != ANY && script != last) {
                    words.word(start, i);
                    start = i;
                }
                last = script;
            }
            i += Character.charCount(codePoint);
        }
        words.word(start, to);
    }

    private static int script(int codePoint) {
        if (codePoint == ' ') {
            return ANY;
        }
        if (codePoint == PROLONGED_SOUND_MARK) {
            return UScript.HAN;
        }
        int script = UScript.getScript(codePoint);
        return script == UScript.HIRAGANA || script == UScript.KATAKANA ? UScript.HAN : script;
    }
}
