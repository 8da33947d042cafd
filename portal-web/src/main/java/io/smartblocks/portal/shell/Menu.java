package io.smartblocks.portal.shell;

import io.smartblocks.portal.account.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a role finds in the side navigation and in the tabs at the bottom of a phone. */
final class Menu {

    /** Entries under one heading. */
    record Group(String key, List<Entry> entries) {}

    /** One page of the menu, with the number of things that wait there. */
    record Entry(String key, String path, String icon, int count) {}

    /** One tab of the short navigation and the areas that it stands for. */
    record Tab(String key, String path, String icon, Set<String> areas) {
        /** Whether the area belongs to this tab. */
        public boolean covers(String area) {
            return areas.contains(area);
        }
    }

    static final List<Tab> TABS = List.of(
            new Tab("site", "/", "site", Set.of("overview", "sites", "meters", "waiting")),
            new Tab("agreements", "/agreements", "agreement", Set.of("agreements", "templates")),
            new Tab("settlements", "/settlements", "settlement", Set.of("settlements", "runs")),
            new Tab("explorer", "/blocks", "block", Set.of("explorer", "states")),
            new Tab(
                    "more",
                    "/more",
                    "more",
                    Set.of("more", "account", "help", "members", "audit", "admin", "registry")));

    private Menu() {}

    static List<Group> of(Role role, int waiting) {
        Group ledger = new Group(
                "menu.group.ledger",
                List.of(
                        new Entry("explorer", "/blocks", "block", 0),
                        new Entry("states", "/states", "state", 0),
                        new Entry("members", "/members", "user", 0)));
        return Stream.of(
                        new Group("menu.group.site", site(role, waiting)),
                        new Group("menu.group.agreements", agreements(role)),
                        ledger,
                        new Group("menu.group.watch", watch(role)))
                .filter(group -> !group.entries().isEmpty())
                .toList();
    }

    /** Whether a page stands in the menu of a role, or in nobody's. */
    static boolean opens(Role role, String page) {
        return paths(role).anyMatch(page::equals)
                || Stream.of(Role.values()).flatMap(Menu::paths).noneMatch(page::equals);
    }

    private static Stream<String> paths(Role role) {
        return of(role, 0).stream().flatMap(group -> group.entries().stream()).map(Entry::path);
    }

    private static List<Entry> site(Role role, int waiting) {
        List<Entry> entries = new ArrayList<>(List.of(new Entry("overview", "/", "eye", 0)));
        if (role.runsSites()) {
            entries.add(new Entry("sites", "/sites", "site", 0));
        }
        if (role.readsMeters()) {
            entries.add(new Entry("meters", "/meters", "meter", 0));
        }
        entries.add(new Entry("waiting", "/waiting", "clock", waiting));
        return entries;
    }

    private static List<Entry> watch(Role role) {
        Entry audit = new Entry("audit", "/audit", "eye", 0);
        return switch (role) {
            case AUDITOR -> List.of(audit);
            case ADMIN -> List.of(audit, new Entry("admin", "/admin", "key", 0));
            default -> List.of();
        };
    }

    private static List<Entry> agreements(Role role) {
        Entry list = new Entry("agreements", "/agreements", "agreement", 0);
        Entry settlements = new Entry("settlements", "/settlements", "settlement", 0);
        List<Entry> entries = new ArrayList<>(List.of(list, settlements));
        if (role.runsSites()) {
            entries.add(new Entry("runs", "/runs", "history", 0));
        }
        if (role.proposes()) {
            entries.add(new Entry("templates", "/templates", "facts", 0));
        }
        return entries;
    }
}
