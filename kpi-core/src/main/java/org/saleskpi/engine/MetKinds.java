package org.saleskpi.engine;

/** The kinds of fact whose keys or groups are all known by now. Thread-safe. */
final class MetKinds {

    private volatile int bits;

    synchronized void add(FactKind kind) {
        bits |= 1 << kind.number();
    }

    boolean contains(FactKind kind) {
        return (bits >>> kind.number() & 1) == 1;
    }
}
