package org.saleskpi.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PeerTest {

    private static final SyntheticSales SALES = SyntheticSales.ofCustomers(1_000);

    @ParameterizedTest
    @EnumSource
    void everyPeerAnswersWhatTheLibraryAnswers(PeerKind kind) throws SQLException {
        try (Peer library = loaded(PeerKind.SALESKPI);
                Peer peer = loaded(kind)) {
            Agreement.check(library, peer);
        }
    }

    @Test
    void aDifferenceIsNamed() throws SQLException {
        try (Peer library = loaded(PeerKind.SALESKPI);
                Peer other = new LibraryPeer()) {
            other.load(SyntheticSales.ofCustomers(900));
            assertThatIllegalStateException()
                    .isThrownBy(() -> Agreement.check(library, other))
                    .withMessageMatching("saleskpi in .* counts calls: \\d+, expected \\d+");
        }
    }

    @Test
    void theDataHaveEverythingThatMakesTheJobHard() throws SQLException {
        try (Peer library = loaded(PeerKind.SALESKPI)) {
            long[] all =
                    library.period(Months.bound(0), Months.bound(Months.COUNT)).cell(0, 0);
            all[Measures.OPENING] = 1;
            all[Measures.RETAINED] = 1;
            assertThat(all).doesNotContain(0);
            long[] unassigned = library.monthsByRep().cell(CustomerTraces.UNASSIGNED, 30);
            assertThat(unassigned[Measures.CALLS]).isPositive();
            long[] year = library.period(Months.bound(24), Months.bound(36)).cell(0, 0);
            assertThat(year[Measures.OPENING]).isGreaterThan(year[Measures.RETAINED]);
        }
        assertThat(SALES.contracts()).anyMatch(contract -> contract.endsAt() == null);
        assertThat(SALES.size()).isBetween(14_000, 14_700);
    }

    @Test
    void namesOfPeersAreRead() {
        assertThat(PeerKind.parse("duckdb")).isEqualTo(PeerKind.DUCKDB);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PeerKind.parse("abacus"))
                .withMessage("Peer \"abacus\" is none of saleskpi, loop, streams, duckdb, sqlite");
    }

    private static Peer loaded(PeerKind kind) throws SQLException {
        Peer peer = kind.create();
        peer.load(SALES);
        return peer;
    }
}
