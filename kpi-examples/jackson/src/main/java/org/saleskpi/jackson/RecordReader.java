package org.saleskpi.jackson;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.FactBuilder;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Origin;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordBuilder;
import org.saleskpi.sales.Survey;
import tools.jackson.databind.JsonNode;

/** Makes records of documents. What is missing in one is as a builder has it that was not told. */
final class RecordReader {

    private static final Pattern WITH_LINE = Pattern.compile("(?<source>.+):(?<line>[1-9][0-9]{0,17})", Pattern.DOTALL);

    private RecordReader() {}

    static Customer customer(JsonNode document) {
        return common(Customer.builder(id(document), moment(document, "since")), document)
                .disqualifiedAt(momentOrNull(document, "disqualifiedAt"))
                .build();
    }

    static Call call(JsonNode document) {
        Call.Builder call = fact(Call.builder(id(document), moment(document, "at")), document)
                .outcome(wordOrNull(document, "outcome", Call.Outcome.class));
        Call.Purpose purpose = wordOrNull(document, "purpose", Call.Purpose.class);
        return (purpose == null ? call : call.purpose(purpose)).build();
    }

    static Meeting meeting(JsonNode document) {
        Meeting.Builder meeting = fact(
                        Meeting.builder(
                                id(document), moment(document, "at"), word(document, "outcome", Meeting.Outcome.class)),
                        document)
                .bookedAt(momentOrNull(document, "bookedAt"));
        Meeting.Purpose purpose = wordOrNull(document, "purpose", Meeting.Purpose.class);
        return (purpose == null ? meeting : meeting.purpose(purpose)).build();
    }

    static Proposal proposal(JsonNode document) {
        JsonNode amount = Fields.optional(document, "amount");
        Proposal.Builder proposal = fact(Proposal.builder(id(document), moment(document, "sentAt")), document)
                .amount(amount == null ? null : money(amount));
        Proposal.Status status = wordOrNull(document, "status", Proposal.Status.class);
        return (status == null ? proposal : proposal.decided(status, momentOrNull(document, "decidedAt"))).build();
    }

    static Contract contract(JsonNode document) {
        Contract.Builder contract = fact(
                        Contract.builder(
                                id(document), moment(document, "signedAt"), money(Fields.of(document, "amount"))),
                        document)
                .startsAt(momentOrNull(document, "startsAt"))
                .endsAt(momentOrNull(document, "endsAt"))
                .proposal(textOrNull(document, "proposalId"));
        Contract.Billing billing = wordOrNull(document, "billing", Contract.Billing.class);
        return (billing == null ? contract : contract.billing(billing)).build();
    }

    static Survey survey(JsonNode document) {
        return fact(
                        Survey.builder(
                                id(document),
                                moment(document, "at"),
                                word(document, "scale", Survey.Scale.class),
                                Math.toIntExact(Fields.whole(document, "score"))),
                        document)
                .build();
    }

    private static <B extends FactBuilder<B>> B fact(B fact, JsonNode document) {
        return common(fact, document).customer(textOrNull(document, "customerId"));
    }

    private static <B extends RecordBuilder<B>> B common(B record, JsonNode document) {
        JsonNode origin = Fields.optional(document, "origin");
        JsonNode attributes = Fields.optional(document, "attributes");
        if (attributes != null) {
            Map<String, String> texts = new LinkedHashMap<>();
            attributes.propertyNames().forEach(name -> texts.put(name, Fields.text(attributes, name)));
            record.attributes(texts);
        }
        return record.owner(textOrNull(document, "owner")).origin(origin == null ? null : origin(origin));
    }

    private static String id(JsonNode document) {
        return Fields.text(document, "id");
    }

    /** An amount of money, whose number stands as text. */
    static Money money(JsonNode node) {
        return Money.of(CurrencyUnit.of(Fields.text(node, "currency")), new BigDecimal(Fields.text(node, "amount")));
    }

    /** Where a record came from: a source and, after a colon, perhaps a line. */
    static Origin origin(JsonNode node) {
        Matcher line = WITH_LINE.matcher(node.asString());
        return line.matches()
                ? Origin.of(line.group("source"), Long.parseLong(line.group("line")))
                : Origin.of(node.asString());
    }

    private static Instant moment(JsonNode document, String name) {
        return Instant.parse(Fields.text(document, name));
    }

    private static @Nullable Instant momentOrNull(JsonNode document, String name) {
        return Fields.optional(document, name) == null ? null : moment(document, name);
    }

    private static @Nullable String textOrNull(JsonNode document, String name) {
        return Fields.optional(document, name) == null ? null : Fields.text(document, name);
    }

    private static <E extends Enum<E>> E word(JsonNode document, String name, Class<E> words) {
        String text = Fields.text(document, name);
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Property \"" + name + "\" is \"" + text
                        + "\", expected one of " + Arrays.toString(words.getEnumConstants())));
    }

    private static <E extends Enum<E>> @Nullable E wordOrNull(JsonNode document, String name, Class<E> words) {
        return Fields.optional(document, name) == null ? null : word(document, name, words);
    }
}
