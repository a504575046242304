/** Answers as a workbook with charts: start at {@code org.saleskpi.workbook.WorkbookReport}. */
module org.saleskpi.workbook {
    requires transitive org.saleskpi.output;
    requires org.apache.commons.compress;
    requires org.apache.poi.ooxml;
    requires org.apache.poi.ooxml.schemas;
    requires org.apache.poi.poi;
    requires org.apache.xmlbeans;
    requires static transitive org.jspecify;

    exports org.saleskpi.workbook;
}
