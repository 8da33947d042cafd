package io.smartblocks.portal.api.hook;

import io.smartblocks.portal.api.hook.post.Target;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What someone typed or sent who wants a webhook, and what is wrong with it. */
public record HookForm(String name, String url, Set<EventKind> kinds, boolean known) {

    private static final int LONGEST_NAME = 100;

    /** Read from texts; {@code known} is whether each kind is one. */
    public static HookForm typed(String name, String url, Collection<String> codes) {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        codes.stream().map(EventKind::withCode).flatMap(Optional::stream).forEach(kinds::add);
        return new HookForm(
                name.strip(),
                url.strip(),
                kinds,
                codes.stream().allMatch(code -> EventKind.withCode(code).isPresent()));
    }

    /** The keys of the messages that say what is wrong, by field, in the order of the form. */
    public Map<String, String> problems(Target target) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.put("name", "hooks.name.wrong");
        }
        target.wrong(url)
                .ifPresent(wrong -> problems.put(
                        "url",
                        "hooks.url." + wrong.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (kinds.isEmpty() || !known) {
            problems.put("kinds", "hooks.kinds.wrong");
        }
        return problems;
    }
}
