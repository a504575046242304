package org.saleskpi.intake.table;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A place in an object: the column that stands there (or -1), the nodes below by their names, the same by their names in
 * any case, and the columns that stand there.
 */
record PathNode(
        String path, int column, Map<String, PathNode> children, Map<String, PathNode> inAnyCase, BitSet below) {

    static PathNode of(String path, int column) {
        return new PathNode(path, column, new HashMap<>(), new TreeMap<>(String.CASE_INSENSITIVE_ORDER), new BitSet());
    }

    /** Whether several texts may stand there. */
    boolean isMany() {
        return path.startsWith("*.") || path.contains(".*.") || path.endsWith(".*");
    }

    void put(String name, PathNode child) {
        children.put(name, child);
        inAnyCase.putIfAbsent(name, child);
    }

    String pathTo(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
