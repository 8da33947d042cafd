package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.diagnostic.Code;
import io.smartblocks.dsl.diagnostic.Diagnostic;
import io.smartblocks.dsl.diagnostic.Json;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The checked agreement as canonical JSON: sorted keys, decimals as texts, no white space, no places in the text. Two
 * texts that mean the same in the same words have the same form; its hash is what the parties sign beside the text's. What
 * is empty is not written, so that a kind of sentence added to the language leaves older forms as they were.
 */
public record CompiledForm(String json) {

    /** The version of this form; another version makes other hashes. */
    public static final int FORMAT = 1;

    /** The form of an agreement. */
    public static CompiledForm of(Agreement agreement) {
        StringBuilder out = new StringBuilder(1 << 16);
        record(new Whole(agreement, FORMAT), out);
        return new CompiledForm(out.toString());
    }

    /** What a form says, or why this program does not read it. */
    public record Reading(Optional<Agreement> agreement, List<Diagnostic> diagnostics) {
        public Reading {
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * The agreement that a form says, whose places in the text are unknown. A form is read whole and strictly or not at all:
     * what a reader skipped could be money.
     */
    public static Reading read(String json) {
        Optional<Agreement> alike = KnownForms.like(json);
        return alike.isPresent() ? new Reading(alike, List.of()) : readWhole(json);
    }

    private static Reading readWhole(String json) {
        try {
            Object whole = FormText.read(json);
            Optional<Diagnostic> other = otherFormat(whole);
            if (other.isPresent()) {
                return new Reading(Optional.empty(), List.of(other.orElseThrow()));
            }
            Whole read = (Whole) FormReading.read(Whole.class, whole, FormPlace.whole());
            if (!of(read.agreement).json.equals(json)) {
                return refused("is not in canonical order or spacing", "form");
            }
            KnownForms.keep(json, read.agreement);
            return new Reading(Optional.of(read.agreement), List.of());
        } catch (FormProblem e) {
            return refused(e.getMessage(), e.place());
        }
    }

    /** A form as it is written. */
    record Whole(Agreement agreement, int format) {}

    private static Optional<Diagnostic> otherFormat(Object whole) {
        Object format = whole instanceof Map<?, ?> members ? members.get("format") : null;
        if (!(format instanceof Long number) || number == FORMAT) {
            return Optional.empty();
        }
        return Optional.of(
                number > FORMAT
                        ? Diagnostic.of(
                                        Code.E0901,
                                        SourceRange.BEGINNING,
                                        "this compiled form was made by a newer version of this program: format %d, this program reads %d"
                                                .formatted(number, FORMAT))
                                .help("settle it with a version of SmartBlocks that reads format " + number)
                        : unreadable("has the format %d, which never was".formatted(number), "form"));
    }

    private static Reading refused(String message, String place) {
        return new Reading(Optional.empty(), List.of(unreadable(message, place)));
    }

    private static Diagnostic unreadable(String message, String place) {
        return Diagnostic.of(
                        Code.E0902,
                        SourceRange.BEGINNING,
                        "this compiled form cannot be read: %s %s".formatted(place, message))
                .help("compile the signed text again and compare its hash with the one that was signed");
    }

    /** The SHA-256 of the form in lower-case hexadecimal digits. */
    public String sha256() {
        return textHash(json);
    }

    /** The SHA-256 of a text in UTF-8, in lower-case hexadecimal digits. */
    public static String textHash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static void form(Object value, StringBuilder out) {
        if (value instanceof Record node) {
            record(node, out);
        } else if (value instanceof Collection<?> items) {
            out.append('[');
            String separator = "";
            for (Object item : items) {
                out.append(separator);
                form(item, out);
                separator = ",";
            }
            out.append(']');
        } else if (value instanceof Map<?, ?> map) {
            out.append('{');
            sorted(map).forEach((name, member) -> member(name.toString(), member, out));
            out.append('}');
        } else {
            Json.write(value instanceof Enum<?> constant ? constant.name() : value, out);
        }
    }

    private static Map<?, ?> sorted(Map<?, ?> map) {
        return map instanceof SortedMap<?, ?> sorted && sorted.comparator() == null ? map : new TreeMap<>(map);
    }

    /** The members in the order of their names, the kind among them. */
    private static void record(Record node, StringBuilder out) {
        RecordShape shape = RecordShape.of(node.getClass());
        Optional<String> kind = shape.kind();
        out.append('{');
        for (RecordShape.Member member : shape.byName()) {
            if (kind.isPresent() && FormReading.KIND.compareTo(member.name()) < 0) {
                member(FormReading.KIND, kind.get(), out);
                kind = Optional.empty();
            }
            Object value = member.of(node);
            if (value instanceof Optional<?> maybe) {
                maybe.ifPresent(it -> member(member.name(), it, out));
            } else if (!(value instanceof SourceRange) && !(value instanceof List<?> list && list.isEmpty())) {
                member(member.name(), value, out);
            }
        }
        kind.ifPresent(name -> member(FormReading.KIND, name, out));
        out.append('}');
    }

    private static void member(String name, Object value, StringBuilder out) {
        if (out.charAt(out.length() - 1) != '{') {
            out.append(',');
        }
        Json.write(name, out);
        out.append(':');
        form(value, out);
    }
}
