package org.saleskpi.api;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.saleskpi.KpiCalculator;

/** Everything that users can write down: the public types of the exported packages, each with its members below it. */
final class PublicApi {

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private PublicApi() {}

    /** One line a type in the order of their names, each followed by one indented line a member, sorted too. */
    static List<String> lines() {
        Set<String> packages = exportedPackages();
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.saleskpi").stream()
                        .filter(type -> packages.contains(type.getPackageName()))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .map(JavaClass::reflect)
                        .filter(PublicApi::isReachable)
                        .flatMap(type -> Stream.concat(
                                Stream.of(header(type)), members(type).map("    "::concat)))
                        .toList();
    }

    private static Set<String> exportedPackages() {
        URL core = KpiCalculator.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            return ModuleFinder.of(Path.of(core.toURI()))
                    .find("org.saleskpi")
                    .orElseThrow()
                    .descriptor()
                    .exports()
                    .stream()
                    .filter(export -> !export.isQualified())
                    .map(ModuleDescriptor.Exports::source)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isReachable(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return Modifier.isPublic(type.getModifiers()) && (outer == null || isReachable(outer));
    }

    private static String header(Class<?> type) {
        String kind = type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        int modifiers = type.getModifiers() & (type.isInterface() ? 0 : Modifier.ABSTRACT | Modifier.FINAL);
        List<Type> parents = new ArrayList<>(List.of(type.getGenericInterfaces()));
        Type superclass = type.getGenericSuperclass();
        if (superclass != null && kind.equals("class") && superclass != Object.class) {
            parents.add(0, superclass);
        }
        return words(
                        type.isEnum() || type.isRecord() ? "" : Modifier.toString(modifiers),
                        type.isSealed() && !type.isEnum() ? "sealed" : "",
                        kind,
                        type.getName().replace('$', '.') + parameters(type.getTypeParameters()))
                + (parents.isEmpty() ? "" : " : " + names(parents.stream()));
    }

    private static Stream<String> members(Class<?> type) {
        Stream<String> fields =
                Stream.of(type.getDeclaredFields()).filter(PublicApi::isVisible).map(PublicApi::field);
        Stream<String> constructors = Stream.of(type.getDeclaredConstructors())
                .filter(PublicApi::isVisible)
                .map(PublicApi::constructor);
        Stream<String> methods = methods(type)
                .filter(PublicApi::isVisible)
                .filter(method -> !OF_EVERY_OBJECT.contains(method.getName()))
                .filter(method -> !type.isEnum() || !Set.of("values", "valueOf").contains(method.getName()))
                .map(PublicApi::method);
        return Stream.of(fields, constructors, methods)
                .flatMap(kind -> kind.distinct().sorted());
    }

    /** Its own, and those that it inherits from types that users cannot see. */
    private static Stream<Method> methods(Class<?> type) {
        List<Method> methods = new ArrayList<>(List.of(type.getDeclaredMethods()));
        Class<?> hidden = type.getSuperclass();
        while (hidden != null && !Modifier.isPublic(hidden.getModifiers())) {
            methods.addAll(List.of(hidden.getDeclaredMethods()));
            hidden = hidden.getSuperclass();
        }
        return methods.stream();
    }

    private static boolean isVisible(Member member) {
        return !member.isSynthetic() && (member.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0;
    }

    private static String field(Field field) {
        return words(
                modifiers(field), nullable(field.getAnnotatedType()), name(field.getGenericType()), field.getName());
    }

    private static String constructor(Constructor<?> constructor) {
        return words(modifiers(constructor), "new" + arguments(constructor));
    }

    private static String method(Method method) {
        return words(
                modifiers(method),
                parameters(method.getTypeParameters()),
                nullable(method.getAnnotatedReturnType()),
                name(method.getGenericReturnType()),
                method.getName() + arguments(method));
    }

    private static String arguments(Executable executable) {
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < executable.getParameterCount(); i++) {
            arguments.add(words(
                    nullable(executable.getAnnotatedParameterTypes()[i]),
                    name(executable.getGenericParameterTypes()[i])));
        }
        String all = String.join(", ", arguments);
        return "(" + (executable.isVarArgs() ? all.replaceFirst("\\[]$", "...") : all) + ")";
    }

    /** All but public, which goes without saying. */
    private static String modifiers(Member member) {
        return Modifier.toString(
                member.getModifiers() & (Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL));
    }

    private static String nullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class) ? "@Nullable" : "";
    }

    private static String parameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Stream.of(variables)
                        .map(variable -> variable.getName()
                                + (variable.getBounds()[0] == Object.class
                                        ? ""
                                        : " extends " + names(Stream.of(variable.getBounds()))))
                        .collect(joining(", ", "<", ">"));
    }

    private static String names(Stream<Type> types) {
        return types.map(PublicApi::name).collect(joining(", "));
    }

    /** The name of a type without the packages. */
    private static String name(Type type) {
        return type.getTypeName().replace('$', '.').replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    private static String words(String... words) {
        return Stream.of(words).filter(word -> !word.isEmpty()).collect(joining(" "));
    }
}
