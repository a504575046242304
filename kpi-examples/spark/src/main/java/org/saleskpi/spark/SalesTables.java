package org.saleskpi.spark;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.saleskpi.intake.mapping.BuiltInMapping;
import org.saleskpi.intake.mapping.InvalidMappingException;

/**
 * The tables that sales records are in, and what they mean: the exchange format of the CSV folder, or what a mapping says.
 *
 * <pre>{@code
 * SalesTables exchange = SalesTables.parquet(spark, "hdfs:///sales"); // calls.parquet, customers.parquet and so on
 * SalesTables export = SalesTables.of(spark, Map.of("Deals", spark.table("crm.deals")))
 *         .mappedBy("crm.yaml", Files.readString(Path.of("crm.yaml")), Instant.now());
 * }</pre>
 *
 * <p>Tables are read as text cells: moments and dates as ISO 8601 has them, numbers with a decimal point, and what has parts as
 * JSON. A table goes by its name, or by its name and {@code .csv} or {@code .parquet}: {@code deals.parquet} is what a mapping
 * calls {@code deals.csv}. Immutable and thread-safe.
 */
public final class SalesTables {

    private static final List<String> ENDS = List.of(".gz", ".csv", ".parquet");

    private final SparkSession spark;
    private final List<TableSource> sources;
    private final Meaning meaning;

    private SalesTables(SparkSession spark, List<TableSource> sources, Meaning meaning) {
        this.spark = requireNonNull(spark, "spark");
        this.sources = List.copyOf(sources);
        this.meaning = meaning;
    }

    /**
     * Finds CSV files in a folder: {@code calls.csv}, or many files in a folder {@code calls.csv} or {@code calls}. Each is read
     * as a whole by one task, so large tables should consist of many files.
     *
     * @param spark the session
     * @param folder the folder, in any file system that the session knows
     * @return the tables
     * @throws IOException if the folder cannot be listed
     */
    public static SalesTables csv(SparkSession spark, String folder) throws IOException {
        FileSystem files = fileSystem(spark, folder);
        List<TableSource> sources = new ArrayList<>();
        for (FileStatus entry : entries(files, new Path(folder))) {
            List<String> paths = new ArrayList<>();
            for (FileStatus file : entry.isDirectory() ? entries(files, entry.getPath()) : List.of(entry)) {
                if (file.isFile()) {
                    paths.add(file.getPath().toString());
                }
            }
            if (!paths.isEmpty()) {
                sources.add(new CsvSource(baseName(entry.getPath().getName()), paths));
            }
        }
        return new SalesTables(spark, sources, Meaning.EXCHANGE_FORMAT);
    }

    /**
     * Finds Parquet tables in a folder: files or folders {@code calls.parquet}, or folders {@code calls}.
     *
     * @param spark the session
     * @param folder the folder, in any file system that the session knows
     * @return the tables
     * @throws IOException if the folder cannot be listed
     */
    public static SalesTables parquet(SparkSession spark, String folder) throws IOException {
        List<TableSource> sources = new ArrayList<>();
        for (FileStatus entry : entries(fileSystem(spark, folder), new Path(folder))) {
            String path = entry.getPath().toString();
            String name = entry.getPath().getName();
            sources.add(new FrameSource(baseName(name), name, () -> spark.read().parquet(path)));
        }
        return new SalesTables(spark, sources, Meaning.EXCHANGE_FORMAT);
    }

    /**
     * Takes data frames, whatever they come from.
     *
     * @param spark the session
     * @param tables the data frames by the names of tables, such as {@code calls}
     * @return the tables
     */
    public static SalesTables of(SparkSession spark, Map<String, Dataset<Row>> tables) {
        List<TableSource> sources = new ArrayList<>();
        requireNonNull(tables, "tables").forEach((name, frame) -> {
            requireNonNull(frame, name);
            sources.add(new FrameSource(baseName(name), name, () -> frame));
        });
        return new SalesTables(spark, sources, Meaning.EXCHANGE_FORMAT);
    }

    /**
     * Returns the same tables, as a mapping reads them. Tables in which texts are looked up are read whole by every part: they
     * must fit in memory. Each row must be about one customer at most.
     *
     * @param name the name of the mapping, for messages
     * @param mapping the text of the mapping, YAML
     * @param now the moment of the run, for mappings that tell the past from the future
     * @return the tables
     * @throws InvalidMappingException if the mapping is wrong
     */
    public SalesTables mappedBy(String name, String mapping, Instant now) throws InvalidMappingException {
        requireNonNull(name, "name");
        requireNonNull(mapping, "mapping");
        requireNonNull(now, "now");
        return new SalesTables(spark, sources, Meaning.mapping(name, mapping, now));
    }

    /**
     * Returns the same tables, as a mapping of the library reads them.
     *
     * @param mapping the mapping
     * @param now the moment of the run, for mappings that tell the past from the future
     * @return the tables
     */
    public SalesTables mappedBy(BuiltInMapping mapping, Instant now) {
        try {
            return mappedBy(mapping + ".yaml", mapping.text(), now);
        } catch (InvalidMappingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileSystem fileSystem(SparkSession spark, String folder) throws IOException {
        requireNonNull(spark, "spark");
        return new Path(requireNonNull(folder, "folder"))
                .getFileSystem(spark.sparkContext().hadoopConfiguration());
    }

    /** What is in a folder, but for what programs leave there. */
    private static List<FileStatus> entries(FileSystem files, Path folder) throws IOException {
        List<FileStatus> entries = new ArrayList<>();
        for (FileStatus entry : files.listStatus(folder)) {
            String name = entry.getPath().getName();
            if (!name.startsWith("_") && !name.startsWith(".")) {
                entries.add(entry);
            }
        }
        return entries;
    }

    private static String baseName(String name) {
        String base = name;
        for (String end : ENDS) {
            base = base.endsWith(end) ? base.substring(0, base.length() - end.length()) : base;
        }
        return base;
    }

    SparkSession spark() {
        return spark;
    }

    List<TableSource> sources() {
        return sources;
    }

    Meaning meaning() {
        return meaning;
    }
}
