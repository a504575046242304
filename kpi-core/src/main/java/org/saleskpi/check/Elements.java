package org.saleskpi.check;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The elements of a parameter, none of which may be null: one that is missing is told by the name of the parameter and its place. */
public final class Elements {

    private Elements() {}

    /** The array itself. */
    public static <T> T[] requireElements(T[] elements, String parameter) {
        for (int i = 0; i < requireNonNull(elements, parameter).length; i++) {
            requirePresent(elements[i], parameter, i);
        }
        return elements;
    }

    /** An unmodifiable copy. */
    public static <T> ImmutableList<T> requireElements(Iterable<? extends T> elements, String parameter) {
        ImmutableList.Builder<T> present = ImmutableList.builder();
        int i = 0;
        for (T element : requireNonNull(elements, parameter)) {
            present.add(requirePresent(element, parameter, i));
            i++;
        }
        return present.build();
    }

    /** An unmodifiable copy; what is missing is told by its key. */
    public static <K, V> ImmutableMap<K, V> requireElements(Map<? extends K, ? extends V> elements, String parameter) {
        requireNonNull(elements, parameter).forEach((key, value) -> {
            if (key == null || value == null) {
                throw new NullPointerException(parameter + "[" + key + "]");
            }
        });
        return ImmutableMap.copyOf(elements);
    }

    private static <T> T requirePresent(@Nullable T element, String parameter, int index) {
        if (element == null) {
            throw new NullPointerException(parameter + "[" + index + "]");
        }
        return element;
    }
}
