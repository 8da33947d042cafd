package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.IndexValueState;
import io.smartblocks.ledger.state.MemberState;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.ParticularsState;
import io.smartblocks.ledger.state.SiteState;
import io.smartblocks.ledger.state.State;

/** What the registers say: members, sites, meters and indexes. */
final class RegistryWords {

    private RegistryWords() {}

    static void add(Fields to, State state) {
        if (state instanceof MemberState member) {
            MemberWords.standing(to, member.member());
        } else if (state instanceof ParticularsState stated) {
            to.add("member", to.name(stated.organisation()), "/parties/" + stated.organisation());
            MemberWords.particulars(to, stated.particulars());
        } else if (state instanceof SiteState site) {
            SiteWords.site(
                    to, site.name(), site.owner(), site.zone(), site.country(), site.floorArea(), site.address());
        } else if (state instanceof MeterState meter) {
            MeterWords.standing(to, meter);
        } else if (state instanceof IndexState index) {
            to.add("index", index.index().value());
            to.add("label", index.label());
            to.add("unit", index.unit());
            to.add("publisher", to.name(index.publisher()), "/parties/" + index.publisher());
            index.zone().ifPresent(zone -> to.add("zone", zone.getId()));
        } else if (state instanceof IndexValueState value) {
            to.add("index", value.index().value());
            to.add("period", to.say().span(value.value().from(), value.value().to()));
            to.add("value", to.say().number(value.value().value()));
            to.add("published.by", to.name(value.publishedBy()));
            to.add("changes", to.say().number(value.revision()));
            to.addIfAny("reason", value.reason());
        }
    }
}
