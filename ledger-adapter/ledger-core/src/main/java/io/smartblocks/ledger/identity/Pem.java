package io.smartblocks.ledger.identity;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;

/** Blocks of Base64 between BEGIN and END lines. */
final class Pem {

    static final String PRIVATE = "ENCRYPTED PRIVATE KEY";
    static final String PUBLIC = "PUBLIC KEY";

    private static final int LINE = 64;

    private Pem() {}

    static String block(String label, byte[] content) {
        byte[] newLine = "\n".getBytes(StandardCharsets.US_ASCII);
        String lines = Base64.getMimeEncoder(LINE, newLine).encodeToString(content);
        return begin(label) + "\n" + lines + "\n" + end(label) + "\n";
    }

    static byte[] content(String text, String label, Path path) {
        int start = text.indexOf(begin(label));
        int end = text.indexOf(end(label));
        if (start < 0 || end < start) {
            throw new KeyFileProblem("key file '" + path + "' holds no " + label
                    + "; expected a block that begins with " + begin(label));
        }
        try {
            String lines = text.substring(start + begin(label).length(), end);
            return Base64.getDecoder().decode(lines.replaceAll("\\s", ""));
        } catch (IllegalArgumentException broken) {
            throw new KeyFileProblem("key file '" + path + "' is damaged within its " + label, broken);
        }
    }

    private static String begin(String label) {
        return "-----BEGIN " + label + "-----";
    }

    private static String end(String label) {
        return "-----END " + label + "-----";
    }
}
