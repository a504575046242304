package org.saleskpi.spark;

import org.apache.spark.sql.SparkSession;

/** One session for all tests, on two cores. */
final class TestSpark {

    private static final SparkSession SESSION = SparkSession.builder()
            .appName("kpi-spark tests")
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 4)
            .config("spark.sql.session.timeZone", "America/New_York")
            .config("spark.sql.datetime.java8API.enabled", true)
            .getOrCreate();

    private TestSpark() {}

    static SparkSession session() {
        return SESSION;
    }
}
