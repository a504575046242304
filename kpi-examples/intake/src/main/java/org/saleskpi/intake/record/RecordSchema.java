package org.saleskpi.intake.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.table.WantedColumns;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.Fact;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

/**
 * The fields of one kind of record, as files have them, said once for all: the columns of the CSV folder, read and written,
 * the keys of mappings, and the making of records follow from it. A column that is no field is an attribute. Immutable and
 * thread-safe.
 *
 * @param <R> the kind of record
 */
public final class RecordSchema<R extends SalesRecord> implements WantedColumns {

    /** The id of a record. */
    public static final Field<SalesRecord, String> ID =
            Field.id("id", SalesRecord::id).required();

    /** The sales rep. */
    public static final Field<SalesRecord, String> OWNER = Field.text("owner", SalesRecord::owner);

    /** The customer of a record that may have none. */
    public static final Field<Fact, String> CUSTOMER_ID =
            Field.<Fact>customer("customer_id", Fact::customerId).inMappings("customer");

    /** When a call, a meeting or a survey was. */
    public static final Field<SalesRecord, Instant> AT =
            Field.moment("at", SalesRecord::moment).required();

    /** When a customer became known. */
    public static final Field<Customer, Instant> SINCE =
            Field.moment("since", Customer::since).required();

    /** When it turned out that nothing will come of a customer. */
    public static final Field<Customer, Instant> DISQUALIFIED_AT =
            Field.endOf(SINCE, "disqualified_at", Customer::disqualifiedAt);

    /** The customers. */
    public static final RecordSchema<Customer> CUSTOMERS = new RecordSchema<>(
            "customer",
            RecordType.CUSTOMER,
            List.of(ID, SINCE, DISQUALIFIED_AT, OWNER),
            SalesHistory::customers,
            draft -> Customer.builder(draft.required(ID), draft.required(SINCE))
                    .disqualifiedAt(draft.get(DISQUALIFIED_AT))
                    .owner(draft.get(OWNER))
                    .attributes(draft.attributes())
                    .origin(draft.origin())
                    .build());

    /** How a call ended. */
    public static final Field<Call, Call.Outcome> CALL_OUTCOME =
            Field.word("outcome", Call.Outcome.class, Call::outcome);

    /** What a call was for. */
    public static final Field<Call, Call.Purpose> CALL_PURPOSE = Field.word(
                    "purpose", Call.Purpose.class, Call::purpose)
            .orElse(Call.Purpose.PROSPECTING)
            .stated();

    /** The calls. */
    public static final RecordSchema<Call> CALLS = new RecordSchema<>(
            "call",
            RecordType.CALL,
            List.of(ID, CUSTOMER_ID, AT, CALL_OUTCOME, CALL_PURPOSE, OWNER),
            SalesHistory::calls,
            draft -> Call.builder(draft.required(ID), draft.required(AT))
                    .customer(draft.get(CUSTOMER_ID))
                    .outcome(draft.get(CALL_OUTCOME))
                    .purpose(draft.required(CALL_PURPOSE))
                    .owner(draft.get(OWNER))
                    .attributes(draft.attributes())
                    .origin(draft.origin())
                    .build());

    /** What became of a meeting. */
    public static final Field<Meeting, Meeting.Outcome> MEETING_OUTCOME =
            Field.word("outcome", Meeting.Outcome.class, Meeting::outcome).required();

    /** What a meeting was for. */
    public static final Field<Meeting, Meeting.Purpose> MEETING_PURPOSE = Field.word(
                    "purpose", Meeting.Purpose.class, Meeting::purpose)
            .orElse(Meeting.Purpose.SALES)
            .stated();

    /** When a meeting was agreed. */
    public static final Field<Meeting, Instant> BOOKED_AT = Field.moment("booked_at", Meeting::bookedAt);

    /** The meetings. */
    public static final RecordSchema<Meeting> MEETINGS = new RecordSchema<>(
            "meeting",
            RecordType.MEETING,
            List.of(ID, CUSTOMER_ID, AT, MEETING_OUTCOME, MEETING_PURPOSE, OWNER, BOOKED_AT),
            SalesHistory::meetings,
            draft -> Meeting.builder(draft.required(ID), draft.required(AT), draft.required(MEETING_OUTCOME))
                    .customer(draft.get(CUSTOMER_ID))
                    .purpose(draft.required(MEETING_PURPOSE))
                    .bookedAt(draft.get(BOOKED_AT))
                    .owner(draft.get(OWNER))
                    .attributes(draft.attributes())
                    .origin(draft.origin())
                    .build());

    /** When a proposal was sent. */
    public static final Field<Proposal, Instant> SENT_AT =
            Field.moment("sent_at", Proposal::sentAt).required();

    /** What became of a proposal. */
    public static final Field<Proposal, Proposal.Status> STATUS =
            Field.word("status", Proposal.Status.class, Proposal::status).required();

    /** When a proposal was decided. */
    public static final Field<Proposal, Instant> DECIDED_AT =
            Field.endOf(SENT_AT, "decided_at", Proposal::decidedAt).stated();

    /** What was proposed. */
    public static final Field<Proposal, Money> PROPOSAL_AMOUNT = Field.amount("amount", "currency", Proposal::amount);

    /** The proposals. */
    public static final RecordSchema<Proposal> PROPOSALS = new RecordSchema<>(
            "proposal",
            RecordType.PROPOSAL,
            List.of(ID, CUSTOMER_ID, SENT_AT, STATUS, DECIDED_AT, PROPOSAL_AMOUNT, OWNER),
            SalesHistory::proposals,
            RecordSchema::proposal);

    /** The customer of a contract. */
    public static final Field<Contract, String> CONTRACT_CUSTOMER_ID = Field.customer(
                    CUSTOMER_ID.name(), Contract::customerId)
            .inMappings(CUSTOMER_ID.key())
            .required();

    /** When a contract was signed. */
    public static final Field<Contract, Instant> SIGNED_AT =
            Field.moment("signed_at", Contract::signedAt).required();

    /** What a contract pays. */
    public static final Field<Contract, Money> CONTRACT_AMOUNT =
            Field.amount("amount", "currency", Contract::amount).required();

    /** The beginning of the term. */
    public static final Field<Contract, Instant> STARTS_AT = Field.moment("starts_at", Contract::startsAt);

    /** The end of the term. */
    public static final Field<Contract, Instant> ENDS_AT =
            Field.term("ends_at", Contract::endsAt).inMappings("term").stated();

    /** The proposal that led to a contract. */
    public static final Field<Contract, String> PROPOSAL_ID =
            Field.reference("proposal_id", Contract::proposalId).inMappings("proposal");

    /** What the amount of a contract pays for. */
    public static final Field<Contract, Contract.Billing> BILLING =
            Field.word("billing", Contract.Billing.class, Contract::billing).orElse(Contract.Billing.TOTAL);

    /** The contracts. */
    public static final RecordSchema<Contract> CONTRACTS = new RecordSchema<>(
            "contract",
            RecordType.CONTRACT,
            List.of(
                    ID,
                    CONTRACT_CUSTOMER_ID,
                    SIGNED_AT,
                    CONTRACT_AMOUNT,
                    STARTS_AT,
                    ENDS_AT,
                    PROPOSAL_ID,
                    OWNER,
                    BILLING),
            SalesHistory::contracts,
            draft -> Contract.builder(draft.required(ID), draft.required(SIGNED_AT), draft.required(CONTRACT_AMOUNT))
                    .customer(draft.get(CONTRACT_CUSTOMER_ID))
                    .startsAt(draft.get(STARTS_AT))
                    .endsAt(draft.get(ENDS_AT))
                    .billing(draft.required(BILLING))
                    .proposal(draft.get(PROPOSAL_ID))
                    .owner(draft.get(OWNER))
                    .attributes(draft.attributes())
                    .origin(draft.origin())
                    .build());

    /** The answer to a survey. */
    public static final Field<Survey, Integer> SCORE =
            Field.number("score", Survey::score).required();

    /** The scale of an answer. */
    public static final Field<Survey, Survey.Scale> SCALE =
            Field.word("scale", Survey.Scale.class, Survey::scale).required();

    /** The surveys. */
    public static final RecordSchema<Survey> SURVEYS = new RecordSchema<>(
            "survey",
            RecordType.SURVEY,
            List.of(ID, CUSTOMER_ID, AT, SCORE, SCALE, OWNER),
            SalesHistory::surveys,
            draft -> Survey.builder(
                            draft.required(ID), draft.required(AT), draft.required(SCALE), draft.required(SCORE))
                    .customer(draft.get(CUSTOMER_ID))
                    .owner(draft.get(OWNER))
                    .attributes(draft.attributes())
                    .origin(draft.origin())
                    .build());

    /** All kinds of record, in the order in which they are read; exchange rates, in {@link RatesFile}, are none. */
    public static final List<RecordSchema<?>> ALL = List.of(CUSTOMERS, CALLS, MEETINGS, PROPOSALS, CONTRACTS, SURVEYS);

    /** A proposal that was decided before it was sent may count as sent when it was decided. */
    private static Proposal proposal(Draft draft) {
        Instant sentAt = draft.required(SENT_AT);
        Instant decidedAt = draft.get(DECIDED_AT);
        boolean isEarly = decidedAt != null && decidedAt.isBefore(sentAt) && draft.countsEarlyDecision();
        return Proposal.builder(draft.required(ID), isEarly ? requireNonNull(decidedAt) : sentAt)
                .customer(draft.get(CUSTOMER_ID))
                .decided(draft.required(STATUS), decidedAt)
                .amount(draft.get(PROPOSAL_AMOUNT))
                .owner(draft.get(OWNER))
                .attributes(draft.attributes())
                .origin(draft.origin())
                .build();
    }

    private final String noun;
    private final RecordType type;
    private final List<Field<? super R, ?>> fields;
    private final Set<String> columns;
    private final Function<SalesHistory, List<R>> records;
    private final Function<Draft, R> maker;

    private RecordSchema(
            String noun,
            RecordType type,
            List<Field<? super R, ?>> fields,
            Function<SalesHistory, List<R>> records,
            Function<Draft, R> maker) {
        this.noun = noun;
        this.type = type;
        this.fields = fields;
        this.columns = fields.stream()
                .flatMap(field -> field.columns().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        this.records = records;
        this.maker = maker;
    }

    /**
     * Returns the schema of a kind of record.
     *
     * @param type the kind, other than an exchange rate
     * @return the schema
     */
    public static RecordSchema<?> of(RecordType type) {
        return ALL.stream()
                .filter(schema -> schema.type == type)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(type + " is no record of its own"));
    }

    /**
     * Returns the names of all files of the CSV folder.
     *
     * @return the names, that of exchange rates included
     */
    public static List<String> fileNames() {
        return Stream.concat(ALL.stream().map(RecordSchema::fileName), Stream.of(RatesFile.NAME))
                .toList();
    }

    /**
     * Returns what one of the records is called, in mappings and in texts.
     *
     * @return such as {@code call}
     */
    public String noun() {
        return noun;
    }

    /**
     * Returns the kind of record.
     *
     * @return the kind
     */
    public RecordType type() {
        return type;
    }

    /**
     * Returns the name of the file in the CSV folder.
     *
     * @return such as {@code calls.csv}
     */
    public String fileName() {
        return noun + "s.csv";
    }

    /**
     * Returns the fields.
     *
     * @return the fields in the order in which their columns are written
     */
    public List<Field<? super R, ?>> fields() {
        return fields;
    }

    /**
     * Returns the field that a column belongs to.
     *
     * @param column the name of the column
     * @return the field; null for an attribute
     */
    public @Nullable Field<? super R, ?> field(String column) {
        for (Field<? super R, ?> field : fields) {
            if (field.columns().contains(column)) {
                return field;
            }
        }
        return null;
    }

    /**
     * Returns the records of this kind in a history.
     *
     * @param history the history
     * @return the records in its order
     */
    public List<R> in(SalesHistory history) {
        return records.apply(history);
    }

    /** Makes the record of what was read, if nothing of that is bad. */
    R make(Draft draft) {
        return maker.apply(draft);
    }

    /**
     * Says whether a column is an attribute.
     *
     * @param column its name
     * @return whether it has no meaning of its own
     */
    public boolean isAttribute(String column) {
        return !columns.contains(column);
    }

    @Override
    public Set<String> names() {
        return columns;
    }

    /** Attributes are read too. */
    @Override
    public boolean wants(String column) {
        return true;
    }

    @Override
    public List<String> missing(Predicate<String> has) {
        return fields.stream()
                .filter(Field::isRequired)
                .flatMap(field -> field.columns().stream())
                .filter(has.negate())
                .toList();
    }
}
