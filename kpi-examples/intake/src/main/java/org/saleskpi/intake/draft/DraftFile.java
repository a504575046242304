package org.saleskpi.intake.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.RecordType;

/** The entry of one file in a drafted mapping. */
final class DraftFile {

    private final Choice choice;
    private final RecordType type;
    private final Map<String, FileProbe> files;
    private final Set<String> customerFiles;
    private final List<String> lines = new ArrayList<>();

    /** The texts that the entry names, by column. */
    private final Map<String, Map<String, Integer>> named = new LinkedHashMap<>();

    DraftFile(FileProbe probe, RecordType type, Map<String, FileProbe> files, Set<String> customerFiles) {
        this.choice = new Choice(probe);
        this.type = type;
        this.files = files;
        this.customerFiles = customerFiles;
        FileProfile profile = probe.profile();
        lines.add("  " + YamlText.of(profile.file()) + ":");
        profile.form().forEach(key -> lines.add("    " + key));
        if (profile.kind().equals("csv")) {
            lines.add("    short_rows: pad");
        }
        lines.add("    records:");
        switch (type) {
            case CUSTOMER -> customer();
            case CALL -> call();
            case MEETING -> meeting();
            case PROPOSAL -> proposal();
            case CONTRACT -> contract();
            case SURVEY -> survey();
            case EXCHANGE_RATE -> throw new IllegalArgumentException("Exchange rates have a file of their own");
        }
    }

    List<String> lines() {
        return lines;
    }

    Map<String, Map<String, Integer>> named() {
        return named;
    }

    private void begin(String record) {
        lines.add("      - " + record + ":");
    }

    private void key(String key, String value) {
        lines.add("          " + key + ": " + value);
    }

    private void remark(String text) {
        lines.add("          # " + text);
    }

    /** The first keys, which records of all kinds have. */
    private @Nullable ColumnProfile id() {
        ColumnProfile id = choice.id().orElse(null);
        if (id != null) {
            if (!id.isUnique()) {
                remark("several rows have one id: see repeated in the documentation of mappings");
            }
            key("id", column(id));
        }
        return id;
    }

    private void customer() {
        begin("customer");
        id();
        key("since", moment(choice.moment(Roles.BEGIN, true)));
        owner();
        attributes();
        remark("disqualified_at: the column that says when a prospect was lost; without it, nobody ever is");
    }

    private void call() {
        begin("call");
        id();
        customerOf("none");
        key("at", moment(choice.moment(Roles.BEGIN, true)));
        key("purpose", "PROSPECTING");
        Optional<ColumnProfile> outcome = choice.words(Roles.STATUS);
        if (outcome.isPresent()) {
            words("outcome", outcome.get(), "");
        } else {
            remark(
                    "outcome: {column: …, words: {…: NO_ANSWER, …: DISCUSSION}}; without it, no call is known to succeed");
        }
        owner();
        attributes();
    }

    private void meeting() {
        begin("meeting");
        id();
        customerOf("none");
        key("at", moment(choice.moment(Roles.BEGIN, true)));
        key("purpose", "SALES");
        Optional<ColumnProfile> outcome = choice.words(Roles.STATUS);
        String byTime = "{past: HELD, future: PLANNED}";
        if (outcome.isPresent()) {
            words("outcome", outcome.get(), ", otherwise: " + byTime);
        } else {
            key("outcome", byTime);
        }
        owner();
        attributes();
    }

    private void proposal() {
        FileProfile file = choice.probe().profile();
        int from = lines.size();
        begin("proposal");
        ColumnProfile id = id();
        @Nullable ColumnProfile customer = customerOf("none");
        Optional<ColumnProfile> closed = choice.moment(Roles.CLOSE, false);
        Optional<ColumnProfile> sent = choice.moment(Roles.BEGIN, true);
        String sentAt = moment(sent.isPresent() ? sent : closed);
        key("sent_at", sentAt);
        Optional<ColumnProfile> stage = choice.words(Roles.STATUS);
        List<String> won = List.of();
        if (stage.isPresent()) {
            words("status", stage.get(), ", otherwise: PENDING");
            won = choiceOf(stage.get(), "ACCEPTED");
        } else {
            key("status", ColumnName.of(file.file()).has(Set.of("closed", "won")) ? "ACCEPTED" : "PENDING");
        }
        String decidedAt = closed.isPresent() ? moment(closed) : sentAt;
        if (closed.isEmpty()) {
            remark("no column says when it was decided: here it is when it began");
        }
        key("decided_at", decidedAt);
        String amount = amount();
        if (amount != null) {
            key("amount", amount);
        }
        String owner = owner();
        attributes();
        boolean hasContracts = files.keySet().stream()
                .anyMatch(name ->
                        Roles.typeOf(name).filter(RecordType.CONTRACT::equals).isPresent());
        if (customer != null && id != null && amount != null && !won.isEmpty() && !hasContracts && stage.isPresent()) {
            begin("contract");
            remark("what was won is signed; a term (months, or an end) is needed for retention and churn");
            key("when", "{" + YamlText.of(stage.get().name()) + ": [" + quoted(won) + "]}");
            key("id", column(id));
            key("customer", "{columns: " + reference(customer) + ", unknown: reject}");
            key("proposal", column(id));
            key("signed_at", decidedAt);
            key("term", "open-ended");
            key("amount", amount);
            if (owner != null) {
                key("owner", owner);
            }
        }
        addCustomers(from, customer, sentAt);
    }

    private void contract() {
        int from = lines.size();
        begin("contract");
        ColumnProfile id = id();
        ColumnProfile customer = customerOf("reject");
        if (customer == null && id != null) {
            remark("no column names the customer: here each contract has one of its own");
            key("customer", "{columns: " + column(id) + ", unknown: reject}");
        }
        Optional<ColumnProfile> end = choice.moment(Roles.END, false);
        String signedAt = moment(choice.moment(Roles.BEGIN, true));
        key("signed_at", signedAt);
        key("term", end.isPresent() ? "{end: " + moment(end) + ", ends: exclusive, empty: open-ended}" : "open-ended");
        remark("term: ends: inclusive where the end is the last day; {months: 12} where no column says it");
        String amount = amount();
        key("amount", amount == null ? "{column: " + YamlText.of("") + ", currency: EUR}" : amount);
        owner();
        attributes();
        addCustomers(from, customer == null ? id : customer, signedAt);
    }

    private void survey() {
        begin("survey");
        id();
        customerOf("none");
        key("at", moment(choice.moment(Roles.BEGIN, true)));
        choice.score().ifPresent(score -> {
            ColumnTally tally = choice.probe().tally(score.name());
            double most = tally == null
                    ? 0
                    : tally.texts().stream()
                            .filter(text -> text.matches("\\d+"))
                            .mapToInt(Integer::parseInt)
                            .max()
                            .orElse(0);
            key("score", column(score));
            key("scale", most <= 5 ? "CSAT_5" : most <= 7 ? "CSAT_7" : "NPS");
        });
        owner();
        attributes();
    }

    /** Where no file is about customers, they are those that the facts name. */
    private void addCustomers(int from, @Nullable ColumnProfile customer, String since) {
        if (customer != null && customerFiles.isEmpty()) {
            lines.addAll(
                    from,
                    List.of(
                            "      - customer:",
                            "          # no file is about customers: they are those that are named here",
                            "          when: {" + column(customer) + ": {empty: false}}",
                            "          repeated: earliest",
                            "          id: " + column(customer),
                            "          since: " + since));
        }
    }

    private @Nullable ColumnProfile customerOf(String unknown) {
        ColumnProfile customer = choice.customer(customerFiles).orElse(null);
        if (customer != null) {
            key("customer", "{columns: " + reference(customer) + ", unknown: " + unknown + "}");
        }
        return customer;
    }

    /** A column of ids, or of texts by which the id is found in the file that they refer to. */
    private String reference(ColumnProfile column) {
        ColumnProfile.Reference reference = column.reference();
        FileProbe other = reference == null ? null : files.get(reference.file());
        ColumnProfile id = other == null ? null : Choice.idOf(other.profile()).orElse(null);
        if (reference == null
                || id == null
                || id.name().equals(reference.column())
                || !customerFiles.contains(reference.file())) {
            return column(column);
        }
        return "{column: " + column(column) + ", through: {file: " + YamlText.of(reference.file()) + ", key: "
                + YamlText.of(reference.column()) + ", value: " + YamlText.of(id.name()) + "}}";
    }

    private @Nullable String owner() {
        ColumnProfile owner = choice.text(Roles.OWNER).orElse(null);
        if (owner == null) {
            return null;
        }
        ColumnProfile.Reference reference = owner.reference();
        FileProbe people = reference == null ? null : files.get(reference.file());
        String text = column(owner);
        if (reference != null && people != null && people.profile().form().isEmpty()) {
            List<String> names = people.profile().columns().stream()
                    .filter(column -> Roles.NAME.isOf(column.name())
                            && column.filled() > 0
                            && !column.name().equals(reference.column())
                            && !column.name().contains("#"))
                    .limit(2)
                    .map(column -> YamlText.of(column.name()))
                    .toList();
            if (!names.isEmpty()) {
                text = "{column: " + text + ", through: {file: " + YamlText.of(reference.file()) + ", key: "
                        + YamlText.of(reference.column()) + ", value: "
                        + (names.size() == 1 ? names.get(0) : "[" + String.join(", ", names) + "]") + "}}";
            }
        }
        key("owner", text);
        return text;
    }

    private void attributes() {
        List<ColumnProfile> groups = choice.groups();
        if (!groups.isEmpty()) {
            key(
                    "attributes",
                    "{"
                            + groups.stream()
                                    .map(column -> YamlText.of(String.join(
                                                    "_",
                                                    ColumnName.of(column.name()).words())) + ": " + column(column))
                                    .distinct()
                                    .collect(Collectors.joining(", "))
                            + "}");
        }
    }

    private @Nullable String amount() {
        ColumnProfile amount = choice.amount().orElse(null);
        NumberStyle style = amount == null ? null : amount.numbers();
        return amount == null || style == null
                ? null
                : DraftAmount.of(amount, style, choice.text(Roles.CURRENCY).orElse(null));
    }

    private void words(String field, ColumnProfile column, String otherwise) {
        ColumnTally tally = choice.probe().tally(column.name());
        Map<String, Integer> texts = tally == null ? Map.of() : new TreeMap<>(tally.words());
        named.put(column.name(), texts);
        List<String> words = new ArrayList<>();
        List<String> others = new ArrayList<>();
        texts.keySet()
                .forEach(text -> Words.meaning(type, text)
                        .ifPresentOrElse(
                                word -> words.add(YamlText.of(text) + ": " + word),
                                () -> others.add(YamlText.of(text))));
        if (!others.isEmpty()) {
            remark("of the texts of " + YamlText.of(column.name()) + ", the draft does not know: "
                    + String.join(", ", others));
        }
        if (words.isEmpty()) {
            if (otherwise.isEmpty()) {
                remark(field + ": " + "{column: " + column(column) + ", words: {…}}");
            } else {
                key(field, otherwise.replace(", otherwise: ", ""));
            }
        } else {
            key(field, "{column: " + column(column) + ", words: {" + String.join(", ", words) + "}" + otherwise + "}");
        }
    }

    private List<String> choiceOf(ColumnProfile column, String word) {
        return named.getOrDefault(column.name(), Map.of()).keySet().stream()
                .filter(text -> Words.meaning(type, text).filter(word::equals).isPresent())
                .toList();
    }

    private static String quoted(List<String> texts) {
        return texts.stream().map(YamlText::of).collect(Collectors.joining(", "));
    }

    private static String column(ColumnProfile column) {
        return YamlText.of(column.name());
    }

    private static String moment(Optional<ColumnProfile> found) {
        ColumnProfile column = found.orElseThrow();
        return column.moments().equals(List.of("iso"))
                ? column(column)
                : "{column: " + column(column) + ", formats: [" + quoted(column.moments()) + "]}";
    }

    static String noun(RecordType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
