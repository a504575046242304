package org.saleskpi.output.wording;

import static java.util.Objects.requireNonNull;

import org.saleskpi.analysis.Funnel;
import org.saleskpi.value.Rate;
import org.saleskpi.value.ValuePart;

/** How a funnel is said: where it is narrow, and what its columns mean. Immutable and thread-safe. */
public final class FunnelWording {

    private final Funnel funnel;
    private final Wording wording;

    /**
     * Creates the words for a funnel.
     *
     * @param funnel the funnel
     * @param wording the words
     */
    public FunnelWording(Funnel funnel, Wording wording) {
        this.funnel = requireNonNull(funnel, "funnel");
        this.wording = requireNonNull(wording, "wording");
    }

    /**
     * Tells whether anybody was disqualified: else all of the decided have come so far, which says nothing.
     *
     * @return false if rates of the decided are not to be shown
     */
    public boolean hasMisses() {
        return funnel.stages().stream().map(Funnel.Stage::step).anyMatch(step -> step != null && step.misses() > 0);
    }

    /**
     * Names the narrowest stage.
     *
     * @return a sentence; why there is none, if there is none
     */
    public String bottleneck() {
        if (!hasMisses()) {
            return wording.say("funnel.no-misses");
        }
        return funnel.bottleneck()
                .map(stage ->
                        wording.say("funnel.bottleneck", wording.stage(stage.key()), step(stage, ValuePart.DECIDED)))
                .orElse(wording.say("funnel.no-bottleneck"));
    }

    /**
     * Writes how many of the stage before came to a stage.
     *
     * @param stage the stage
     * @param part which of the rates
     * @return the percentage; nothing at the first stage
     */
    public String step(Funnel.Stage stage, ValuePart part) {
        Rate step = stage.step();
        return step == null ? "" : step.format(wording.locale(), part);
    }

    /**
     * Says what the columns of a table of stages mean.
     *
     * @return some sentences
     */
    public String columns() {
        return wording.say("funnel.columns", hasMisses() ? wording.say("funnel.columns.decided") : "");
    }
}
