/**
 * Sales performance indicators from plain records: x.
 */
module org.saleskpi {
    requires com.google.common;
    requires transitive org.joda.money;
    requires static transitive org.jspecify;

    exports org.saleskpi.sales;
    exports org.saleskpi.time;
    exports org.saleskpi.value;
}
