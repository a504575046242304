package org.saleskpi.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands on the command line. */
final class Options {

    private static final Set<String> NAMES = Set.of("scale", "peers", "seconds", "most", "out");

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    static Options parse(List<String> args) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < args.size(); i += 2) {
            String name = args.get(i).startsWith("--") ? args.get(i).substring(2) : "";
            if (!NAMES.contains(name) || i + 1 == args.size()) {
                throw new IllegalArgumentException("Option \"" + args.get(i) + "\" is unknown or has no value");
            }
            values.put(name, args.get(i + 1));
        }
        return new Options(values);
    }

    double number(String name, double otherwise) {
        return values.containsKey(name) ? Double.parseDouble(values.get(name)) : otherwise;
    }

    List<PeerKind> peers() {
        return values.containsKey("peers")
                ? List.of(values.get("peers").split(",", -1)).stream()
                        .map(PeerKind::parse)
                        .toList()
                : List.of(PeerKind.values());
    }

    Optional<Path> out() {
        return Optional.ofNullable(values.get("out")).map(Path::of);
    }
}
