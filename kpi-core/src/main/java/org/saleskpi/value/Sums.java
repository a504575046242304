package org.saleskpi.value;

/** Sums and differences of the parts of answers; one that does not fit is an error that names both. */
final class Sums {

    private Sums() {}

    /** The sum of two numbers that are called so. */
    static long plus(String what, long number, long other) {
        try {
            return Math.addExact(number, other);
        } catch (ArithmeticException e) {
            throw doesNotFit(what + " " + number + " + " + other, number);
        }
    }

    /** The difference of two numbers that are called so. */
    static long minus(String what, long number, long part) {
        try {
            return Math.subtractExact(number, part);
        } catch (ArithmeticException e) {
            throw doesNotFit(what + " " + number + " - " + part, number);
        }
    }

    /** What says that a sum or difference does not fit, which lies on that side of zero where its first number does. */
    static ArithmeticException doesNotFit(String sum, long number) {
        return new ArithmeticException(sum + (number < 0 ? " is too small" : " is too large"));
    }
}
