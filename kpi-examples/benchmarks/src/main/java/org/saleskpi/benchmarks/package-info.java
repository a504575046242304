/**
 * How fast the library is: by itself, beside other ways to do the same job, and as the data grows.
 *
 * <pre>
 * mvn -q -Pbench -pl kpi-examples/benchmarks -am -DskipTests package
 * jar=kpi-examples/benchmarks/target/benchmarks.jar
 * java -Xms4g -Xmx4g -XX:+UseParallelGC -jar $jar side-by-side --scale 10
 * java -Xms4g -Xmx4g -XX:+UseParallelGC -jar $jar growth
 * java -Xms4g -Xmx4g -XX:+UseParallelGC -jar $jar terms
 * java -Xms4g -Xmx4g -XX:+UseParallelGC -jar $jar catalogue
 * java -Xms4g -Xmx4g -XX:+UseParallelGC -jar $jar analyses
 * java -Xms4g -Xmx4g -XX:+UseParallelGC -jar $jar readers
 * java -Xms6g -Xmx6g -XX:+UseParallelGC -jar $jar imports
 * java -Xmx2g -jar $jar ratio
 * java -jar $jar jmh -prof gc
 * </pre>
 *
 * <p>All but the last two write their tables into a page with {@code --out docs/performance.md}. {@link SyntheticSales} makes up
 * the data, {@link Measures} says what the job is, each {@link Peer} does it, and {@link Agreement} holds their answers
 * against the library's before anything is timed. Start at {@link Main}.
 */
@NullMarked
package org.saleskpi.benchmarks;

import org.jspecify.annotations.NullMarked;
