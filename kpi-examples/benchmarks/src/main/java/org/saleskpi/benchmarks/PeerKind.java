package org.saleskpi.benchmarks;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can do the job. */
enum PeerKind {
    SALESKPI {
        @Override
        Peer create() {
            return new LibraryPeer();
        }
    },
    LOOP {
        @Override
        Peer create() {
            return new LoopPeer();
        }
    },
    STREAMS {
        @Override
        Peer create() {
            return new StreamsPeer();
        }
    },
    DUCKDB {
        @Override
        Peer create() throws SQLException {
            return new DuckDbPeer();
        }
    },
    SQLITE {
        @Override
        Peer create() throws SQLException {
            return new SqlitePeer();
        }
    };

    /** Makes an empty peer. */
    abstract Peer create() throws SQLException;

    /** The peer of a name on the command line. */
    static PeerKind parse(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Peer \"" + name + "\" is none of "
                        + Arrays.stream(values())
                                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))));
    }
}
