package org.saleskpi.engine;

/** Whole numbers from 0 on, which do not change, each in two bytes where all are small enough, or in fewer. */
sealed interface Positions permits Positions.Narrow, Positions.Wide, RisingPositions {

    /** Fewer take less as they are. */
    int WORTH_PACKING = 128;

    int size();

    int at(int place);

    int[] toArray();

    /** Numbers of which none is more than the greatest. */
    static Positions of(int[] numbers, int greatest) {
        if (greatest > Character.MAX_VALUE) {
            return new Wide(numbers);
        }
        char[] narrow = new char[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            narrow[i] = (char) numbers[i];
        }
        return new Narrow(narrow);
    }

    /**
     * All positions of a table.
     *
     * @param order the positions group by group, rising in each
     * @param starts where each group starts, and where the last ends
     */
    static Positions of(int[] order, int[] starts) {
        int bitsEach = order.length > Character.MAX_VALUE ? Integer.SIZE : Character.SIZE;
        return order.length >= WORTH_PACKING && RisingPositions.bitsEach(starts.length - 1) < bitsEach
                ? new RisingPositions(order, starts)
                : of(order, order.length);
    }

    /** Numbers up to 65,535. */
    final class Narrow implements Positions {

        private final char[] numbers;

        private Narrow(char[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public int size() {
            return numbers.length;
        }

        @Override
        public int at(int place) {
            return numbers[place];
        }

        @Override
        public int[] toArray() {
            int[] wide = new int[numbers.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = numbers[i];
            }
            return wide;
        }
    }

    /** Any numbers. */
    final class Wide implements Positions {

        private final int[] numbers;

        private Wide(int[] numbers) {
            this.numbers = numbers;
        }

        @Override
        public int size() {
            return numbers.length;
        }

        @Override
        public int at(int place) {
            return numbers[place];
        }

        @Override
        public int[] toArray() {
            return numbers;
        }
    }
}
