package org.saleskpi.spark;

import java.io.Serial;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.saleskpi.report.Additive;

/**
 * Adds what parts yield, in two steps where they are many: by groups of them where they are, and the groups on the driver. That
 * reads each answer once, where adding them two by two would write and read the sums again and again.
 *
 * @param <A> the kind of answer
 */
final class PartSum<A extends Additive<A>> implements FlatMapFunction<Iterator<byte[]>, byte[]> {

    @Serial
    private static final long serialVersionUID = 1L;

    /** So few are added on the driver at once. */
    private static final int FEW = 16;

    /** What the histories have in common. */
    private final PartTerms terms;

    /** How answers travel. */
    private final AnswerForm<A> form;

    PartSum(PartTerms terms, AnswerForm<A> form) {
        this.terms = terms;
        this.form = form;
    }

    /** Adds some results to one. */
    PartResult<A> of(PartResult<A> first, JavaRDD<byte[]> results, int count) {
        JavaRDD<byte[]> few = count <= FEW
                ? results
                : results.repartition((int) Math.ceil(Math.sqrt(count))).mapPartitions(this);
        return added(first, few.collect().iterator());
    }

    @Override
    public Iterator<byte[]> call(Iterator<byte[]> results) {
        if (!results.hasNext()) {
            return Collections.emptyIterator();
        }
        return List.of(added(read(results.next()), results).toBytes(form)).iterator();
    }

    private PartResult<A> added(PartResult<A> first, Iterator<byte[]> others) {
        PartResult<A> sum = first;
        while (others.hasNext()) {
            sum = sum.plus(read(others.next()));
        }
        return sum;
    }

    private PartResult<A> read(byte[] bytes) {
        return PartResult.fromBytes(bytes, form, terms.indicators());
    }
}
