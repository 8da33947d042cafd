package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.diagnostic.Json;
import io.smartblocks.dsl.diagnostic.SourceRange;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The checked agreement as canonical JSON: sorted keys, decimals as texts, no white space, no places in the text. Two
 * texts that mean the same in the same words have the same form; its hash is what the parties sign beside the text's. What
 * is empty is not written, so that a kind of sentence added to the language leaves older forms as they were.
 */
public record CompiledForm(String json) {

    /** The version of this form; another version makes other hashes. */
    private static final int FORMAT = 1;

    /** The form of an agreement. */
    public static CompiledForm of(Agreement agreement) {
        Map<String, Object> whole = new TreeMap<>();
        whole.put("format", FORMAT);
        whole.put("agreement", form(agreement));
        return new CompiledForm(Json.write(whole));
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

    private static Object form(Object value) {
        if (value instanceof Record node) {
            return record(node);
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(CompiledForm::form).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, member) -> sorted.put(key.toString(), form(member)));
            return sorted;
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    private static Map<String, Object> record(Record node) {
        Map<String, Object> members = new TreeMap<>();
        if (node.getClass().getInterfaces().length > 0) {
            members.put("is", name(node.getClass()));
        }
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            Object value = Nodes.component(node, component);
            if (value instanceof Optional<?> maybe) {
                maybe.ifPresent(it -> members.put(component.getName(), form(it)));
            } else if (!(value instanceof SourceRange) && !value.equals(List.of())) {
                members.put(component.getName(), form(value));
            }
        }
        return members;
    }

    /** The name of a kind of node with the kinds around it: {@code Due.Event.Settlement}. */
    private static String name(Class<?> kind) {
        return kind.getName().substring(kind.getPackageName().length() + 1).replace('$', '.');
    }
}
