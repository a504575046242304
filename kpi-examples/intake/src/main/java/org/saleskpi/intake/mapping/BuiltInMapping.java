package org.saleskpi.intake.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The mappings that come with the command. */
public enum BuiltInMapping {
    /** Salesforce, its opportunities as proposals. */
    SALESFORCE,
    /** HubSpot, its deals as proposals. */
    HUBSPOT,
    /** Pipedrive, its deals as proposals. */
    PIPEDRIVE,
    /** NextLead, its sales as proposals. */
    NEXTLEAD,
    /** Zoho CRM, its quotes as proposals. */
    ZOHO,
    /** The same, its deals as proposals. */
    ZOHO_DEALS;

    /**
     * Finds a mapping.
     *
     * @param name its name, such as {@code zoho-deals}
     * @return the mapping; empty when there is none of that name
     */
    public static Optional<BuiltInMapping> named(String name) {
        return Arrays.stream(values())
                .filter(mapping -> mapping.toString().equals(name))
                .findFirst();
    }

    /**
     * Returns the names of all.
     *
     * @return the names
     */
    public static List<String> names() {
        return Arrays.stream(values()).map(BuiltInMapping::toString).toList();
    }

    /**
     * Returns the mapping file.
     *
     * @return its text
     */
    public String text() {
        try (InputStream bytes = BuiltInMapping.class.getResourceAsStream(this + ".yaml")) {
            if (bytes == null) {
                throw new IllegalStateException("Mapping " + this + " is not among the resources of the command");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the mapping.
     *
     * @return the mapping
     */
    public Mapping mapping() {
        try {
            return Mapping.parse(this + ".yaml", text());
        } catch (InvalidMappingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the name, such as {@code zoho-deals}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
