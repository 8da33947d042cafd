package io.smartblocks.dsl.agreement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the JSON of a compiled form: objects, lists, texts, whole numbers and truth values, and nothing else. */
final class FormText {

    private static final int DEEPEST = 1_000;
    private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private final String text;
    private int at;
    private int depth;

    private FormText(String text) {
        this.text = text;
    }

    static Object read(String json) {
        FormText reading = new FormText(json);
        Object value = reading.value();
        if (reading.at < json.length()) {
            throw reading.problem("has more after its end");
        }
        return value;
    }

    private Object value() {
        if (depth > DEEPEST) {
            throw problem("is nested too deeply");
        }
        char first = peek();
        if (first == '{') {
            return object();
        }
        if (first == '[') {
            return list();
        }
        if (first == '"') {
            return string();
        }
        if (text.startsWith("true", at)) {
            at += 4;
            return Boolean.TRUE;
        }
        if (text.startsWith("false", at)) {
            at += 5;
            return Boolean.FALSE;
        }
        return number();
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        depth++;
        at++;
        boolean more = peek() != '}';
        while (more) {
            String name = string();
            expect(':');
            if (members.put(name, value()) != null) {
                throw problem("has the member \"" + name + "\" twice");
            }
            more = goesOn('}');
        }
        expect('}');
        depth--;
        return members;
    }

    private List<Object> list() {
        List<Object> items = new ArrayList<>();
        depth++;
        at++;
        boolean more = peek() != ']';
        while (more) {
            items.add(value());
            more = goesOn(']');
        }
        expect(']');
        depth--;
        return items;
    }

    private boolean goesOn(char end) {
        if (peek() == end) {
            return false;
        }
        expect(',');
        return true;
    }

    private String string() {
        expect('"');
        int start = at;
        int hash = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                at = i + 1;
                return Alike.text(text, start, i, hash);
            }
            if (c == '\\' || c < ' ') {
                break;
            }
            hash = 31 * hash + c;
        }
        return withEscapes();
    }

    private String withEscapes() {
        StringBuilder out = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw problem("has a control character in a text");
            }
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() {
        char kind = peek();
        at++;
        return switch (kind) {
            case '"', '\\' -> kind;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw problem("has the unknown escape \\" + kind);
        };
    }

    private char hexadecimal() {
        String digits = text.substring(at, Math.min(at + 4, text.length()));
        if (!digits.matches("[0-9a-f]{4}")) {
            throw problem("has an escape \\u without four digits");
        }
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }

    private Long number() {
        int start = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '-')) {
            at++;
        }
        String digits = text.substring(start, at);
        if (!NUMBER.matcher(digits).matches()) {
            throw problem("has something that is no value");
        }
        return Long.valueOf(digits);
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw problem("has `" + peek() + "` where `" + wanted + "` is expected");
        }
        at++;
    }

    private char peek() {
        if (at >= text.length()) {
            throw problem("ends in the middle");
        }
        return text.charAt(at);
    }

    private FormProblem problem(String message) {
        return new FormProblem("character " + at, message);
    }
}
