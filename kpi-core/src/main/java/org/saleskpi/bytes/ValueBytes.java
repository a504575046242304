package org.saleskpi.bytes;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.saleskpi.value.Amount;
import org.saleskpi.value.Count;
import org.saleskpi.value.Days;
import org.saleskpi.value.KpiValue;
import org.saleskpi.value.MeanAmount;
import org.saleskpi.value.Rate;
import org.saleskpi.value.RateOfAmounts;
import org.saleskpi.value.Ratio;
import org.saleskpi.value.RatioOfAmounts;
import org.saleskpi.value.Score;
import org.saleskpi.value.Velocity;
import org.saleskpi.value.Waits;

/** Writes answers of each kind, and reads them. */
public final class ValueBytes {

    private ValueBytes() {}

    /** The kinds of answer, and what stands before an answer of each, in all versions. */
    private enum Kind {
        COUNT(0),
        AMOUNT(1),
        MEAN_AMOUNT(2),
        DAYS(3),
        WAITS(4),
        RATE(5),
        RATE_OF_AMOUNTS(6),
        RATIO(7),
        RATIO_OF_AMOUNTS(8),
        SCORE(9),
        VELOCITY(10);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        static Kind of(long code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code == code)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no kind of answer " + code));
        }
    }

    /** Writes an answer. */
    public static void write(KpiValue<?> value, ByteSink sink) {
        value.accept(new Writer(sink));
    }

    /** Reads an answer. */
    public static KpiValue<?> read(ByteSource source) {
        return switch (Kind.of(source.unsigned())) {
            case COUNT -> Count.of(source.unsigned());
            case AMOUNT -> amount(source);
            case MEAN_AMOUNT -> meanAmount(source);
            case DAYS -> Days.of(occurrences(source));
            case WAITS -> Waits.of(source.unsigned(), source.unsigned(), occurrences(source));
            case RATE -> rate(source);
            case RATE_OF_AMOUNTS -> new RateOfAmounts(amount(source), amount(source), amount(source));
            case RATIO -> Ratio.of(source.unsigned(), source.unsigned());
            case RATIO_OF_AMOUNTS -> new RatioOfAmounts(amount(source), amount(source));
            case SCORE -> Score.of(source.unsigned(), source.unsigned(), source.unsigned());
            case VELOCITY -> new Velocity(source.unsigned(), rate(source), meanAmount(source), source.unsigned());
        };
    }

    /** Reads an answer of one kind. */
    public static <V extends KpiValue<V>> V read(ByteSource source, Class<V> kind) {
        KpiValue<?> value = read(source);
        checkArgument(
                kind.isInstance(value),
                "an answer is of the kind %s, expected %s",
                value.getClass().getSimpleName(),
                kind.getSimpleName());
        return kind.cast(value);
    }

    private static Amount amount(ByteSource source) {
        return new Amount(CurrencyUnit.of(source.text()), source.signed());
    }

    private static MeanAmount meanAmount(ByteSource source) {
        return new MeanAmount(amount(source), source.unsigned());
    }

    private static Rate rate(ByteSource source) {
        return Rate.of(source.unsigned(), source.unsigned(), source.unsigned());
    }

    /** Values as differences from the one before, each with how often it occurs. */
    private static SortedMap<Long, Long> occurrences(ByteSource source) {
        SortedMap<Long, Long> occurrences = new TreeMap<>();
        long[] value = {0};
        source.list(each -> {
            value[0] = Math.addExact(value[0], each.signed());
            return occurrences.put(value[0], each.unsigned());
        });
        return occurrences;
    }

    private static final class Writer implements KpiValue.Visitor<ByteSink> {

        private final ByteSink sink;

        Writer(ByteSink sink) {
            this.sink = sink;
        }

        private Writer kind(Kind kind) {
            sink.unsigned(kind.code);
            return this;
        }

        private ByteSink put(long... counts) {
            for (long count : counts) {
                sink.unsigned(count);
            }
            return sink;
        }

        private Writer amounts(Amount... amounts) {
            for (Amount amount : amounts) {
                sink.text(amount.currency().getCode());
                sink.signed(amount.minorUnits());
            }
            return this;
        }

        private ByteSink occurrences(SortedMap<Long, Long> occurrences) {
            long[] last = {0};
            sink.unsigned(occurrences.size());
            occurrences.forEach((value, times) -> {
                sink.signed(value - last[0]);
                sink.unsigned(times);
                last[0] = value;
            });
            return sink;
        }

        @Override
        public ByteSink count(Count count) {
            return kind(Kind.COUNT).put(count.value());
        }

        @Override
        public ByteSink amount(Amount amount) {
            return kind(Kind.AMOUNT).amounts(amount).sink;
        }

        @Override
        public ByteSink meanAmount(MeanAmount mean) {
            return kind(Kind.MEAN_AMOUNT).amounts(mean.total()).put(mean.count());
        }

        @Override
        public ByteSink days(Days days) {
            return kind(Kind.DAYS).occurrences(days.occurrences());
        }

        @Override
        public ByteSink waits(Waits waits) {
            kind(Kind.WAITS).put(waits.misses(), waits.open());
            return occurrences(waits.occurrences());
        }

        @Override
        public ByteSink rate(Rate rate) {
            return kind(Kind.RATE).put(rate.hits(), rate.misses(), rate.open());
        }

        @Override
        public ByteSink rateOfAmounts(RateOfAmounts rate) {
            return kind(Kind.RATE_OF_AMOUNTS).amounts(rate.hits(), rate.misses(), rate.open()).sink;
        }

        @Override
        public ByteSink ratio(Ratio ratio) {
            return kind(Kind.RATIO).put(ratio.dividend(), ratio.divisor());
        }

        @Override
        public ByteSink ratioOfAmounts(RatioOfAmounts ratio) {
            return kind(Kind.RATIO_OF_AMOUNTS).amounts(ratio.dividend(), ratio.divisor()).sink;
        }

        @Override
        public ByteSink score(Score score) {
            return kind(Kind.SCORE).put(score.promoters(), score.passives(), score.detractors());
        }

        @Override
        public ByteSink velocity(Velocity velocity) {
            Rate wins = velocity.wins();
            kind(Kind.VELOCITY).put(velocity.open(), wins.hits(), wins.misses(), wins.open());
            MeanAmount dealSize = velocity.dealSize();
            return amounts(dealSize.total()).put(dealSize.count(), velocity.days());
        }
    }
}
