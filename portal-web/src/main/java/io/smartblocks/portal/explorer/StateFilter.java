package io.smartblocks.portal.explorer;

import io.smartblocks.portal.shell.Link;

/** Which states are asked for; what is empty leaves all in. */
record StateFilter(String type, String party, String meter, String agreement) {

    StateFilter {
        type = type.strip();
        party = party.strip();
        meter = meter.strip();
        agreement = agreement.strip();
    }

    public StateFilter withoutType() {
        return new StateFilter("", party, meter, agreement);
    }

    public StateFilter withoutParty() {
        return new StateFilter(type, "", meter, agreement);
    }

    public StateFilter withoutMeter() {
        return new StateFilter(type, party, "", agreement);
    }

    public StateFilter withoutAgreement() {
        return new StateFilter(type, party, meter, "");
    }

    /** The address of a list of these, from behind a key on. */
    public String address(String path, String after) {
        return Link.to(path)
                .with("type", type)
                .with("party", party)
                .with("meter", meter)
                .with("agreement", agreement)
                .with("after", after)
                .toString();
    }
}
