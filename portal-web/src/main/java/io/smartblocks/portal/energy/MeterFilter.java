package io.smartblocks.portal.energy;

import io.smartblocks.ledger.readmodel.AskedMeters;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.portal.shell.Link;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which meters are asked for, as it was typed; what is empty leaves all in. */
record MeterFilter(String words, String site, String energy, String state) {

    static final String IN_SERVICE = "service";
    static final String RETIRED = "retired";

    MeterFilter {
        words = words.strip();
        site = site.strip();
        energy = energy.strip();
        state = state.equals(IN_SERVICE) || state.equals(RETIRED) ? state : "";
    }

    public boolean isAll() {
        return Stream.of(words, site, energy, state).allMatch(String::isEmpty);
    }

    AskedMeters at(List<SiteId> sites) {
        return new AskedMeters(
                words, sites, energy, state.isEmpty() ? Optional.empty() : Optional.of(state.equals(RETIRED)));
    }

    /** The address of the list of these, from behind a meter on. */
    String address(String after) {
        return Link.to("/meters")
                .with("words", words)
                .with("site", site)
                .with("energy", energy)
                .with("state", state)
                .with("after", after)
                .toString();
    }
}
