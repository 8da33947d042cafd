package io.smartblocks.portal.energy.site;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AskedSites;
import io.smartblocks.portal.shell.Link;
import java.util.Optional;

/** Which sites are asked for, as it was typed; what is empty leaves all in. */
record SiteFilter(String words, String owner) {

    SiteFilter {
        words = words.strip();
        owner = owner.strip();
    }

    public boolean isAll() {
        return words.isEmpty() && owner.isEmpty();
    }

    /** The organisation that is asked for; empty where what was typed cannot be the id of one. */
    Optional<MemberId> ownerId() {
        try {
            return owner.isEmpty() ? Optional.empty() : Optional.of(new MemberId(owner));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    AskedSites asked() {
        return new AskedSites(words, ownerId());
    }

    /** The address of a list of these over a period, from behind a site on. */
    String address(String path, Period period, String after) {
        return Link.to(path)
                .with("period", period.key())
                .with("words", words)
                .with("owner", owner)
                .with("after", after)
                .toString();
    }
}
