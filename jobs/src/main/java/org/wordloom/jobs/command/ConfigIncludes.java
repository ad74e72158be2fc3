package org.wordloom.jobs.command;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigIncluderFile;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import java.io.File;
import java.io.StringReader;
import org.wordloom.base.ExitCode;
import org.wordloom.base.WordloomException;
import org.wordloom.jobs.model.FileAccess;

/**
 * What {@code include "base.conf"} in a configuration file stands for: the file beside it. The library looks for it among
 * its classes, and takes what it does not find for empty.
 */
final class ConfigIncludes implements ConfigIncluder, ConfigIncluderFile {
    /** Deeper ones include each other. */
    private static final int MOST_LEVELS = 20;

    private static final String EXTENSION = ".conf";

    private final String including;
    private final int level;

    private ConfigIncludes(String including, int level) {
        this.including = including;
        this.level = level;
    }

    /**
     * How a file is parsed.
     *
     * @param name how errors call the file, and beside which it includes others
     */
    static ConfigParseOptions optionsFor(String name) {
        return optionsFor(name, 0);
    }

    private static ConfigParseOptions optionsFor(String name, int level) {
        return ConfigParseOptions.defaults().setOriginDescription(name).setIncluder(new ConfigIncludes(name, level));
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        return read(what.startsWith("/") || FileAccess.SCHEME.matcher(what).matches() ? what : folder() + what);
    }

    @Override
    public ConfigObject includeFile(ConfigIncludeContext context, File what) {
        return read(what.getPath());
    }

    /** There is no other place to look for files. */
    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    private String folder() {
        return including.substring(0, including.lastIndexOf('/') + 1);
    }

    private ConfigObject read(String path) {
        if (level == MOST_LEVELS) {
            throw wrong("includes files that include each other more than " + MOST_LEVELS + " deep");
        }
        String found = FileAccess.of(path).exists() ? path : path + EXTENSION;
        if (!FileAccess.of(found).exists()) {
            throw wrong("includes " + path + ", which is not there; check its path");
        }
        StringReader text = new StringReader(FileAccess.of(found).text());
        return ConfigFactory.parseReader(text, optionsFor(found, level + 1)).root();
    }

    private WordloomException wrong(String what) {
        return new WordloomException(ExitCode.USAGE, "configuration " + including + " " + what);
    }
}
