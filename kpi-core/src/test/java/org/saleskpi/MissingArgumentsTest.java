package org.saleskpi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.saleskpi.indicator.Formula;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.indicator.SalesIndicators;
import org.saleskpi.sales.FactBuilder;
import org.saleskpi.sales.InvalidRecordException;
import org.saleskpi.sales.RecordBuilder;
import org.saleskpi.sales.SalesHistory;
import org.saleskpi.time.DateRange;

/**
 * Whoever passes null where something must be, to anything that users can call, is told the name of what is missing, not where
 * the library fell over it.
 */
class MissingArgumentsTest {

    private static final Set<String> OF_THE_LIBRARY_ALONE = Set.of(
            "org.saleskpi.engine",
            "org.saleskpi.order",
            "org.saleskpi.check",
            "org.saleskpi.words",
            "org.saleskpi.bytes",
            "org.saleskpi.work");

    /** One way to call a method or constructor with one thing missing. */
    private record Attempt(Executable executable, Parameter parameter, List<@Nullable Object> arguments) {

        @Override
        public String toString() {
            return "%s.%s without %s of %s"
                    .formatted(
                            executable.getDeclaringClass().getSimpleName(),
                            executable instanceof Method ? executable.getName() : "new",
                            parameter.getName(),
                            Arrays.stream(executable.getParameterTypes())
                                    .map(Class::getSimpleName)
                                    .toList());
        }

        /** What is wrong with how it fails; nothing if it is told well. */
        Stream<String> complaint() {
            try {
                complete(call());
                return Stream.of(this + ": nothing is thrown");
            } catch (InvocationTargetException e) {
                return named(requireNonNull(e.getCause())) ? Stream.empty() : Stream.of(this + ": " + e.getCause());
            } catch (InvalidRecordException e) {
                return named(e) ? Stream.empty() : Stream.of(this + ": " + e);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(toString(), e);
            }
        }

        private @Nullable Object call() throws ReflectiveOperationException {
            if (executable instanceof Constructor<?> constructor) {
                return constructor.newInstance(arguments.toArray());
            }
            Method method = (Method) executable;
            return method.invoke(
                    Modifier.isStatic(method.getModifiers()) ? null : OneOfEach.of(method.getDeclaringClass()),
                    arguments.toArray());
        }

        /** What a record lacks is told when it is complete, for a lenient history to make a problem of it. */
        private static void complete(@Nullable Object result) {
            if (result instanceof FactBuilder<?> builder) {
                builder.customer("c-1");
            }
            if (result instanceof RecordBuilder<?> builder) {
                builder.build();
            }
        }

        private boolean named(Throwable thrown) {
            return thrown instanceof InvalidRecordException invalid
                    ? invalid.problem().field().equals(parameter.getName())
                    : thrown instanceof NullPointerException
                            && String.valueOf(thrown.getMessage()).matches(parameter.getName() + "(\\[.*])?");
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        List<Attempt> attempts = executables()
                .flatMap(executable -> IntStream.range(0, executable.getParameterCount())
                        .filter(i ->
                                !executable.getParameterTypes()[i].isPrimitive() && !isNullable(type(executable, i)))
                        .mapToObj(i -> attempt(executable, i, null)))
                .toList();
        assertThat(attempts.stream().flatMap(Attempt::complaint).sorted()).isEmpty();
        assertThat(attempts).hasSizeGreaterThan(300);
    }

    @Test
    void anElementThatIsMissingIsNamedByWhatItIsMissingIn() {
        List<Attempt> attempts = executables()
                .flatMap(executable -> IntStream.range(0, executable.getParameterCount())
                        .boxed()
                        .flatMap(i -> withoutElement(executable.getParameterTypes()[i], type(executable, i))
                                .map(argument -> attempt(executable, i, argument))))
                .toList();
        assertThat(attempts.stream().flatMap(Attempt::complaint).sorted()).isEmpty();
        assertThat(attempts).hasSizeGreaterThan(25);
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller without null checks may do
    void anElementThatIsMissingIsNamedByItsIndex() {
        SalesHistory history = (SalesHistory) OneOfEach.of(SalesHistory.class);
        List<Indicator<?>> extra = Arrays.asList(SalesIndicators.CALLS, null);
        assertThatThrownBy(() -> KpiCalculator.of(history, extra))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("extra[1]");
        KpiQuery query = KpiCalculator.of(history).during(DateRange.month(2026, 3));
        assertThatThrownBy(() -> query.only(SalesIndicators.CALLS, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("indicators[1]");
    }

    /** Every constructor and method that users can call and that somebody wrote. */
    private static Stream<Executable> executables() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.saleskpi").stream()
                        .filter(type -> !OF_THE_LIBRARY_ALONE.contains(type.getPackageName()))
                        .<Class<?>>map(JavaClass::reflect)
                        .filter(MissingArgumentsTest::isReachable)
                        .filter(type -> !OneOfEach.OF_USERS.contains(type))
                        .flatMap(type -> Stream.<Executable>concat(
                                Arrays.stream(type.getConstructors()), Arrays.stream(type.getDeclaredMethods())))
                        .filter(executable -> Modifier.isPublic(executable.getModifiers()) && !executable.isSynthetic())
                        .filter(executable -> !executable.getName().equals("equals"))
                        .filter(executable -> !isMadeByIndicators(executable))
                        .filter(executable -> !executable.getDeclaringClass().isEnum()
                                || !executable.getName().equals("valueOf"));
    }

    /** Formulas stand in the API for engines: users have the factory methods of indicators make them, which are tried. */
    private static boolean isMadeByIndicators(Executable executable) {
        return executable instanceof Constructor<?> && Formula.class.isAssignableFrom(executable.getDeclaringClass());
    }

    private static boolean isReachable(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isReachable(outer));
    }

    /** What is said of a parameter; what is said inside the type of one of a record, only the record itself says. */
    private static AnnotatedType type(Executable executable, int parameter) {
        RecordComponent[] components = executable.getDeclaringClass().getRecordComponents();
        return executable instanceof Constructor<?>
                        && components != null
                        && components.length == executable.getParameterCount()
                ? components[parameter].getAnnotatedType()
                : executable.getAnnotatedParameterTypes()[parameter];
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static Attempt attempt(Executable executable, int missing, @Nullable Object argument) {
        List<@Nullable Object> arguments = new ArrayList<>();
        for (int i = 0; i < executable.getParameterCount(); i++) {
            arguments.add(i == missing ? argument : OneOfEach.of(executable.getParameterTypes()[i]));
        }
        return new Attempt(executable, executable.getParameters()[missing], arguments);
    }

    /** A list, array or map for each thing that can be missing in one of that type. */
    private static Stream<Object> withoutElement(Class<?> raw, AnnotatedType type) {
        if (type instanceof AnnotatedArrayType array) {
            return raw.getComponentType().isPrimitive() || isNullable(array.getAnnotatedGenericComponentType())
                    ? Stream.empty()
                    : Stream.of(Array.newInstance(raw.getComponentType(), 1));
        }
        if (!(type instanceof AnnotatedParameterizedType parameterized)) {
            return Stream.empty();
        }
        List<AnnotatedType> elements =
                Arrays.stream(parameterized.getAnnotatedActualTypeArguments()).toList();
        List<Object> without = new ArrayList<>();
        if (Iterable.class.isAssignableFrom(raw) && raw.isAssignableFrom(List.class) && !mayLack(elements.get(0))) {
            without.add(Collections.singletonList(null));
        }
        if (raw == Map.class) {
            if (!mayLack(elements.get(0))) {
                without.add(Collections.singletonMap(null, "value"));
            }
            if (!mayLack(elements.get(1))) {
                without.add(Collections.singletonMap("key", null));
            }
        }
        return without.stream();
    }

    private static boolean mayLack(AnnotatedType element) {
        return isNullable(element)
                || (element instanceof AnnotatedWildcardType wildcard
                        && Arrays.stream(wildcard.getAnnotatedUpperBounds())
                                .anyMatch(MissingArgumentsTest::isNullable));
    }
}
