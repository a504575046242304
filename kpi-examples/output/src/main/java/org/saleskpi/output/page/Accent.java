package org.saleskpi.output.page;

import java.util.Locale;

/**
 * A colour of a company, in shades that can be read on the grounds of the page: as near to it as the contrast of 4.5 to 1
 * allows that WCAG 2 (success criterion 1.4.3) wants of text.
 *
 * @param onLight the shade for the light page and for paper
 * @param onDark the shade for the dark page
 */
record Accent(String onLight, String onDark) {

    private static final double CONTRAST = 4.5;
    private static final int STEPS = 100;
    private static final int[] LIGHT_GROUND = {0xf4, 0xf6, 0xf8};
    private static final int[] DARK_GROUND = {0x1b, 0x20, 0x27};
    private static final int[] BLACK = {0, 0, 0};
    private static final int[] WHITE = {255, 255, 255};

    /** The shades of a colour such as {@code #0b6e4f}. */
    static Accent of(String colour) {
        int[] rgb = new int[3];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16);
        }
        return new Accent(shade(rgb, BLACK, LIGHT_GROUND), shade(rgb, WHITE, DARK_GROUND));
    }

    /** The first mixture with another colour, beginning with none of it, that can be read on a ground. */
    private static String shade(int[] colour, int[] mixed, int[] ground) {
        int[] shade = colour.clone();
        for (int step = 1; step <= STEPS && contrast(shade, ground) < CONTRAST; step++) {
            for (int i = 0; i < shade.length; i++) {
                shade[i] = Math.round((colour[i] * (STEPS - step) + mixed[i] * step) / (float) STEPS);
            }
        }
        return String.format(Locale.ROOT, "#%02x%02x%02x", shade[0], shade[1], shade[2]);
    }

    /** The contrast of two colours, from 1 to 21, as WCAG 2 defines it. */
    static double contrast(int[] one, int[] other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int[] colour) {
        return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2]);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    /** The rules that put the shades in the place of the usual colour. */
    String css() {
        return "\n:root { --now: " + onLight + "; --ring: " + onLight + "; }\n"
                + "@media (prefers-color-scheme: dark) { :root { --now: " + onDark + "; --ring: " + onDark + "; } }\n"
                + "@media print { :root { --now: " + onLight + "; } }\n";
    }
}
