package org.saleskpi.benchmarks;

import java.util.Arrays;
import java.util.List;

/** Runs one of the measurements: {@code side-by-side}, {@code growth}, {@code terms}, {@code catalogue}, {@code groups}, {@code analyses}, {@code changes}, {@code live}, {@code tenants},
 * {@code cores}, {@code readers}, {@code ratio} or {@code jmh}. */
public final class Main {

    private static final String USAGE = """
            side-by-side [--scale 1|10|100] [--peers saleskpi,loop,streams,duckdb,sqlite] [--seconds N] [--out FILE]
            growth       [--most RECORDS] [--out FILE]
            terms        [--out FILE]
            catalogue    [--scale 1|10|100] [--out FILE]
            groups       [--scale 1|10|100] [--out FILE]
            analyses     [--scale 1|10|100] [--out FILE]
            cores        [--most RECORDS] [--out FILE]
            tenants      [--out FILE]
            changes      [--scale 1|10|100] [--out FILE]
            live         [--scale 1|10|100] [--seconds N] [--out FILE]
            readers      [--scale 1|10|100] [--out FILE]
            imports      [--most CALLS] [--out FILE]
            ratio        exits with 1 if a report is less than 1,000 times as fast as a loop
            jmh          [the options of JMH]""";

    private Main() {}

    /**
     * Runs a measurement.
     *
     * @param args its name and its options
     * @throws Exception if it cannot be taken, or peers disagree
     */
    public static void main(String... args) throws Exception {
        List<String> options = Arrays.asList(args).subList(Math.min(1, args.length), args.length);
        switch (args.length == 0 ? "" : args[0]) {
            case "side-by-side" -> SideBySide.run(Options.parse(options));
            case "growth" -> Growth.run(Options.parse(options));
            case "terms" -> Terms.run(Options.parse(options));
            case "analyses" -> Analyses.run(Options.parse(options));
            case "catalogue" -> Catalogue.run(Options.parse(options));
            case "groups" -> ManyGroups.run(Options.parse(options));
            case "cores" -> Cores.run(Options.parse(options));
            case "tenants" -> Tenants.run(Options.parse(options));
            case "changes" -> Changes.run(Options.parse(options));
            case "live" -> Live.run(Options.parse(options));
            case "readers" -> Readers.run(Options.parse(options));
            case "imports" -> Imports.run(Options.parse(options));
            case "ratio" -> {
                if (!RatioCheck.run()) {
                    System.exit(1);
                }
            }
            case "jmh" -> org.openjdk.jmh.Main.main(options.toArray(String[]::new));
            default -> {
                System.err.println(USAGE);
                System.exit(2);
            }
        }
    }
}
