package org.wordloom.jobs.setting;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.wordloom.search.AnalogyMethod;

/** The option {@code --method}, whose values begin with a digit as their authors write them. */
public final class MethodReading {
    private static final Map<String, AnalogyMethod> BY_NAME =
            Map.of("3cosadd", AnalogyMethod.COS_ADD, "3cosmul", AnalogyMethod.COS_MUL);
    private static final List<String> NAMES = List.of("3cosadd", "3cosmul");

    private MethodReading() {}

    /** The setting over a holder of the method. */
    public static Setting<String> setting(Supplier<AnalogyMethod> current, Consumer<AnalogyMethod> target) {
        return new Setting<>(
                "method",
                Setting.Arity.ONE,
                String.join("|", NAMES),
                "how an analogy is answered",
                MethodReading::read,
                () -> nameOf(current.get()),
                name -> target.accept(BY_NAME.get(name)));
    }

    private static String read(List<String> texts) {
        String name = Reading.text().read(texts).toLowerCase(Locale.ROOT);
        if (!BY_NAME.containsKey(name)) {
            throw new IllegalArgumentException(
                    "none of " + String.join(", ", NAMES) + NearestName.suggestion(name, NAMES));
        }
        return name;
    }

    private static String nameOf(AnalogyMethod method) {
        return NAMES.stream()
                .filter(name -> BY_NAME.get(name) == method)
                .findFirst()
                .orElseThrow();
    }
}
