package org.saleskpi.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the outcomes of calls, meetings and proposals mean, each of them. */
class OutcomesTest {

    private static final Instant MARCH = Instant.parse("2026-03-10T09:00:00Z");

    private static Stream<Meeting.Outcome> meetings(Predicate<Meeting> condition) {
        return Arrays.stream(Meeting.Outcome.values())
                .filter(outcome ->
                        condition.test(Meeting.builder("m-1", MARCH, outcome).build()));
    }

    @Test
    void ofMeetings() {
        assertThat(meetings(Meeting::isPlanned)).containsExactly(Meeting.Outcome.PLANNED);
        assertThat(meetings(Meeting::isCancelled)).containsExactly(Meeting.Outcome.CANCELLED);
        assertThat(meetings(Meeting::isHeld))
                .containsExactlyInAnyOrder(
                        Meeting.Outcome.HELD,
                        Meeting.Outcome.NO_FOLLOW_UP,
                        Meeting.Outcome.NEXT_STEP,
                        Meeting.Outcome.SALE);
        assertThat(meetings(Meeting::isSuccessful))
                .containsExactlyInAnyOrder(Meeting.Outcome.NEXT_STEP, Meeting.Outcome.SALE);
        assertThat(meetings(Meeting::isUnrecorded)).containsExactly(Meeting.Outcome.HELD);
        Meeting.Builder meeting = Meeting.builder("m-1", MARCH, Meeting.Outcome.HELD);
        assertThat(meeting.build().isSales()).isTrue();
        assertThat(meeting.purpose(Meeting.Purpose.OTHER).build().isSales()).isFalse();
    }

    private static Stream<Call.Outcome> calls(Predicate<Call> condition) {
        return Arrays.stream(Call.Outcome.values())
                .filter(outcome -> condition.test(
                        Call.builder("k-1", MARCH).outcome(outcome).build()));
    }

    @Test
    void ofCalls() {
        assertThat(calls(Call::isSuccessful))
                .containsExactlyInAnyOrder(Call.Outcome.DISCUSSION, Call.Outcome.MEETING_BOOKED);
        assertThat(calls(Call::isUnrecorded)).isEmpty();
        Call.Builder call = Call.builder("k-1", MARCH);
        assertThat(call.build().isUnrecorded()).isTrue();
        assertThat(call.build().isSuccessful()).isFalse();
        assertThat(call.build().isProspecting()).isTrue();
        assertThat(call.purpose(Call.Purpose.OTHER).build().isProspecting()).isFalse();
    }

    @Test
    void ofProposals() {
        Proposal.Builder proposal = Proposal.builder("p-1", MARCH);
        assertThat(proposal.build().isPending()).isTrue();
        assertThat(proposal.build().isAccepted()).isFalse();
        for (Proposal.Status status : Proposal.Status.values()) {
            if (status != Proposal.Status.PENDING) {
                Proposal decided = proposal.decided(status, MARCH).build();
                assertThat(decided.isPending()).isFalse();
                assertThat(decided.isAccepted()).isEqualTo(status == Proposal.Status.ACCEPTED);
            }
        }
    }
}
