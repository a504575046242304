package org.saleskpi.analysis;

import com.google.common.collect.ImmutableList;
import org.jspecify.annotations.Nullable;
import org.saleskpi.analysis.Cycle.Ended;
import org.saleskpi.analysis.Cycle.Losses;
import org.saleskpi.analysis.Cycle.Point;
import org.saleskpi.value.Confidence;
import org.saleskpi.value.Interval;

/** Makes the points of a curve, walking through the observations by their days. */
final class SurvivalCurve {

    /** What doubles may be off. */
    static final double TOLERANCE = 1e-12;

    private final boolean competing;
    private final ImmutableList<Ended> observations;
    private final ImmutableList.Builder<Point> points = ImmutableList.builder();

    private long atRisk;

    /** The share that is not won; that neither won nor lost before, if losses compete. */
    private double survival = 1;

    private double undecided = 1;

    /** Greenwood's sum: of what converted / (at risk x those that remained). */
    private double variance;

    SurvivalCurve(Losses losses, ImmutableList<Ended> observations) {
        this.competing = losses == Losses.COMPETING;
        this.observations = observations;
        for (Ended ended : observations) {
            atRisk += ended.converted() + ended.lost() + ended.open();
        }
    }

    ImmutableList<Point> points() {
        long censored = 0;
        Step step = null;
        for (Ended ended : observations) {
            if (isStep(ended)) {
                if (step != null) {
                    points.add(step.point(censored));
                    censored = 0;
                }
                step = stepTo(ended);
            }
            censored += censored(ended);
            atRisk -= ended.converted() + ended.lost() + ended.open();
        }
        if (step != null) {
            points.add(step.point(censored));
        }
        return points.build();
    }

    private boolean isStep(Ended ended) {
        return ended.converted() > 0 || (competing && ended.lost() > 0);
    }

    private long censored(Ended ended) {
        return competing ? ended.open() : ended.open() + ended.lost();
    }

    /** A point, but for what is censored before the next one. */
    private record Step(
            Ended ended,
            long atRisk,
            long lost,
            double survival,
            @Nullable Double standardError,
            @Nullable Interval limits) {

        Point point(long censored) {
            return new Point(ended.days(), atRisk, ended.converted(), lost, censored, survival, standardError, limits);
        }
    }

    private Step stepTo(Ended ended) {
        double events = ended.converted();
        if (competing) {
            survival = Math.max(0, survival - undecided * events / atRisk);
            undecided *= (double) (atRisk - ended.converted() - ended.lost()) / atRisk;
            return new Step(ended, atRisk, ended.lost(), survival, null, null);
        }
        survival *= (atRisk - events) / atRisk;
        variance += events / ((double) atRisk * (atRisk - events));
        return survival == 0
                ? new Step(ended, atRisk, 0, survival, null, null)
                : new Step(ended, atRisk, 0, survival, survival * Math.sqrt(variance), limits());
    }

    /** Normal limits around log(-log S), carried back. */
    private Interval limits() {
        double spread = Confidence.PERCENT_95.z() * Math.sqrt(variance) / Math.abs(Math.log(survival));
        return new Interval(Math.pow(survival, Math.exp(spread)), Math.pow(survival, Math.exp(-spread)));
    }
}
