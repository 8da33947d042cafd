package io.smartblocks.portal.shell;

import static java.util.stream.Collectors.joining;

import io.smartblocks.portal.account.Account;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What surrounds a page for this reader; an unknown visitor has no menu.
 *
 * @param away whether the ledger takes nothing now; pages show what was read from it before
 */
record Shell(
        String theme,
        String path,
        List<Tongue> tongues,
        Optional<Account> reader,
        int waiting,
        Optional<Pulse> pulse,
        boolean away,
        Optional<Instant> hurried) {

    /** The newest block and when it was made. */
    record Pulse(long newestBlock, Instant at) {}

    public boolean signedIn() {
        return reader.isPresent();
    }

    public String name() {
        return reader.map(Account::name).orElse("");
    }

    public String login() {
        return reader.map(Account::login).orElse("");
    }

    public String role() {
        return reader.map(account -> account.role().name()).orElse("");
    }

    public String initials() {
        return Arrays.stream(name().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(2)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT))
                .collect(joining());
    }

    public List<Menu.Group> menu() {
        return reader.map(account -> Menu.of(account.role(), waiting)).orElse(List.of());
    }

    /** Whether the reader may open a page of the menu, so that no link leads to a refusal; other pages are open. */
    public boolean opens(String page) {
        return reader.map(account -> Menu.opens(account.role(), page)).orElse(true);
    }

    public List<Menu.Tab> tabs() {
        return Menu.TABS;
    }
}
