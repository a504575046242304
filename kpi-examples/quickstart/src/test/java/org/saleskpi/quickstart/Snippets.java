package org.saleskpi.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Finds the examples in texts, and compiles and runs them. */
final class Snippets {

    private static final Pattern IN_JAVADOC = Pattern.compile("<pre>\\{@code\n(.*?)\n[ *]*}</pre>", Pattern.DOTALL);

    private static final Pattern PROGRAM = Pattern.compile("public class (\\w+) \\{\\s+public static void main\\(");

    private static final Pattern PROMISE = Pattern.compile("System\\.out\\.println\\(.*\\); // (.*)");

    private static final String FRAME = """
            %s
            import java.io.ByteArrayOutputStream;
            import java.math.*;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.time.Clock;
            import java.time.Duration;
            import java.time.DayOfWeek;
            import java.time.Instant;
            import java.time.LocalDate;
            import java.time.Month;
            import java.time.ZoneId;
            import java.util.*;
            import java.util.stream.Stream;
            import org.joda.money.*;
            import org.saleskpi.*;
            import org.saleskpi.analysis.*;
            import org.saleskpi.indicator.*;
            import org.saleskpi.intake.*;
            import org.saleskpi.intake.csv.*;
            import org.saleskpi.intake.mapping.*;
            import org.saleskpi.jackson.*;
            import org.saleskpi.output.*;
            import org.saleskpi.output.page.HtmlReport;
            import tools.jackson.databind.json.JsonMapper;
            import org.saleskpi.report.*;
            import org.saleskpi.sales.*;
            import org.saleskpi.time.*;
            import org.saleskpi.value.*;
            import org.saleskpi.workbook.WorkbookReport;

            /** What the examples take for granted: some records, a history of them, and its calculator. */
            public class Example {
                static final SalesHistory history = new org.saleskpi.sample.SampleCompany().history();
                static final KpiCalculator kpis = KpiCalculator.of(history);
                static final List<Customer> customers = history.customers();
                static final List<Call> calls = history.calls();
                static final List<Contract> contracts = List.of();

                public static void run() throws Exception {
            %s
                }
            }
            """;

    private Snippets() {}

    /** The examples of a source file's Javadoc, without the stars. */
    static List<String> inJavadoc(Path source) {
        return IN_JAVADOC
                .matcher(read(source))
                .results()
                .map(match -> match.group(1).lines().map(line -> line.replaceFirst("^ *\\* ?", "")))
                .map(lines -> lines.collect(Collectors.joining("\n")))
                .toList();
    }

    static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compiles statements, with the imports among their lines, and runs them with assertions on; or a whole program, which
     * then prints what the comments behind its {@code println}s promise.
     */
    static void run(String code, Path workFolder) throws Exception {
        Matcher program = PROGRAM.matcher(code);
        boolean isProgram = program.find();
        String name = isProgram ? program.group(1) : "Example";
        compile(name, isProgram ? code : framed(code), workFolder);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {workFolder.toUri().toURL()}, Snippets.class.getClassLoader())) {
            loader.setDefaultAssertionStatus(true);
            Class<?> example = loader.loadClass(name);
            if (isProgram) {
                String printed =
                        printed(() -> example.getMethod("main", String[].class).invoke(null, (Object) new String[0]));
                assertThat(printed.lines())
                        .containsAll(PROMISE.matcher(code)
                                .results()
                                .map(promise -> promise.group(1))
                                .toList());
            } else {
                example.getMethod("run").invoke(null);
            }
        }
    }

    private static String framed(String statements) {
        Map<Boolean, String> lines = statements
                .lines()
                .collect(Collectors.partitioningBy(
                        line -> line.startsWith("import "), Collectors.joining(System.lineSeparator())));
        return FRAME.formatted(lines.get(true), lines.get(false));
    }

    private static void compile(String name, String code, Path workFolder) throws IOException {
        Path source = Files.writeString(workFolder.resolve(name + ".java"), code);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            Iterable<? extends JavaFileObject> sources = files.getJavaFileObjects(source);
            List<String> options = List.of("-d", workFolder.toString(), "--release", "17", "-proc:none");
            if (!compiler.getTask(messages, files, null, options, null, sources).call()) {
                throw new AssertionError("The example does not compile:\n" + code + "\n" + messages);
            }
        }
    }

    /** What is printed meanwhile. */
    static String printed(Callable<?> program) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream terminal = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            program.call();
        } finally {
            System.setOut(terminal);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
