/** Answers as text, JSON, CSV, Parquet and as a page for a browser: start at {@code org.saleskpi.output}. */
@SuppressWarnings("module") // Who builds this module need not have the one that it shares its words with.
module org.saleskpi.output {
    requires transitive org.saleskpi;
    requires com.j2html;
    requires de.siegmar.fastcsv;
    requires org.saleskpi.jackson;
    requires java.sql;
    requires static transitive org.jspecify;
    requires tools.jackson.core;

    exports org.saleskpi.output;
    exports org.saleskpi.output.disk to
            org.saleskpi.workbook;
    exports org.saleskpi.output.page;
    exports org.saleskpi.output.wording to
            org.saleskpi.workbook;
}
