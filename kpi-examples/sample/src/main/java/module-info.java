/**
 * The records of a small invented company, for examples and tests: start at {@link org.saleskpi.sample.SampleCompany}.
 *
 * @since 0.1.0
 */
module org.saleskpi.sample {
    requires transitive org.saleskpi;
    requires static transitive org.jspecify;

    exports org.saleskpi.sample;
}
