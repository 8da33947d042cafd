package io.smartblocks.dsl.agreement;

import io.smartblocks.dsl.diagnostic.SourceRange;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds in a compiled form where each leaf of an agreement that was read from it stands. */
final class FormTrace {

    private final char[] form;
    private final List<Leaf> leaves = new ArrayList<>();
    private int at;

    FormTrace(char[] form, int at) {
        this.form = form;
        this.at = at;
    }

    /** A text, number or truth value in a form, of the class that it is read as. */
    record Leaf(int from, int to, Class<?> type) {}

    List<Leaf> leaves() {
        return leaves;
    }

    /** The part that stands here, of which the value was read. */
    FormPart part(Type type, Object value) {
        int first = leaves.size();
        if (value instanceof Map) {
            at = afterValue(form, at);
            return FormPart.fixed(value);
        } else if (value instanceof Optional<?> maybe) {
            return FormPart.present(maybe, part(of(type), maybe.orElseThrow()));
        } else if (value instanceof List<?> list) {
            List<FormPart> items = items(of(type), list);
            return FormPart.list(list, first, leaves.size(), items);
        } else if (value instanceof Record node) {
            FormPart[] members = members(node);
            return FormPart.node(node, first, leaves.size(), members);
        }
        int from = at;
        at = afterValue(form, at);
        leaves.add(new Leaf(from, at, (Class<?>) type));
        return FormPart.leaf(value, first);
    }

    private List<FormPart> items(Type type, List<?> list) {
        List<FormPart> items = new ArrayList<>(list.size());
        for (Object item : list) {
            at++;
            items.add(part(type, item));
        }
        at += list.isEmpty() ? 2 : 1;
        return items;
    }

    /** What is not written has no leaves. */
    private FormPart[] members(Record node) {
        List<RecordShape.Member> all = RecordShape.of(node.getClass()).members();
        FormPart[] members = new FormPart[all.size()];
        for (int i = 0; i < members.length; i++) {
            Object value = all.get(i).of(node);
            members[i] = value instanceof SourceRange ? null : FormPart.fixed(value);
        }
        at += form[at + 1] == '}' ? 1 : 0;
        while (form[at] != '}') {
            int name = at + 2;
            at = afterValue(form, at + 1) + 1;
            int index = index(all, new String(form, name, at - 2 - name));
            if (index < 0) {
                at = afterValue(form, at);
            } else {
                members[index] = part(all.get(index).generic(), all.get(index).of(node));
            }
        }
        at++;
        return members;
    }

    /** The place of a member, or less than zero for the kind of a node. */
    private static int index(List<RecordShape.Member> members, String name) {
        for (int i = 0; i < members.size(); i++) {
            if (members.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static Type of(Type container) {
        return ((ParameterizedType) container).getActualTypeArguments()[0];
    }

    /** Where a value ends that begins somewhere. */
    static int afterValue(char[] form, int from) {
        int depth = 0;
        int at = from;
        do {
            char c = form[at];
            if (c == '"') {
                at = afterText(form, at);
            } else if (c == '{' || c == '[') {
                depth++;
                at++;
            } else if (c == '}' || c == ']') {
                depth--;
                at++;
            } else if (depth > 0) {
                at++;
            } else {
                at = afterWord(form, at);
            }
        } while (depth > 0);
        return at;
    }

    private static int afterText(char[] form, int from) {
        int at = from + 1;
        while (form[at] != '"') {
            at += form[at] == '\\' ? 2 : 1;
        }
        return at + 1;
    }

    private static int afterWord(char[] form, int from) {
        int at = from;
        while (at < form.length && form[at] != ',' && form[at] != '}' && form[at] != ']') {
            at++;
        }
        return at;
    }
}
