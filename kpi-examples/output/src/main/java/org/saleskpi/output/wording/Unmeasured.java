package org.saleskpi.output.wording;

/** Why an answer is no measure, though there are cases: a number in its place would be read as one. */
public enum Unmeasured {
    /** No outcome of the calls or meetings is recorded. */
    NOT_RECORDED,
    /** No case is decided yet. */
    NONE_DECIDED,
    /** No contract has an end: nobody can be lost. */
    NO_END
}
