/** Sales records from CSV folders and from the exports of CRMs: start at {@code org.saleskpi.intake}. */
module org.saleskpi.intake {
    requires transitive org.saleskpi;
    requires com.google.common;
    requires de.siegmar.fastcsv;
    requires java.xml;
    requires org.dhatim.fastexcel.reader;
    requires org.snakeyaml.engine;
    requires static transitive org.jspecify;
    requires tools.jackson.core;

    exports org.saleskpi.intake;
    exports org.saleskpi.intake.csv;
    exports org.saleskpi.intake.draft;
    exports org.saleskpi.intake.mapping;
}
