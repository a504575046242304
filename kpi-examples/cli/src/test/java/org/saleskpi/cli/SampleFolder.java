package org.saleskpi.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small CSV folder: two reps, a customer that nobody owns, and every kind of record in March 2026. */
public final class SampleFolder {

    private SampleFolder() {}

    /** Writes the sample company. */
    public static Path write(Path folder) {
        file(folder, "customers.csv", """
                id,since,disqualified_at,owner,region
                c1,2026-03-02T09:00:00Z,,alice,EMEA
                c2,2026-03-05T09:00:00Z,2026-03-20,bob,
                c3,2025-12-01,,,APAC
                """);
        file(folder, "calls.csv", """
                id,customer_id,at,outcome,purpose,owner
                k1,c1,2026-03-03T10:00:00Z,MEETING_BOOKED,,alice
                k2,c2,2026-03-06T10:00:00Z,NO_ANSWER,,bob
                k3,,2026-03-07T10:00:00Z,,,
                k4,c1,2026-03-08T10:00:00Z,DISCUSSION,OTHER,alice
                """);
        file(folder, "meetings.csv", """
                id,customer_id,at,outcome,purpose,owner
                m1,c1,2026-03-10T10:00:00Z,SALE,,alice
                m2,c2,2026-03-11T10:00:00Z,HELD,,bob
                m3,c1,2026-03-12T10:00:00Z,CANCELLED,,alice
                """);
        file(folder, "proposals.csv", """
                id,customer_id,sent_at,status,decided_at,amount,currency,owner
                p1,c1,2026-03-10T12:00:00Z,ACCEPTED,2026-03-12T12:00:00Z,1200.50,EUR,alice
                p2,c2,2026-03-11T12:00:00Z,PENDING,,300,EUR,bob
                """);
        file(folder, "contracts.csv", """
                id,customer_id,signed_at,amount,currency,starts_at,ends_at,proposal_id,owner
                s1,c1,2026-03-12T12:00:00Z,1200.50,EUR,,2027-03-12,p1,alice
                s3,c3,2026-01-10,900,EUR,2026-01-10,2026-03-15,,
                """);
        file(folder, "surveys.csv", """
                id,customer_id,at,score,scale,owner
                v1,c1,2026-03-20T10:00:00Z,5,CSAT_5,alice
                v2,c3,2026-03-21T10:00:00Z,6,NPS,
                """);
        return folder;
    }

    /** Writes one file, in place of any there is. */
    public static Path file(Path folder, String name, String content) {
        try {
            return Files.writeString(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
