package org.saleskpi.indicator;

/** What has become, on the eve of the period's end, of a member of a {@link Balance} that was taken at its start. */
public enum AtEnd {
    /** It is in force, without a gap or again. */
    STILL_IN_FORCE,
    /** It is not in force. */
    NO_LONGER_IN_FORCE
}
