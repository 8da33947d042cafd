package io.smartblocks.ledger.transaction;

import io.smartblocks.ledger.proof.InclusionPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The published examples of canonical text, ids, signatures and blocks, as they stand in {@code docs/ledger}. */
record TestVectors(String about, Key key, List<Single> transactions, Together together, Header block) {

    static final Path FILE = Path.of("..", "..", "docs", "ledger", "test-vectors.json");

    /** With what everything in the file is signed. */
    record Key(String seed, String publicKey) {}

    /** A transaction that is signed alone. */
    record Single(String name, String text, String id, String signature) {}

    /** Transactions under one signature over the root of their tree. */
    record Together(List<Proved> transactions, String root, String signature) {}

    /** One of them with its way to the root. */
    record Proved(String text, String id, InclusionPath path) {}

    /** A block's header with all that its two roots stand for. */
    record Header(String text, String hash, String signature, Tree transactions, Tree changes) {}

    /** The leaves of a tree, its root, and the way from one of the leaves to it. */
    record Tree(List<String> leaves, String root, InclusionPath path) {}

    static TestVectors published() {
        try {
            return CanonicalJson.read(Files.readString(FILE), TestVectors.class);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    void write() {
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, pretty());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The same on many lines, for people. */
    private String pretty() {
        StringBuilder out = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        String text = CanonicalJson.write(this);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                out.append(c);
                if (c == '\\') {
                    out.append(text.charAt(++i));
                }
                quoted = c != '"';
                continue;
            }
            quoted = c == '"';
            boolean opens = c == '{' || c == '[';
            boolean closes = c == '}' || c == ']';
            depth += opens ? 1 : closes ? -1 : 0;
            boolean empty = closes && (out.charAt(out.length() - 1) == '[' || out.charAt(out.length() - 1) == '{');
            out.append(closes && !empty ? line(depth) : "");
            out.append(c).append(c == ':' ? " " : "");
            boolean fillsUp = opens && "]}".indexOf(text.charAt(i + 1)) < 0;
            out.append(c == ',' || fillsUp ? line(depth) : "");
        }
        return out.append('\n').toString();
    }

    private static String line(int depth) {
        return "\n" + "  ".repeat(depth);
    }
}
