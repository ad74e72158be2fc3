package org.wordloom.jobs.setting;

import java.util.ArrayList;
import java.util.List;
import org.wordloom.base.Problems;

/** What every command understands. */
public final class CommonSettings implements SettingGroup {
    private final List<Setting<?>> settings = new ArrayList<>();
    private String config = "";
    private boolean quiet;
    private boolean verbose;

    /** @param configurable whether the command reads configuration files */
    public CommonSettings(boolean configurable) {
        if (configurable) {
            settings.add(Setting.path(
                    "config",
                    "FILE",
                    "read options from a HOCON file; the command line wins over it",
                    () -> config,
                    value -> config = value));
        }
        settings.add(Setting.flag("quiet", "no progress, only results", () -> quiet, value -> quiet = value));
        settings.add(
                Setting.flag("verbose", "a stack trace with every error", () -> verbose, value -> verbose = value));
    }

    public String config() {
        return config;
    }

    public boolean quiet() {
        return quiet;
    }

    public boolean verbose() {
        return verbose;
    }

    @Override
    public String title() {
        return "General";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.copyOf(settings);
    }

    @Override
    public void validate(Problems problems) {
        // Any combination makes sense.
    }
}
