package org.saleskpi.spark;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.saleskpi.intake.PartedImport;
import org.saleskpi.intake.csv.CsvFolder;
import org.saleskpi.intake.mapping.InvalidMappingException;
import org.saleskpi.intake.mapping.MappedFolder;
import org.saleskpi.intake.mapping.Mapping;

/** What the tables mean, in a form that travels: the exchange format, or the text of a mapping. */
final class Meaning implements Serializable {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The exchange format. */
    static final Meaning EXCHANGE_FORMAT = new Meaning("", null, Instant.EPOCH);

    /** The name of the mapping. */
    private final String name;

    /** The text of the mapping. */
    private final @Nullable String text;

    /** The moment of the run. */
    private final Instant now;

    private Meaning(String name, @Nullable String text, Instant now) {
        this.name = name;
        this.text = text;
        this.now = now;
    }

    static Meaning mapping(String name, String text, Instant now) throws InvalidMappingException {
        Mapping.parse(name, text);
        return new Meaning(name, text, now);
    }

    boolean isMapping() {
        return text != null;
    }

    PartedImport in(ZoneId zone) {
        if (text == null) {
            return CsvFolder.inParts(zone);
        }
        try {
            return MappedFolder.inParts(Mapping.parse(name, text), zone, now);
        } catch (InvalidMappingException e) {
            throw new IllegalStateException(e); // It was parsed before.
        }
    }
}
