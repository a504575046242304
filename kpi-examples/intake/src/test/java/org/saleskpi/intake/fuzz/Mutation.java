package org.saleskpi.intake.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages bytes at random: what stands somewhere is cut, doubled, moved, or replaced by what readers stumble over. */
final class Mutation {

    private static final int MOST_CHANGES = 6;
    private static final int LONGEST_PART = 64;

    private static final List<String> AWKWARD = List.of(
            "",
            "\"",
            "\"\"",
            "'",
            ",",
            ";",
            "\t",
            "\n",
            "\r",
            "\r\n",
            "\0",
            "\uFEFF",
            "\u202E",
            "é",
            "e\u0301",
            "\uD83D\uDE00",
            "-",
            "--",
            "0",
            "-1",
            "1e999999999",
            "1E-400",
            "9".repeat(400),
            "0".repeat(2000),
            "NaN",
            "Infinity",
            "null",
            "true",
            "{}",
            "[]",
            "[[[[[[[[",
            "{\"a\":{\"a\":",
            "]",
            "}",
            ":",
            "#",
            "&a",
            "*a",
            "<<: *a",
            "|",
            ">",
            "%",
            "!",
            "@",
            "`",
            "? ",
            "- ",
            "  ",
            "2026-02-30",
            "9999-12-31T23:59:59.999999999Z",
            "-0001-01-01",
            "24:00",
            "+18:00",
            "Europe/Nowhere",
            "epoch-millis",
            "yyyy",
            "[[[",
            "MMMMMMM",
            "'quoted",
            "EUR",
            "XXX",
            "€",
            "$",
            "=1+1",
            "#N/A",
            "../../etc/passwd",
            "*",
            "**",
            "a*a*a*a*b",
            "calls.csv",
            "\\",
            "\\N",
            "<",
            ">",
            "</c>",
            "<c r=\"ZZZZZZ2\"/>",
            "<v>",
            "&amp;",
            "&#0;",
            "&x;",
            "<!DOCTYPE a>",
            "<![CDATA[",
            "\\u0000",
            "\\uD800");

    private Mutation() {}

    /** Damages bytes. */
    static byte[] of(byte[] bytes, Random random) {
        byte[] changed = bytes;
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            changed = change(changed, random);
        }
        return changed;
    }

    private static byte[] change(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length + 1);
        int length = Math.min(random.nextInt(LONGEST_PART), bytes.length - at);
        return switch (random.nextInt(8)) {
            case 0 -> replaced(bytes, at, length, new byte[0]);
            case 1 -> replaced(bytes, at, 0, awkward(random));
            case 2 -> replaced(bytes, at, length, awkward(random));
            case 3 -> replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 4 -> replaced(bytes, random.nextInt(bytes.length + 1), 0, Arrays.copyOfRange(bytes, at, at + length));
            case 5 -> flipped(bytes, at, random);
            case 6 -> replaced(bytes, at, Math.min(1, bytes.length - at), new byte[] {(byte) random.nextInt(256)});
            default -> ofDigits(bytes, at, random);
        };
    }

    private static byte[] awkward(Random random) {
        return AWKWARD.get(random.nextInt(AWKWARD.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        if (at == bytes.length) {
            return bytes;
        }
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        return flipped;
    }

    /** Puts another number in place of the next one. */
    private static byte[] ofDigits(byte[] bytes, int at, Random random) {
        int from = at;
        while (from < bytes.length && !Character.isDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && Character.isDigit(bytes[to])) {
            to++;
        }
        String number = switch (random.nextInt(4)) {
            case 0 -> Integer.toString(random.nextInt());
            case 1 -> Long.toString(random.nextLong());
            case 2 -> Integer.toString(random.nextInt(100));
            default -> "9".repeat(1 + random.nextInt(40));
        };
        return replaced(bytes, from, to - from, number.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        byte[] changed = new byte[bytes.length - length + by.length];
        System.arraycopy(bytes, 0, changed, 0, at);
        System.arraycopy(by, 0, changed, at, by.length);
        System.arraycopy(bytes, at + length, changed, at + by.length, bytes.length - at - length);
        return changed;
    }
}
