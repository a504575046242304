package org.saleskpi.output;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.saleskpi.output.wording.DisplayText;

/**
 * What stands above a report for people: whose it is and what it is called. Programs are told nothing of it.
 *
 * <pre>{@code
 * Letterhead ours = Letterhead.builder().company("Acme").title("Board meeting").accent("#0b6e4f").build();
 * assert ours.company().equals(Optional.of("Acme"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class Letterhead {

    /** Nothing of its own. */
    public static final Letterhead NONE = builder().build();

    /** How many bytes a logo may have: more would be felt by everybody who opens the page. */
    public static final int LARGEST_LOGO = 500_000;

    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

    private final @Nullable String title;
    private final @Nullable String company;
    private final @Nullable String note;
    private final @Nullable String logo;
    private final @Nullable String accent;

    private Letterhead(Builder from) {
        this.title = from.title;
        this.company = from.company;
        this.note = from.note;
        this.logo = from.logo;
        this.accent = from.accent;
    }

    /**
     * Tells whether bytes begin as a picture does that can be a logo.
     *
     * @param picture the bytes
     * @return whether they are in the format PNG, JPEG, GIF, WebP or SVG
     */
    public static boolean isPicture(byte[] picture) {
        return type(requireNonNull(picture, "picture")) != null;
    }

    private static @Nullable String type(byte[] picture) {
        String start = new String(picture, 0, Math.min(picture.length, 1000), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG\r\n")) {
            return "image/png";
        }
        if (start.startsWith("\u00FF\u00D8\u00FF")) {
            return "image/jpeg";
        }
        if (start.startsWith("GIF8")) {
            return "image/gif";
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return "image/webp";
        }
        return start.contains("<svg") ? "image/svg+xml" : null;
    }

    /**
     * Begins a letterhead of which nothing is given.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns what the report is called.
     *
     * @return the title; empty for the usual one
     */
    public Optional<String> title() {
        return Optional.ofNullable(title);
    }

    /**
     * Returns whose report it is.
     *
     * @return the name of the company
     */
    public Optional<String> company() {
        return Optional.ofNullable(company);
    }

    /**
     * Returns what a reader should know before the numbers.
     *
     * @return the note
     */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /**
     * Returns the picture that stands on the page.
     *
     * @return the picture as a {@code data:} address, so that the page needs no other file
     */
    public Optional<String> logo() {
        return Optional.ofNullable(logo);
    }

    /**
     * Returns the colour of the page's main numbers and lines.
     *
     * @return the colour, such as {@code #0b6e4f}
     */
    public Optional<String> accent() {
        return Optional.ofNullable(accent);
    }

    /** Makes a {@link Letterhead}. Not thread-safe. */
    public static final class Builder {

        private @Nullable String title;
        private @Nullable String company;
        private @Nullable String note;
        private @Nullable String logo;
        private @Nullable String accent;

        private Builder() {}

        /** A text on one line, which files of all formats can hold; null if nothing is in it. */
        private static @Nullable String line(String text) {
            String line = DisplayText.oneLine(text);
            return line.isEmpty() ? null : line;
        }

        /**
         * Says what the report is called.
         *
         * @param text the title, in place of the usual one
         * @return this builder
         */
        public Builder title(String text) {
            title = line(requireNonNull(text, "text"));
            return this;
        }

        /**
         * Says whose report it is.
         *
         * @param name the name of the company
         * @return this builder
         */
        public Builder company(String name) {
            company = line(requireNonNull(name, "name"));
            return this;
        }

        /**
         * Says what a reader should know before the numbers.
         *
         * @param text the note
         * @return this builder
         */
        public Builder note(String text) {
            note = line(requireNonNull(text, "text"));
            return this;
        }

        /**
         * Gives the picture that stands on the page.
         *
         * @param picture a picture in the format PNG, JPEG, GIF, WebP or SVG, of 500 kB at most
         * @return this builder
         * @throws IllegalArgumentException if it is none, or larger
         */
        public Builder logo(byte[] picture) {
            if (picture.length > LARGEST_LOGO) {
                throw new IllegalArgumentException(
                        "logo has " + picture.length + " bytes, expected " + LARGEST_LOGO + " at most");
            }
            String type = type(picture);
            if (type == null) {
                throw new IllegalArgumentException("logo is no picture: it begins with "
                        + Arrays.toString(Arrays.copyOf(picture, Math.min(picture.length, 4)))
                        + ", expected PNG, JPEG, GIF, WebP or SVG");
            }
            logo = "data:" + type + ";base64," + Base64.getEncoder().encodeToString(picture);
            return this;
        }

        /**
         * Gives the colour of the page's main numbers and lines. Where it is too light or too dark to be read on the ground of
         * the page, a darker or lighter shade of it stands there.
         *
         * @param colour red, green and blue, such as {@code #0b6e4f}
         * @return this builder
         * @throws IllegalArgumentException if it is none
         */
        public Builder accent(String colour) {
            if (!COLOUR.matcher(requireNonNull(colour, "colour")).matches()) {
                throw new IllegalArgumentException("\"" + colour + "\" is not a colour such as #0b6e4f");
            }
            accent = colour.toLowerCase(Locale.ROOT);
            return this;
        }

        /**
         * Makes the letterhead.
         *
         * @return what was given
         */
        public Letterhead build() {
            return new Letterhead(this);
        }
    }
}
