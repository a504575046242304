package org.saleskpi.spark;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.saleskpi.indicator.Indicator;
import org.saleskpi.report.Additive;
import org.saleskpi.sales.Problem;
import org.saleskpi.sales.RecordType;

/**
 * What a part yields, or several together.
 *
 * @param answer the answer; null where records cannot be summed, which the problems then say
 * @param setAside how many records of each kind are set aside
 * @param problems what is wrong: the first {@link #KEPT}
 * @param problemCount how many problems there are
 * @param doubts what may have been meant otherwise: the first {@link #KEPT} that differ
 * @param parts how many parts have rows
 * @param rows how many rows there are
 * @param rowsOfLargest how many rows the largest of the parts has
 * @param <A> the kind of answer
 */
record PartResult<A extends Additive<A>>(
        @Nullable A answer,
        Map<RecordType, Long> setAside,
        List<Problem> problems,
        long problemCount,
        List<Problem> doubts,
        long parts,
        long rows,
        long rowsOfLargest) {

    /** So many problems are kept, whatever comes: a column that is read wrongly makes one of every row. */
    static final int KEPT = 1000;

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::type)
            .thenComparing(Problem::id, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Problem::toString);

    /** Adds what parts yield; without an answer of one there is none of all. */
    PartResult<A> plus(PartResult<A> other) {
        Map<RecordType, Long> together = new EnumMap<>(RecordType.class);
        together.putAll(setAside);
        other.setAside.forEach((type, count) -> together.merge(type, count, Math::addExact));
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(other.problems);
        TreeSet<Problem> different = new TreeSet<>(ORDER);
        different.addAll(doubts);
        different.addAll(other.doubts);
        return new PartResult<>(
                answer == null || other.answer == null ? null : answer.plus(other.answer),
                together,
                first(all),
                problemCount + other.problemCount,
                first(new ArrayList<>(different)),
                parts + other.parts,
                rows + other.rows,
                Math.max(rowsOfLargest, other.rowsOfLargest));
    }

    static List<Problem> first(List<Problem> problems) {
        List<Problem> sorted = new ArrayList<>(problems);
        sorted.sort(ORDER);
        return Collections.unmodifiableList(new ArrayList<>(sorted.subList(0, Math.min(KEPT, sorted.size()))));
    }

    byte[] toBytes(AnswerForm<A> form) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            byte[] written = answer == null ? new byte[0] : form.write(answer);
            out.writeInt(written.length);
            out.write(written);
            out.writeInt(setAside.size());
            for (Map.Entry<RecordType, Long> entry : setAside.entrySet()) {
                ByteText.write(entry.getKey().name(), out);
                out.writeLong(entry.getValue());
            }
            write(problems, out);
            out.writeLong(problemCount);
            write(doubts, out);
            out.writeLong(parts);
            out.writeLong(rows);
            out.writeLong(rowsOfLargest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(List<Problem> problems, DataOutputStream out) throws IOException {
        out.writeInt(problems.size());
        for (Problem problem : problems) {
            ByteText.write(problem.type().name(), out);
            ByteText.write(problem.id(), out);
            ByteText.write(problem.field(), out);
            ByteText.write(problem.value(), out);
            ByteText.write(problem.reason(), out);
            ByteText.write(problem.origin(), out);
        }
    }

    static <A extends Additive<A>> PartResult<A> fromBytes(
            byte[] bytes, AnswerForm<A> form, Collection<? extends Indicator<?>> indicators) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            byte[] written = new byte[in.readInt()];
            in.readFully(written);
            A answer = written.length == 0 ? null : form.read(written, indicators);
            Map<RecordType, Long> setAside = new EnumMap<>(RecordType.class);
            int kinds = in.readInt();
            for (int i = 0; i < kinds; i++) {
                setAside.put(RecordType.valueOf(ByteText.readPresent(in)), in.readLong());
            }
            return new PartResult<>(
                    answer,
                    setAside,
                    readProblems(in),
                    in.readLong(),
                    readProblems(in),
                    in.readLong(),
                    in.readLong(),
                    in.readLong());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Problem> readProblems(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            RecordType type = RecordType.valueOf(ByteText.readPresent(in));
            String id = ByteText.read(in);
            String field = ByteText.readPresent(in);
            String value = ByteText.read(in);
            String reason = ByteText.readPresent(in);
            problems.add(new Problem(type, id, field, value, reason, ByteText.read(in)));
        }
        return problems;
    }
}
