package org.saleskpi.cli.output.workbook;

import static java.util.Objects.requireNonNullElse;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.saleskpi.cli.output.Question;
import org.saleskpi.cli.output.Wording;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.time.CalendarUnit;

/** The sheets of a workbook, in order. */
enum Part {
    INDICATORS,
    CHARTS,
    PERIODS,
    YEAR_BEFORE,
    GROUPS,
    GROUPS_IN_PERIODS,
    CROSSED,
    DEFINITIONS;

    /** What the sheets are called. */
    static Map<Part, String> names(Question question, Wording wording) {
        List<Part> parts = List.of(values());
        List<String> names = SheetNames.ofSheets(
                parts.stream().map(part -> part.wish(question, wording)).toList());
        Map<Part, String> byPart = new EnumMap<>(Part.class);
        for (int i = 0; i < parts.size(); i++) {
            byPart.put(parts.get(i), names.get(i));
        }
        return byPart;
    }

    private String wish(Question question, Wording wording) {
        Dimension dimension = requireNonNullElse(question.dimension(), Dimension.OWNER);
        CalendarUnit unit = requireNonNullElse(question.unit(), CalendarUnit.MONTH);
        return switch (this) {
            case INDICATORS -> wording.say("Indicators", "Indicateurs");
            case CHARTS -> wording.say("Charts", "Graphiques");
            case PERIODS -> plural(unit, wording);
            case YEAR_BEFORE -> wording.say("Year before", "Un an avant");
            case GROUPS -> wording.say("By ", "Par ") + wording.name(dimension);
            case GROUPS_IN_PERIODS ->
                wording.say("By ", "Par ")
                        + wording.name(dimension)
                        + wording.say(" and ", " et ")
                        + singular(unit, wording);
            case CROSSED -> wording.say("Cross table", "Tableau croisé");
            case DEFINITIONS -> wording.say("Definitions", "Définitions");
        };
    }

    /** What stands above the tables of a sheet. */
    String heading(Question question, Wording wording) {
        Dimension dimension = requireNonNullElse(question.dimension(), Dimension.OWNER);
        CalendarUnit unit = requireNonNullElse(question.unit(), CalendarUnit.MONTH);
        String indicators = wording.say("Sales indicators", "Indicateurs de vente");
        String by = indicators + wording.say(" by ", " par ");
        String byGroup = by + wording.name(dimension);
        return switch (this) {
            case INDICATORS, CHARTS -> indicators;
            case PERIODS -> by + singular(unit, wording);
            case YEAR_BEFORE -> by + singular(unit, wording) + wording.say(", a year before", ", un an avant");
            case GROUPS -> byGroup;
            case GROUPS_IN_PERIODS, CROSSED -> byGroup + wording.say(" and ", " et ") + singular(unit, wording);
            case DEFINITIONS -> wording.say("What the numbers mean", "Ce que signifient les nombres");
        };
    }

    private static String plural(CalendarUnit unit, Wording wording) {
        return switch (unit) {
            case DAY -> wording.say("Days", "Jours");
            case WEEK -> wording.say("Weeks", "Semaines");
            case MONTH -> wording.say("Months", "Mois");
            case QUARTER -> wording.say("Quarters", "Trimestres");
            case YEAR -> wording.say("Years", "Années");
        };
    }

    static String singular(CalendarUnit unit, Wording wording) {
        return switch (unit) {
            case DAY -> wording.say("day", "jour");
            case WEEK -> wording.say("week", "semaine");
            case MONTH -> wording.say("month", "mois");
            case QUARTER -> wording.say("quarter", "trimestre");
            case YEAR -> wording.say("year", "année");
        };
    }
}
