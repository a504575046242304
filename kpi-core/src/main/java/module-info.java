/** Sales performance indicators from plain records: start at {@code org.saleskpi.KpiCalculator}. */
module org.saleskpi {
    requires com.google.common;
    requires transitive org.joda.money;
    requires static transitive org.jspecify;

    exports org.saleskpi;
    exports org.saleskpi.analysis;
    exports org.saleskpi.indicator;
    exports org.saleskpi.report;
    exports org.saleskpi.sales;
    exports org.saleskpi.time;
    exports org.saleskpi.value;
}
