package org.saleskpi.cli.output.workbook;

import java.util.ArrayList;
import java.util.List;
import org.saleskpi.cli.output.Question;
import org.saleskpi.cli.output.Wording;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.KpiReport;

/** Plans the table of what the numbers mean. */
final class DefinitionsTable {

    private final Question question;
    private final Wording wording;

    DefinitionsTable(Question question, Wording wording) {
        this.question = question;
        this.wording = wording;
    }

    Table table(String sheet, String title, KpiReport report) {
        List<String> headers = List.of(
                wording.say("Indicator", "Indicateur"),
                wording.say("Definition", "Définition"),
                wording.say("Unit", "Unité"),
                wording.say("Adds up over periods", "S'additionne entre périodes"),
                wording.say("Key", "Clé"));
        List<Indicator<?>> indicators = report.indicators();
        return new Table(sheet, "Definitions", headers, indicators.size(), row -> {
                    Indicator<?> indicator = indicators.get(row);
                    return List.of(
                            Cell.text(indicator.name(question.locale())),
                            Cell.prose(indicator.definition(question.locale())),
                            Cell.text(ValueCells.unit(report.get(indicator), wording)),
                            Cell.text(
                                    indicator.additiveOverPeriods()
                                            ? wording.say("yes", "oui")
                                            : wording.say("no", "non")),
                            Cell.text(indicator.key()));
                })
                .below(List.of(List.of(new Table.Placed(Cell.text(title), Look.TITLE))))
                .notes(notes());
    }

    private List<List<Cell>> notes() {
        List<List<Cell>> notes = new ArrayList<>();
        note(
                notes,
                wording.say("Rate", "Taux"),
                wording.say(
                        "Numerator / denominator: hits / (hits + misses + open cases), what has happened so far.",
                        "Numérateur / dénominateur : réussites / (réussites + échecs + cas en suspens), soit ce qui"
                                + " s'est produit jusqu'ici."));
        note(
                notes,
                wording.say("Open", "En suspens"),
                wording.say(
                        "Cases that are not decided yet, or whose outcome is not recorded. They are in the"
                                + " denominator, and never count as misses.",
                        "Cas qui ne sont pas encore tranchés, ou dont l'issue n'est pas enregistrée. Ils sont au"
                                + " dénominateur et ne comptent jamais comme des échecs."));
        note(
                notes,
                wording.say("Rate of the decided", "Taux des tranchés"),
                wording.say(
                        "Hits / (hits + misses): the rate among the cases that are decided.",
                        "Réussites / (réussites + échecs) : le taux parmi les cas tranchés."));
        note(
                notes,
                wording.say("Rate at most", "Taux maximal"),
                wording.say(
                        "(Hits + open) / all: where the rate would end if every open case succeeded.",
                        "(Réussites + en suspens) / tous : ce que serait le taux si tous les cas en suspens"
                                + " réussissaient."));
        note(
                notes,
                wording.say("Means", "Moyennes"),
                wording.say(
                        "Numerator / denominator: the total amount or number of days, and of how many. The median of"
                                + " days is the middle value.",
                        "Numérateur / dénominateur : le montant total ou le nombre de jours, et de combien. La médiane"
                                + " des jours est la valeur du milieu."));
        note(
                notes,
                wording.say("Adding up", "Additions"),
                wording.say(
                        "Counts and amounts of groups and of consecutive periods may be added. Rates and means may"
                                + " not: add the numerators and the denominators, and divide the sums. What does not"
                                + " add up over periods must be asked for the whole period.",
                        "Les nombres et montants de groupes et de périodes consécutives s'additionnent. Les taux et"
                                + " moyennes non : additionner numérateurs et dénominateurs, puis diviser. Ce qui ne"
                                + " s'additionne pas entre périodes se demande pour la période entière."));
        note(
                notes,
                Wording.TOTAL,
                wording.say(
                        "The answer over everything, not the sum of the rows that a filter shows.",
                        "La réponse sur l'ensemble, et non la somme des lignes qu'un filtre montre."));
        note(
                notes,
                wording.say("Empty cells", "Cellules vides"),
                wording.say(
                        "Numbers that do not exist, such as a mean of nothing or a rate of no cases. A zero is a zero.",
                        "Nombres qui n'existent pas, comme la moyenne de rien ou le taux d'aucun cas. Un zéro est un"
                                + " zéro."));
        note(
                notes,
                wording.say("Year before", "Un an avant"),
                wording.say(
                        "The same months a year before; for days and weeks, the same weekdays 52 weeks before. Empty"
                                + " before the first record.",
                        "Les mêmes mois un an avant ; pour les jours et semaines, les mêmes jours de semaine 52"
                                + " semaines avant. Vide avant le premier enregistrement."));
        note(
                notes,
                wording.say("Contracts without an end", "Contrats sans fin"),
                wording.say(
                                "Their customers are retained for ever: retention and churn say nothing about them. ",
                                "Leurs clients sont toujours retenus : rétention et attrition ne disent rien d'eux. ")
                        + wording.endlessCovers(question.history())
                                .orElse(wording.say("Here there are none.", "Ici il n'y en a pas.")));
        return notes;
    }

    private static void note(List<List<Cell>> notes, String label, String text) {
        notes.add(List.of(Cell.text(label), Cell.prose(text)));
    }
}
