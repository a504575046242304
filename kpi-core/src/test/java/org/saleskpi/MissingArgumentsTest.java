package org.saleskpi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Dimension;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.Call;
import org.saleskpi.sales.Contract;
import org.saleskpi.sales.Customer;
import org.saleskpi.sales.ExchangeRates;
import org.saleskpi.sales.Meeting;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.Proposal;
import org.saleskpi.sales.RecordBuilder;
import org.saleskpi.sales.RecordType;
import org.saleskpi.sales.RecordedSpan;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.sales.Survey;
import org.saleskpi.time.CalendarUnit;
import org.saleskpi.time.DateRange;
import org.saleskpi.time.InstantRange;

/** Whoever passes null where something must be is told the name of what is missing, not where the library fell over it. */
class MissingArgumentsTest {

    private static final Instant MARCH = Instant.parse("2026-03-10T09:00:00Z");
    private static final Money AMOUNT = Money.parse("EUR 5.00");

    private static final SalesHistory HISTORY = SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR)
            .addAll(List.of(
                    Customer.builder("c-1", MARCH).build(),
                    Contract.builder("s-1", MARCH, AMOUNT).customer("c-1").build()))
            .build();

    private static final KpiCalculator KPIS = KpiCalculator.of(HISTORY);
    private static final KpiQuery QUERY = KPIS.during(DateRange.month(2026, 3));

    /** Something to call methods of, and to pass beside the one that is missing. */
    private static final List<Object> SAMPLES = List.of(
            HISTORY,
            SalesHistory.builder(ZoneId.of("Europe/Paris"), CurrencyUnit.EUR),
            ExchangeRates.none(),
            ExchangeRates.builder(),
            HISTORY.journeys().get(0),
            HISTORY.journeys().get(0).conversion().orElseThrow(),
            HISTORY.journeys().get(0).cover().get(0),
            new RecordedSpan(MARCH, MARCH),
            Problem.builder(RecordType.CALL, "at").reason("is missing"),
            Problem.builder(RecordType.CALL, "at"),
            KPIS,
            QUERY,
            DateRange.month(2026, 3),
            InstantRange.of(MARCH, MARCH.plusNanos(1)),
            CalendarUnit.MONTH,
            Dimension.OWNER,
            SalesIndicators.REVENUE,
            RecordType.CALL,
            Call.Outcome.DISCUSSION,
            Call.Purpose.OTHER,
            Meeting.Outcome.HELD,
            Meeting.Purpose.SALES,
            Proposal.Status.ACCEPTED,
            Contract.Billing.TOTAL,
            Survey.Scale.NPS,
            MARCH,
            LocalDate.of(2026, 3, 10),
            ZoneId.of("Europe/Paris"),
            Clock.systemUTC(),
            CurrencyUnit.EUR,
            AMOUNT,
            BigDecimal.ONE,
            List.of(),
            Set.of(),
            Map.of(),
            "2026-03",
            9,
            9L,
            true);

    private static Stream<Class<?>> exportedTypes() {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.saleskpi", "org.saleskpi.sales")
                        .stream()
                        .filter(type ->
                                Set.of("org.saleskpi", "org.saleskpi.sales").contains(type.getPackageName()))
                        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                        .<Class<?>>map(JavaClass::reflect);
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        List<String> unnamed = new ArrayList<>();
        int tried = 0;
        for (Class<?> type : exportedTypes().toList()) {
            for (Executable executable : executables(type)) {
                for (int i = 0; i < executable.getParameterCount(); i++) {
                    Object receiver = executable instanceof Method && !Modifier.isStatic(executable.getModifiers())
                            ? sample(type)
                            : null;
                    if (mustBePresent(executable.getParameters()[i])) {
                        tried++;
                        String complaint = complaint(executable, receiver, argumentsWithout(i, executable));
                        if (complaint != null) {
                            unnamed.add(executable + " without argument " + i + ": " + complaint);
                        }
                    }
                }
            }
        }
        assertThat(unnamed).isEmpty();
        assertThat(tried).isGreaterThan(60);
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks may do
    void aMissingElementIsNamedByItsListAndIndex() {
        List<Indicator<?>> extra = Arrays.asList(SalesIndicators.CALLS, null);
        assertThatThrownBy(() -> KpiCalculator.of(HISTORY, extra))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("extra[1]");
        assertThatThrownBy(() -> QUERY.only(SalesIndicators.CALLS, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("indicators[1]");
    }

    /** The constructors and methods that can be tried; what builders of records lack, the records tell. */
    private static List<Executable> executables(Class<?> type) {
        return Stream.<Executable>concat(
                        Arrays.stream(type.getConstructors()), Arrays.stream(type.getDeclaredMethods()))
                .filter(executable -> Modifier.isPublic(executable.getModifiers()) && !executable.isSynthetic())
                .filter(executable -> !executable.getName().matches("equals|valueOf") || type == SalesHistory.class)
                .filter(executable -> !(executable instanceof Method method
                        && RecordBuilder.class.isAssignableFrom(method.getReturnType())))
                .filter(executable -> !(executable instanceof Method)
                        || Modifier.isStatic(executable.getModifiers())
                        || sample(type) != null)
                .toList();
    }

    private static boolean mustBePresent(Parameter parameter) {
        return !parameter.getType().isPrimitive()
                && !parameter.getType().isArray()
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object[] argumentsWithout(int missing, Executable executable) {
        @Nullable Object[] arguments = new Object[executable.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = i == missing ? null : sample(executable.getParameterTypes()[i]);
        }
        return arguments;
    }

    private static @Nullable Object sample(Class<?> type) {
        if (type == int.class || type == long.class || type == boolean.class) {
            return SAMPLES.stream()
                    .filter(sample -> sample.getClass()
                            .getSimpleName()
                            .toLowerCase(Locale.ROOT)
                            .startsWith(type.getName()))
                    .findFirst()
                    .orElseThrow();
        }
        if (type == Iterable.class || type == Collection.class) {
            return List.of();
        }
        return type.isArray()
                ? Array.newInstance(type.getComponentType(), 0)
                : SAMPLES.stream().filter(type::isInstance).findFirst().orElse(null);
    }

    /** What is wrong with how a call fails; null if nothing is. */
    private static @Nullable String complaint(
            Executable executable, @Nullable Object receiver, @Nullable Object[] arguments) throws Exception {
        try {
            if (executable instanceof Method method) {
                method.invoke(receiver, arguments);
            } else {
                ((Constructor<?>) executable).newInstance(arguments);
            }
            return "nothing is thrown";
        } catch (InvocationTargetException e) {
            Throwable thrown = requireNonNull(e.getCause(), "cause");
            String message = String.valueOf(thrown.getMessage());
            boolean isNamed = thrown instanceof NullPointerException
                    ? message.matches("[a-zA-Z]+") && !message.equals("null")
                    : thrown instanceof IllegalArgumentException && message.contains("missing");
            return isNamed ? null : thrown.toString();
        }
    }
}
