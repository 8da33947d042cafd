package io.smartblocks.portal.explorer;

import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

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
        Map<String, String> given = new LinkedHashMap<>();
        given.put("type", type);
        given.put("party", party);
        given.put("meter", meter);
        given.put("agreement", agreement);
        given.put("after", after);
        given.values().removeIf(String::isEmpty);
        String query = given.entrySet().stream()
                .map(each -> each.getKey() + '=' + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
        return query.isEmpty() ? path : path + '?' + query;
    }
}
