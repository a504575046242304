package org.saleskpi.spark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.SalesRecord;
import org.saleskpi.sales.Survey;

/** The tables of the exchange format as a warehouse has them: moments as timestamps, amounts as decimals, scores as numbers. */
final class TypedTables {

    private static final DataType TEXT = DataTypes.StringType;
    private static final DataType MOMENT = DataTypes.TimestampType;
    private static final DataType DECIMAL = DataTypes.createDecimalType(18, 4);

    /** The kinds of record. */
    static final List<RecordType> KINDS = Arrays.stream(RecordType.values())
            .filter(type -> type != RecordType.EXCHANGE_RATE)
            .toList();

    private TypedTables() {}

    /** A column: its type, and its value in a record. */
    private record Column<R>(String name, DataType type, Function<R, @Nullable Object> value) {}

    /** The columns of a kind of record, and one for each attribute. */
    private static List<Column<SalesRecord>> columns(RecordType type, Iterable<String> attributes) {
        List<Column<SalesRecord>> columns = new ArrayList<>();
        columns.add(new Column<>("id", TEXT, SalesRecord::id));
        columns.add(new Column<>("owner", TEXT, SalesRecord::owner));
        switch (type) {
            case CUSTOMER -> {
                add(columns, Customer.class, "since", MOMENT, Customer::since);
                add(columns, Customer.class, "disqualified_at", MOMENT, Customer::disqualifiedAt);
            }
            case CALL -> {
                add(columns, Call.class, "customer_id", TEXT, Call::customerId);
                add(columns, Call.class, "at", MOMENT, Call::at);
                add(columns, Call.class, "outcome", TEXT, call -> text(call.outcome()));
                add(columns, Call.class, "purpose", TEXT, call -> text(call.purpose()));
            }
            case MEETING -> {
                add(columns, Meeting.class, "customer_id", TEXT, Meeting::customerId);
                add(columns, Meeting.class, "at", MOMENT, Meeting::at);
                add(columns, Meeting.class, "outcome", TEXT, meeting -> text(meeting.outcome()));
                add(columns, Meeting.class, "purpose", TEXT, meeting -> text(meeting.purpose()));
                add(columns, Meeting.class, "booked_at", MOMENT, Meeting::bookedAt);
            }
            case PROPOSAL -> {
                add(columns, Proposal.class, "customer_id", TEXT, Proposal::customerId);
                add(columns, Proposal.class, "sent_at", MOMENT, Proposal::sentAt);
                add(columns, Proposal.class, "status", TEXT, proposal -> text(proposal.status()));
                add(columns, Proposal.class, "decided_at", MOMENT, Proposal::decidedAt);
                add(columns, Proposal.class, "amount", DECIMAL, proposal -> number(proposal.amount()));
                add(columns, Proposal.class, "currency", TEXT, proposal -> currency(proposal.amount()));
            }
            case CONTRACT -> {
                add(columns, Contract.class, "customer_id", TEXT, Contract::customerId);
                add(columns, Contract.class, "signed_at", MOMENT, Contract::signedAt);
                add(columns, Contract.class, "amount", DECIMAL, contract -> number(contract.amount()));
                add(columns, Contract.class, "currency", TEXT, contract -> currency(contract.amount()));
                add(columns, Contract.class, "starts_at", MOMENT, Contract::startsAt);
                add(columns, Contract.class, "ends_at", MOMENT, Contract::endsAt);
                add(columns, Contract.class, "proposal_id", TEXT, Contract::proposalId);
                add(columns, Contract.class, "billing", TEXT, contract -> text(contract.billing()));
            }
            case SURVEY -> {
                add(columns, Survey.class, "customer_id", TEXT, Survey::customerId);
                add(columns, Survey.class, "at", MOMENT, Survey::at);
                add(columns, Survey.class, "score", DataTypes.IntegerType, Survey::score);
                add(columns, Survey.class, "scale", TEXT, survey -> text(survey.scale()));
            }
            case EXCHANGE_RATE -> throw new IllegalArgumentException("no record");
        }
        for (String attribute : attributes) {
            columns.add(new Column<>(attribute, TEXT, one -> one.attributes().get(attribute)));
        }
        return columns;
    }

    private static <R extends SalesRecord> void add(
            List<Column<SalesRecord>> columns,
            Class<R> type,
            String name,
            DataType dataType,
            Function<R, @Nullable Object> value) {
        columns.add(new Column<>(name, dataType, one -> value.apply(type.cast(one))));
    }

    private static @Nullable String text(@Nullable Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static @Nullable BigDecimal number(@Nullable Money amount) {
        return amount == null ? null : amount.getAmount().setScale(4);
    }

    private static @Nullable String currency(@Nullable Money amount) {
        return amount == null ? null : amount.getCurrencyUnit().getCode();
    }

    /** The schema of a kind of record. */
    static StructType schema(RecordType type, Iterable<String> attributes) {
        return DataTypes.createStructType(columns(type, attributes).stream()
                .map(column -> DataTypes.createStructField(column.name(), column.type(), true))
                .toArray(StructField[]::new));
    }

    /** What makes a row of a record. */
    static Function<SalesRecord, Row> rows(RecordType type, Iterable<String> attributes) {
        List<Column<SalesRecord>> columns = columns(type, attributes);
        return one -> RowFactory.create(
                columns.stream().map(column -> column.value().apply(one)).toArray());
    }

    /** The tables of a history by their names. */
    static Map<String, Dataset<Row>> of(SalesHistory history) {
        Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
        for (RecordType type : KINDS) {
            List<? extends SalesRecord> records =
                    history.records().stream().filter(one -> one.type() == type).toList();
            TreeSet<String> attributes = new TreeSet<>();
            records.forEach(one -> attributes.addAll(one.attributes().keySet()));
            tables.put(
                    type.plural(),
                    TestSpark.session()
                            .createDataFrame(
                                    records.stream().map(rows(type, attributes)).toList(), schema(type, attributes)));
        }
        tables.put("rates", rates(history.exchangeRates()));
        return tables;
    }

    private static Dataset<Row> rates(ExchangeRates rates) {
        StructType schema = DataTypes.createStructType(new StructField[] {
            DataTypes.createStructField("date", DataTypes.DateType, true),
            DataTypes.createStructField("from", TEXT, true),
            DataTypes.createStructField("to", TEXT, true),
            DataTypes.createStructField("rate", DataTypes.createDecimalType(20, 10), true)
        });
        List<Row> rows = rates.rates().stream()
                .map(rate -> RowFactory.create(
                        rate.day(), rate.from().getCode(), rate.to().getCode(), rate.rate()))
                .toList();
        return TestSpark.session().createDataFrame(rows, schema);
    }
}
