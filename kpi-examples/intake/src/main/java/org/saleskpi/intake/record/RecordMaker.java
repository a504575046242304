package org.saleskpi.intake.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.FieldNames;
import org.saleskpi.intake.Moment;
import org.saleskpi.intake.table.Row;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.InvalidRecordException;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

/**
 * Makes records from what rows say about them; each thing that a row says wrongly becomes a problem in the words of the
 * file. Not thread-safe.
 */
public final class RecordMaker {

    private static final int SHOWN = 200;

    private final ZoneId zone;
    private final Consumer<Problem> problems;

    /**
     * Creates a maker.
     *
     * @param zone the zone of the run
     * @param problems where problems go
     */
    public RecordMaker(ZoneId zone, Consumer<Problem> problems) {
        this.zone = zone;
        this.problems = problems;
    }

    /**
     * Makes a record.
     *
     * @param type the kind of record, other than an exchange rate
     * @param fields what the row says
     * @return the record; null when it is bad, which the problems then tell
     */
    public @Nullable SalesRecord make(RecordType type, RecordFields fields) {
        Draft draft = new Draft(type, fields);
        try {
            return switch (type) {
                case CUSTOMER -> draft.customer();
                case CALL -> draft.call();
                case MEETING -> draft.meeting();
                case PROPOSAL -> draft.proposal();
                case CONTRACT -> draft.contract();
                case SURVEY -> draft.survey();
                case EXCHANGE_RATE -> throw new IllegalArgumentException("An exchange rate is not a record of its own");
            };
        } catch (InvalidRecordException e) {
            Problem broken = FieldNames.inFiles(e.problem());
            draft.problem(broken.field(), fields.written(broken.field()), broken.reason());
            return null;
        }
    }

    /**
     * Reports a row that is unfit as a whole.
     *
     * @param type the kind of record it was to become
     * @param row the row
     * @param fault what is wrong with it
     * @param id the record's id, as far as it can be told
     */
    public void reject(RecordType type, Row row, Row.Fault fault, @Nullable String id) {
        problems.accept(Problem.builder(type, fault.field())
                .id(id)
                .value(shown(fault.value()))
                .origin(row.origin())
                .reason(fault.reason()));
    }

    /** A value as one line of bearable length. */
    static @Nullable String shown(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int end = Math.min(value.length(), SHOWN);
        StringBuilder line = new StringBuilder(end);
        for (int i = 0; i < end; i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c)) {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        return value.length() > SHOWN ? line + "…" : line.toString();
    }

    private interface Read<T> {
        @Nullable
        T read(String field) throws BadCellException;
    }

    /** A record on its way: what is bad in it so far. */
    private final class Draft {

        private final RecordType type;
        private final RecordFields fields;
        private final Set<String> bad = new HashSet<>();
        private @Nullable String id;

        Draft(RecordType type, RecordFields fields) {
            this.type = type;
            this.fields = fields;
        }

        void problem(String field, @Nullable String value, String reason) {
            bad.add(field);
            problems.accept(Problem.builder(type, field)
                    .id(id)
                    .value(shown(value))
                    .origin(fields.origin())
                    .reason(reason));
        }

        private <T> @Nullable T optional(String field, Read<T> read) {
            try {
                return read.read(field);
            } catch (BadCellException e) {
                problem(field, e.value(), e.reason());
                return null;
            }
        }

        private <T> @Nullable T required(String field, Read<T> read) {
            T value = optional(field, read);
            if (value == null && !bad.contains(field)) {
                problem(field, null, "is missing");
            }
            return value;
        }

        private @Nullable String readId() {
            id = required("id", fields::text);
            return id;
        }

        private @Nullable Instant moment(String field) {
            Moment moment = optional(field, fields::moment);
            return moment == null ? null : moment.instant();
        }

        private @Nullable Instant requiredMoment(String field) {
            Moment moment = required(field, fields::moment);
            return moment == null ? null : moment.instant();
        }

        /** The moment of an end that may be given as the day of its beginning. */
        private @Nullable Instant end(String field, @Nullable Instant beginning) {
            Moment moment = optional(field, fields::moment);
            if (moment == null) {
                return null;
            }
            return beginning == null ? moment.instant() : moment.notBefore(beginning, zone);
        }

        private <E extends Enum<E>> @Nullable E word(String field, Class<E> words) {
            return optional(field, name -> fields.word(name, words));
        }

        private <E extends Enum<E>> @Nullable E requiredWord(String field, Class<E> words) {
            return required(field, name -> fields.word(name, words));
        }

        private @Nullable CurrencyUnit currency(String field) throws BadCellException {
            String code = fields.text(field);
            if (code == null) {
                return null;
            }
            try {
                return CurrencyUnit.of(code);
            } catch (IllegalCurrencyException e) {
                throw new BadCellException(code, "is not the code of a currency, such as EUR");
            }
        }

        /** An amount and its currency, which go together. */
        private @Nullable Money amount() {
            BigDecimal amount = optional("amount", fields::number);
            CurrencyUnit currency = optional("currency", this::currency);
            if (amount == null || currency == null) {
                if (amount != null && !bad.contains("currency")) {
                    problem("currency", null, "is missing, expected one because there is an amount");
                }
                if (currency != null && !bad.contains("amount")) {
                    problem("amount", null, "is missing, expected one because there is a currency");
                }
                return null;
            }
            if (amount.signum() < 0) {
                problem("amount", fields.written("amount"), "is negative" + fields.remedyForNegative());
                return null;
            }
            return money(amount, currency);
        }

        private @Nullable Money money(BigDecimal amount, CurrencyUnit currency) {
            try {
                AmountForm.Read read = fields.amountForm().read(amount, currency);
                if (read.rounding().signum() != 0) {
                    fields.rounded(currency, read.rounding());
                }
                return read.amount();
            } catch (ArithmeticException e) {
                problem("amount", fields.written("amount"), String.valueOf(e.getMessage()));
                return null;
            }
        }

        private @Nullable Money requiredAmount() {
            Money amount = amount();
            if (amount == null && !bad.contains("amount") && !bad.contains("currency")) {
                problem("amount", null, "is missing");
                problem("currency", null, "is missing");
            }
            return amount;
        }

        private @Nullable Integer score(String field) throws BadCellException {
            BigDecimal score = fields.number(field);
            if (score == null) {
                return null;
            }
            try {
                return score.intValueExact();
            } catch (ArithmeticException e) {
                throw new BadCellException(fields.written(field), "is not a whole number");
            }
        }

        @Nullable
        Customer customer() {
            String key = readId();
            Instant since = requiredMoment("since");
            Instant disqualifiedAt = end("disqualified_at", since);
            String owner = optional("owner", fields::text);
            if (!bad.isEmpty() || key == null || since == null) {
                return null;
            }
            return Customer.builder(key, since)
                    .disqualifiedAt(disqualifiedAt)
                    .owner(owner)
                    .attributes(fields.attributes())
                    .origin(fields.origin())
                    .build();
        }

        @Nullable
        Call call() {
            String key = readId();
            String customer = optional("customer_id", fields::text);
            Instant at = requiredMoment("at");
            Call.Outcome outcome = word("outcome", Call.Outcome.class);
            Call.Purpose purpose = word("purpose", Call.Purpose.class);
            String owner = optional("owner", fields::text);
            if (!bad.isEmpty() || key == null || at == null) {
                return null;
            }
            return Call.builder(key, at)
                    .customer(customer)
                    .outcome(outcome)
                    .purpose(purpose == null ? Call.Purpose.PROSPECTING : purpose)
                    .owner(owner)
                    .attributes(fields.attributes())
                    .origin(fields.origin())
                    .build();
        }

        @Nullable
        Meeting meeting() {
            String key = readId();
            String customer = optional("customer_id", fields::text);
            Instant at = requiredMoment("at");
            Meeting.Outcome outcome = requiredWord("outcome", Meeting.Outcome.class);
            Meeting.Purpose purpose = word("purpose", Meeting.Purpose.class);
            Instant bookedAt = moment("booked_at");
            String owner = optional("owner", fields::text);
            if (!bad.isEmpty() || key == null || at == null || outcome == null) {
                return null;
            }
            return Meeting.builder(key, at, outcome)
                    .customer(customer)
                    .purpose(purpose == null ? Meeting.Purpose.SALES : purpose)
                    .bookedAt(bookedAt)
                    .owner(owner)
                    .attributes(fields.attributes())
                    .origin(fields.origin())
                    .build();
        }

        @Nullable
        Proposal proposal() {
            String key = readId();
            String customer = optional("customer_id", fields::text);
            Instant sentAt = requiredMoment("sent_at");
            Proposal.Status status = requiredWord("status", Proposal.Status.class);
            Instant decidedAt = end("decided_at", sentAt);
            if (sentAt != null && decidedAt != null && decidedAt.isBefore(sentAt) && fields.countsEarlyDecision()) {
                sentAt = decidedAt;
            }
            Money amount = amount();
            String owner = optional("owner", fields::text);
            if (!bad.isEmpty() || key == null || sentAt == null || status == null) {
                return null;
            }
            return Proposal.builder(key, sentAt)
                    .customer(customer)
                    .decided(status, decidedAt)
                    .amount(amount)
                    .owner(owner)
                    .attributes(fields.attributes())
                    .origin(fields.origin())
                    .build();
        }

        @Nullable
        Contract contract() {
            String key = readId();
            String customer = required("customer_id", fields::text);
            Instant signedAt = requiredMoment("signed_at");
            Instant startsAt = moment("starts_at");
            Instant endsAt = moment("ends_at");
            Money amount = requiredAmount();
            Contract.Billing billing = word("billing", Contract.Billing.class);
            String proposal = optional("proposal_id", fields::text);
            String owner = optional("owner", fields::text);
            if (!bad.isEmpty() || key == null || signedAt == null || amount == null) {
                return null;
            }
            return Contract.builder(key, signedAt, amount)
                    .customer(customer)
                    .startsAt(startsAt)
                    .endsAt(endsAt)
                    .billing(billing == null ? Contract.Billing.TOTAL : billing)
                    .proposal(proposal)
                    .owner(owner)
                    .attributes(fields.attributes())
                    .origin(fields.origin())
                    .build();
        }

        @Nullable
        Survey survey() {
            String key = readId();
            String customer = optional("customer_id", fields::text);
            Instant at = requiredMoment("at");
            Integer score = required("score", this::score);
            Survey.Scale scale = requiredWord("scale", Survey.Scale.class);
            String owner = optional("owner", fields::text);
            if (!bad.isEmpty() || key == null || at == null || score == null || scale == null) {
                return null;
            }
            return Survey.builder(key, at, scale, score)
                    .customer(customer)
                    .owner(owner)
                    .attributes(fields.attributes())
                    .origin(fields.origin())
                    .build();
        }
    }
}
