package org.saleskpi.spark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;
import org.saleskpi.KpiQuery;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.intake.mapping.InvalidMappingException;
import org.saleskpi.output.Answers;
import org.saleskpi.output.CsvDialect;
import org.saleskpi.output.TidyCsv;
import org.saleskpi.sales.Problem;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.SalesCalendar;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reports on a folder of tables, as tidy CSV. */
@Command(
        name = "kpi-spark",
        mixinStandardHelpOptions = true,
        description = "Sales indicators of tables that are too large for one machine, as tidy CSV on standard output.",
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 1)
public final class Main implements Callable<Integer> {

    private static final String LOG_SETTING = "log4j2.configurationFile";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", required = true, description = "the folder of tables")
    private String data = "";

    @Option(names = "--format", description = "csv (the default) or parquet")
    private String format = "csv";

    @Option(names = "--mapping", description = "a mapping file that says what the tables mean")
    private @Nullable Path mapping;

    @Option(names = "--period", required = true, description = "such as 2026, 2026-Q1, 2026-03, 2026-W12")
    private String period = "";

    @Option(names = "--every", description = "a report for each day, week, month, quarter or year")
    private @Nullable String every;

    @Option(names = "--by", split = ",", description = "owner or attributes to group by")
    private List<String> by = new ArrayList<>();

    @Option(names = "--as-of", description = "as things were known before this instant")
    private @Nullable String asOf;

    @Option(names = "--zone", description = "the business time zone, UTC by default")
    private String zone = "UTC";

    @Option(names = "--currency", description = "the reporting currency, EUR by default")
    private String currency = "EUR";

    @Option(names = "--calendar", description = "the calendar, iso by default")
    private String calendar = "iso";

    @Option(names = "--indicators", description = "brief (the default) or all")
    private String indicators = "brief";

    @Option(names = "--partitions", description = "into how many parts customers are split")
    private @Nullable Integer partitions;

    @Option(names = "--lenient", description = "set bad records aside instead of failing")
    private boolean lenient;

    @Option(names = "--unique-ids", description = "do not look for ids that different customers share")
    private boolean uniqueIds;

    private final Supplier<SparkSession> session;

    private Main(Supplier<SparkSession> session) {
        this.session = session;
    }

    /**
     * Runs the command; exits with 0, 1 when the data are bad, or 2 when the command line is.
     *
     * @param args {@code --data DIR --period PERIOD} and more, which {@code --help} tells
     */
    public static void main(String... args) {
        if (System.getProperty(LOG_SETTING) == null) {
            System.setProperty(LOG_SETTING, "classpath:org/saleskpi/spark/log4j2.properties");
        }
        SparkSession.Builder session = SparkSession.builder().appName("kpi-spark");
        if (System.getProperty("spark.master") == null) {
            // Not started by spark-submit: on this machine alone.
            session.master("local[*]").config("spark.ui.enabled", false).config("spark.sql.shuffle.partitions", 8);
        }
        System.exit(run(session::getOrCreate, new PrintWriter(System.err, true, StandardCharsets.UTF_8), args));
    }

    /** Runs the command line with a session, which is asked for once the command line is good. */
    static int run(Supplier<SparkSession> session, PrintWriter errors, String... args) {
        CommandLine command = new CommandLine(new Main(session)).setErr(errors);
        command.setExecutionExceptionHandler((e, line, parsed) -> {
            line.getErr().println(e instanceof InvalidTablesException ? e.getMessage() : e.toString());
            return 1;
        });
        return command.execute(args);
    }

    @Override
    public Integer call() throws IOException {
        ZoneId businessZone = parsed("--zone", zone, ZoneId::of);
        SalesCalendar ownCalendar = parsed("--calendar", calendar, SalesCalendar::parse);
        DateRange dates = parsed("--period", period, ownCalendar::parsePeriod);
        CalendarUnit unit = every == null
                ? null
                : parsed("--every", every, text -> CalendarUnit.valueOf(text.toUpperCase(Locale.ROOT)));
        ClusterKpis.Builder kpis = ClusterKpis.builder(
                        tables(session.get()), businessZone, parsed("--currency", currency, CurrencyUnit::of))
                .calendar(ownCalendar)
                .catalogue(catalogue());
        if (asOf != null) {
            kpis.asOf(parsed("--as-of", asOf, Instant::parse));
        }
        if (partitions != null) {
            kpis.partitions(partitions);
        }
        if (lenient) {
            kpis.lenient();
        }
        if (uniqueIds) {
            kpis.idsAreUnique();
        }
        write(ask(kpis.build(), dates, unit));
        return 0;
    }

    private PartCatalogue catalogue() {
        return switch (indicators) {
            case "brief" -> PartCatalogue.STANDARD;
            case "all" -> PartCatalogue.WHOLE;
            default -> throw invalid("--indicators", indicators, "expected brief or all");
        };
    }

    private SalesTables tables(SparkSession spark) throws IOException {
        SalesTables tables = switch (format) {
            case "csv" -> SalesTables.csv(spark, data);
            case "parquet" -> SalesTables.parquet(spark, data);
            default -> throw invalid("--format", format, "expected csv or parquet");
        };
        if (mapping == null) {
            return tables;
        }
        try {
            return tables.mappedBy(String.valueOf(mapping.getFileName()), Files.readString(mapping), Instant.now());
        } catch (InvalidMappingException e) {
            throw invalid("--mapping", mapping.toString(), String.valueOf(e.getMessage()));
        }
    }

    private Answers ask(ClusterKpis kpis, DateRange dates, @Nullable CalendarUnit unit) {
        String start = dates.startInclusive().toString();
        String end = dates.endExclusive().toString();
        ArrayList<String> names = new ArrayList<>(by);
        if (names.isEmpty()) {
            return unit == null
                    ? Answers.of(
                            told(kpis.report(part -> query(part, start, end).report())))
                    : Answers.of(
                            told(kpis.series(part -> query(part, start, end).every(unit))));
        }
        return unit == null
                ? Answers.of(
                        told(kpis.reportsByGroup(part -> query(part, start, end).by(dimensions(names)))))
                : Answers.of(
                        told(kpis.seriesByGroup(part -> query(part, start, end).by(dimensions(names), unit))));
    }

    private static KpiQuery query(KpiCalculator part, String start, String end) {
        return part.during(DateRange.of(LocalDate.parse(start), LocalDate.parse(end)));
    }

    private static List<Dimension> dimensions(List<String> names) {
        return names.stream()
                .map(name -> name.equals(Dimension.OWNER.name()) ? Dimension.OWNER : Dimension.attribute(name))
                .toList();
    }

    /** Tells what is wrong and what is doubtful, and returns the answer. */
    private <A> A told(ClusterAnswer<A> answer) {
        PrintWriter errors = spec().commandLine().getErr();
        answer.problems().forEach(problem -> errors.println(problem));
        if (answer.problemCount() > answer.problems().size()) {
            errors.println("and " + (answer.problemCount() - answer.problems().size()) + " more problems");
        }
        for (Problem doubt : answer.doubts()) {
            errors.println(doubt);
        }
        return answer.answer();
    }

    private static void write(Answers answers) throws IOException {
        OutputStream out = new BufferedOutputStream(System.out);
        new TidyCsv(CsvDialect.STANDARD).write(answers, out);
        out.flush();
    }

    private interface Parser<T> {
        T parse(String text);
    }

    private <T> T parsed(String option, String text, Parser<T> parser) {
        try {
            return parser.parse(text);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw invalid(option, text, String.valueOf(e.getMessage()));
        }
    }

    private ParameterException invalid(String option, String value, String reason) {
        return new ParameterException(
                spec().commandLine(), "Invalid value for " + option + ": " + value + ": " + reason);
    }

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("run by picocli");
        }
        return spec;
    }
}
