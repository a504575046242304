package org.saleskpi.intake.csv;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** A CSV folder to start from: each file with its header and one row, which together are one customer's way to a contract. */
public final class StarterFolder {

    private static final Map<String, String> FILES = files();

    private StarterFolder() {}

    private static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("customers.csv", """
                id,since,disqualified_at,owner,region
                c-1,2026-03-02,,alice,north
                """);
        files.put("calls.csv", """
                id,customer_id,at,outcome,purpose,owner
                k-1,c-1,2026-03-03T09:30,MEETING_BOOKED,PROSPECTING,alice
                """);
        files.put("meetings.csv", """
                id,customer_id,at,outcome,purpose,owner,booked_at
                m-1,c-1,2026-03-10T14:00,NEXT_STEP,SALES,alice,2026-03-03T09:35
                """);
        files.put("proposals.csv", """
                id,customer_id,sent_at,status,decided_at,amount,currency,owner
                p-1,c-1,2026-03-11T08:00,ACCEPTED,2026-03-18,1200.00,EUR,alice
                """);
        files.put("contracts.csv", """
                id,customer_id,signed_at,amount,currency,starts_at,ends_at,proposal_id,owner,billing
                s-1,c-1,2026-03-19T16:00,1200.00,EUR,2026-04-01,2027-04-01,p-1,alice,TOTAL
                """);
        files.put("surveys.csv", """
                id,customer_id,at,score,scale,owner
                v-1,c-1,2026-03-30T10:00,9,NPS,alice
                """);
        return files;
    }

    /**
     * Writes the files.
     *
     * @param folder the folder, made if it is missing
     * @throws FileAlreadyExistsException if one of the files is there; none is written then
     * @throws IOException if a file cannot be written
     */
    public static void write(Path folder) throws IOException {
        requireNonNull(folder, "folder");
        for (String file : FILES.keySet()) {
            if (Files.exists(folder.resolve(file))) {
                throw new FileAlreadyExistsException(file);
            }
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Files.writeString(
                    folder.resolve(file.getKey()),
                    file.getValue(),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        }
    }
}
