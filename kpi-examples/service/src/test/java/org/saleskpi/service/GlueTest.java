package org.saleskpi.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide tells how much code it takes to have the library in a service. */
class GlueTest {

    private static final Path SOURCES = Path.of("src/main/java/org/saleskpi/service/kpi");
    private static final Pattern FILE = Pattern.compile("`(\\w+)` (\\d+)");
    private static final Pattern COMMENT =
            Pattern.compile("/\\*.*?\\*/|//[^\n\"]*$", Pattern.DOTALL | Pattern.MULTILINE);

    private static long lines(String file) throws IOException {
        String source = Files.readString(SOURCES.resolve(file + ".java"));
        return COMMENT.matcher(source)
                .replaceAll("")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("import ") && !line.startsWith("package "))
                .count();
    }

    @Test
    void theTableOfTheGuideIsTrue() throws IOException {
        String guide = Files.readString(Path.of("../../docs/service.md"));
        int start = guide.indexOf("| part | files | lines |");
        String table = guide.substring(start, guide.indexOf("\n\n", start));
        List<String> told = new ArrayList<>();
        List<String> counted = new ArrayList<>();
        long sum = 0;
        for (MatchResult file : FILE.matcher(table).results().toList()) {
            long lines = lines(file.group(1));
            told.add(file.group(1) + " " + file.group(2));
            counted.add(file.group(1) + " " + lines);
            sum += lines;
        }

        assertThat(told).hasSize(7).isEqualTo(counted);
        assertThat(table).endsWith("**" + sum + "** |");
    }
}
