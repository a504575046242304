/** Answers and records as JSON, by Jackson: add {@code org.saleskpi.jackson.KpiModule} to a mapper. */
@SuppressWarnings("module") // Who builds this module need not have the one that it shares its form with.
module org.saleskpi.jackson {
    requires com.fasterxml.jackson.annotation;
    requires transitive org.saleskpi;
    requires static transitive org.jspecify;
    requires transitive tools.jackson.core;
    requires transitive tools.jackson.databind;

    exports org.saleskpi.jackson;
    exports org.saleskpi.jackson.form to
            org.saleskpi.output;

    provides tools.jackson.databind.JacksonModule with
            org.saleskpi.jackson.KpiModule;
}
