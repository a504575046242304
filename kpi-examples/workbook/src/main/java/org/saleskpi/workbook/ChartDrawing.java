package org.saleskpi.workbook;

import java.util.List;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFTitle;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xddf.usermodel.text.XDDFTextRun;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTNumFmt;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.saleskpi.workbook.Table.CellRange;

/** Draws one chart. It refers to cells of the workbook: whoever edits those sees it change. */
final class ChartDrawing {

    private static final byte[] GRID = {(byte) 0xD9, (byte) 0xD9, (byte) 0xD9};
    private static final byte[] INK = {(byte) 0x40, (byte) 0x40, (byte) 0x40};
    private static final double TITLE_SIZE = 12;
    private static final double AXIS_SIZE = 9;

    /** Points that stand closer than this would be a row of dots. */
    private static final int MOST_MARKED_POINTS = 31;

    /** Shapes tell lines apart where colours do not. */
    private static final List<MarkerStyle> MARKERS =
            List.of(MarkerStyle.CIRCLE, MarkerStyle.DIAMOND, MarkerStyle.SQUARE, MarkerStyle.TRIANGLE);

    /** With more categories than this, their names stand aslant. */
    private static final int MOST_LEVEL_NAMES = 6;

    private static final int ASLANT = -45 * 60_000;

    private final XSSFChart chart;
    private final Plot plot;

    private ChartDrawing(XSSFDrawing drawing, XSSFClientAnchor anchor, Plot plot) {
        this.chart = drawing.createChart(anchor);
        this.plot = plot;
        chart.getGraphicFrame().setName(plot.title());
        chart.setTitleText(plot.title());
        chart.setTitleOverlay(false);
        chart.setAutoTitleDeleted(false);
        type(chart.getTitle(), TITLE_SIZE, true);
        chart.displayBlanksAs(DisplayBlanks.GAP);
    }

    /** Draws lines over time. */
    static void lines(XSSFDrawing drawing, XSSFClientAnchor anchor, Plot plot) {
        new ChartDrawing(drawing, anchor, plot).lines();
    }

    /** Draws bars that lie, the first category at the top. */
    static void bars(XSSFDrawing drawing, XSSFClientAnchor anchor, Plot plot) {
        new ChartDrawing(drawing, anchor, plot).bars();
    }

    private void lines() {
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        finish(categories, values);
        XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, categories, values);
        data.setVaryColors(false);
        if (plot.points() > MOST_LEVEL_NAMES) {
            chart.getCTChart()
                    .getPlotArea()
                    .getCatAxArray(0)
                    .getTxPr()
                    .getBodyPr()
                    .setRot(ASLANT);
        }
        boolean isMarked = plot.points() <= MOST_MARKED_POINTS;
        for (int i = 0; i < plot.lines().size(); i++) {
            Plot.Line line = plot.lines().get(i);
            XDDFLineChartData.Series series = (XDDFLineChartData.Series) series(data, line);
            series.setSmooth(false);
            series.setMarkerStyle(isMarked ? MARKERS.get(i % MARKERS.size()) : MarkerStyle.NONE);
            XDDFShapeProperties shape = new XDDFShapeProperties();
            shape.setLineProperties(stroke(line));
            series.setShapeProperties(shape);
            if (isMarked) {
                XDDFShapeProperties marker = new XDDFShapeProperties();
                series.getCTLineSer()
                        .getMarker()
                        .addNewSpPr()
                        .set(filled(marker, line).getXmlObject());
            }
        }
        chart.plot(data);
        legend();
    }

    private void bars() {
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.LEFT);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.BOTTOM);
        finish(categories, values);
        categories.setOrientation(AxisOrientation.MAX_MIN);
        // The categories run from the top: the axis of values crosses at their end, below.
        values.setCrosses(AxisCrosses.MAX);
        values.setTickLabelPosition(AxisTickLabelPosition.NEXT_TO);
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(BarDirection.BAR);
        data.setBarGrouping(BarGrouping.CLUSTERED);
        data.setGapWidth(50);
        data.setVaryColors(false);
        for (Plot.Line line : plot.lines()) {
            XDDFBarChartData.Series series = (XDDFBarChartData.Series) series(data, line);
            filled(series, line);
            label(series.getCTBarSer().addNewDLbls());
        }
        chart.plot(data);
    }

    /** Writes the values at the ends of bars, as their cells show them; amounts without decimals, which would overlap. */
    private void label(CTDLbls labels) {
        if (plot.format() == CellFormat.MONEY) {
            CTNumFmt format = labels.addNewNumFmt();
            format.setFormatCode(axisFormat());
            format.setSourceLinked(false);
        }
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(true);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(false);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    private void legend() {
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
        chart.getOrAddLegend().setOverlay(false);
    }

    private XDDFChartData.Series series(XDDFChartData data, Plot.Line line) {
        XDDFChartData.Series series = data.addSeries(names(line.categories()), numbers(line.values()));
        series.setTitle(line.name(), null);
        return series;
    }

    private static XDDFCategoryDataSource names(CellRange source) {
        String[] names = source.cells().stream()
                .map(cell -> cell.content() instanceof String text ? text : "")
                .toArray(String[]::new);
        return XDDFDataSourcesFactory.fromArray(names, source.reference());
    }

    private static XDDFNumericalDataSource<Double> numbers(CellRange source) {
        Double[] numbers = source.cells().stream().map(Cell::number).toArray(Double[]::new);
        return XDDFDataSourcesFactory.fromArray(numbers, source.reference());
    }

    private void finish(XDDFCategoryAxis categories, XDDFValueAxis values) {
        for (XDDFChartAxis axis : List.of(categories, values)) {
            axis.setVisible(true);
            axis.setMajorTickMark(AxisTickMark.NONE);
            axis.setMinorTickMark(AxisTickMark.NONE);
            axis.setTickLabelPosition(AxisTickLabelPosition.LOW);
            axis.getOrAddTextProperties().setFontSize(AXIS_SIZE);
            axis.getOrAddTextProperties().setFillProperties(solid(INK));
        }
        categories.setTitle(plot.categoryAxis());
        CTPlotArea area = chart.getCTChart().getPlotArea();
        type(new XDDFTitle(null, area.getCatAxArray(0).getTitle()), AXIS_SIZE, false);
        categories.getOrAddShapeProperties().setLineProperties(thin());
        values.setTitle(plot.valueAxis());
        type(new XDDFTitle(null, area.getValAxArray(0).getTitle()), AXIS_SIZE, false);
        values.setCrosses(AxisCrosses.AUTO_ZERO);
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        values.setMinimum(0);
        values.getOrAddMajorGridProperties().setLineProperties(thin());
        XDDFLineProperties none = new XDDFLineProperties();
        none.setFillProperties(new XDDFNoFillProperties());
        values.getOrAddShapeProperties().setLineProperties(none);
        values.setNumberFormat(axisFormat());
        area.getValAxArray(0).getNumFmt().setSourceLinked(false);
        if (plot.format() == CellFormat.RATE && plot.largest() > 0.5) {
            values.setMaximum(1);
            values.setMajorUnit(0.2);
        } else if (plot.format() == CellFormat.COUNT && plot.largest() <= 5) {
            // Else there would be lines between whole numbers.
            values.setMajorUnit(1);
        }
    }

    private String axisFormat() {
        if (plot.format() == CellFormat.RATE) {
            return "0%";
        }
        return plot.format() != CellFormat.COUNT && plot.largest() < 5 ? "#,##0.0" : "#,##0";
    }

    private void type(XDDFTitle title, double size, boolean isBold) {
        for (XDDFTextRun run : title.getBody().getParagraph(0).getTextRuns()) {
            // Else it would be that of the system, and the bytes would tell which.
            run.setLanguage(plot.language());
            run.setFontSize(size);
            run.setBold(isBold);
            run.setFontColor(XDDFColor.from(INK));
        }
    }

    private static XDDFLineProperties thin() {
        XDDFLineProperties line = new XDDFLineProperties(solid(GRID));
        line.setWidth(0.75);
        return line;
    }

    private static XDDFLineProperties stroke(Plot.Line line) {
        XDDFLineProperties stroke = new XDDFLineProperties(solid(line.color().bytes()));
        stroke.setWidth(line.isReference() ? 1.5 : 2.25);
        if (line.isReference()) {
            stroke.setPresetDash(new XDDFPresetLineDash(PresetLineDash.DASH));
        }
        return stroke;
    }

    private static void filled(XDDFChartData.Series series, Plot.Line line) {
        series.setShapeProperties(filled(new XDDFShapeProperties(), line));
    }

    private static XDDFShapeProperties filled(XDDFShapeProperties look, Plot.Line line) {
        look.setFillProperties(solid(line.color().bytes()));
        return look;
    }

    private static XDDFSolidFillProperties solid(byte[] rgb) {
        return new XDDFSolidFillProperties(XDDFColor.from(rgb));
    }
}
