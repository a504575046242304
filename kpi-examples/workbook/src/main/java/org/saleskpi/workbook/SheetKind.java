package org.saleskpi.workbook;

import static java.util.Objects.requireNonNullElse;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.output.Question;
import org.saleskpi.output.wording.Wording;
import org.saleskpi.time.CalendarUnit;

/** The sheets of a workbook, in order. */
enum SheetKind {
    INDICATORS,
    CHARTS,
    TARGETS,
    CHANGES,
    PERIODS,
    YEAR_BEFORE,
    GROUPS,
    GROUPS_IN_PERIODS,
    CROSS_TABLE,
    TIDY,
    FACTS,
    DEFINITIONS;

    /** What the sheets are called. */
    static Map<SheetKind, String> names(Question question, Wording wording) {
        List<SheetKind> kinds = List.of(values());
        List<String> names = SheetNames.ofSheets(
                kinds.stream().map(kind -> kind.wantedName(question, wording)).toList());
        Map<SheetKind, String> byKind = new EnumMap<>(SheetKind.class);
        for (int i = 0; i < kinds.size(); i++) {
            byKind.put(kinds.get(i), names.get(i));
        }
        return byKind;
    }

    private String wantedName(Question question, Wording wording) {
        String dimensions = wording.dimensions(
                question.dimensions().stream().map(Dimension::name).toList());
        CalendarUnit unit = requireNonNullElse(question.unit(), CalendarUnit.MONTH);
        return switch (this) {
            case INDICATORS -> wording.say("sheet.indicators");
            case TARGETS -> wording.say("sheet.targets");
            case CHANGES -> wording.say("sheet.changes");
            case CHARTS -> wording.say("sheet.charts");
            case PERIODS -> wording.say("sheet." + unit.name().toLowerCase(Locale.ROOT));
            case YEAR_BEFORE -> wording.say("sheet.year-before");
            case GROUPS -> wording.say("by", dimensions);
            case GROUPS_IN_PERIODS -> wording.say("by.two", dimensions, wording.name(unit));
            case CROSS_TABLE -> wording.say("sheet.crossed");
            case TIDY -> wording.say("sheet.tidy");
            case FACTS -> wording.say("sheet.facts");
            case DEFINITIONS -> wording.say("sheet.definitions");
        };
    }

    /** What stands above the tables of a sheet. */
    String heading(Question question, Wording wording) {
        String dimensions = wording.dimensions(
                question.dimensions().stream().map(Dimension::name).toList());
        CalendarUnit unit = requireNonNullElse(question.unit(), CalendarUnit.MONTH);
        return switch (this) {
            case INDICATORS, CHARTS -> wording.say("heading");
            case TARGETS -> wording.say("heading.targets");
            case CHANGES -> wording.say("heading.changes");
            case PERIODS -> wording.say("heading.by", wording.name(unit));
            case YEAR_BEFORE -> wording.say("heading.year-before", wording.name(unit));
            case GROUPS -> wording.say("heading.by", dimensions);
            case GROUPS_IN_PERIODS, CROSS_TABLE -> wording.say("heading.by-two", dimensions, wording.name(unit));
            case TIDY -> wording.say("heading.tidy");
            case FACTS -> wording.say("heading.facts");
            case DEFINITIONS -> wording.say("heading.definitions");
        };
    }
}
