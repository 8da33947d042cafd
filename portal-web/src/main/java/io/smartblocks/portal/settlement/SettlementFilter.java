package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AskedSettlements;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.shell.Link;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which settlements are asked for, as it was typed; what is empty leaves all in. */
record SettlementFilter(String agreement, String party, String from, String to, String state) {

    static final String FIRST = "first";
    static final String CORRECTED = "corrected";

    SettlementFilter {
        agreement = agreement.strip();
        party = party.strip();
        from = from.strip();
        to = to.strip();
        state = state.equals(FIRST) || state.equals(CORRECTED) ? state : "";
    }

    public boolean isAll() {
        return Stream.of(agreement, party, from, to, state).allMatch(String::isEmpty);
    }

    /** The fields that hold no day, though they are asked for one, with what was typed. */
    Map<String, String> wrong() {
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("from", from);
        wrong.put("to", to);
        wrong.values().removeIf(typed -> typed.isEmpty() || day(typed).isPresent());
        return wrong;
    }

    /** The agreement that is asked for; empty where what was typed cannot be the id of one. */
    Optional<AgreementId> agreementId() {
        return id(agreement, AgreementId::new);
    }

    /** The organisation that is asked for; empty where what was typed cannot be the id of one. */
    Optional<MemberId> partyId() {
        return id(party, MemberId::new);
    }

    /** What is asked for; empty where it is nothing that can be, as with an id that no ledger has. */
    Optional<AskedSettlements> asked() {
        Optional<AgreementId> known = agreementId();
        Optional<MemberId> organisation = partyId();
        boolean possible = known.isPresent() == !agreement.isEmpty()
                && organisation.isPresent() == !party.isEmpty()
                && wrong().isEmpty();
        return possible
                ? Optional.of(new AskedSettlements(
                        known,
                        organisation,
                        day(from),
                        day(to),
                        state.isEmpty() ? Optional.empty() : Optional.of(state.equals(CORRECTED))))
                : Optional.empty();
    }

    /** The address of a list of these, from behind a settlement on. */
    String address(String path, String after) {
        return address(Link.to(path), after);
    }

    /** The address of the list of all periods of these that wait, from behind one on. */
    String heldAddress(String after) {
        return address(Link.to("/settlements").with("held", "all"), after);
    }

    private String address(Link link, String after) {
        return link.with("agreement", agreement)
                .with("party", party)
                .with("from", from)
                .with("to", to)
                .with("state", state)
                .with("after", after)
                .toString();
    }

    private static <T> Optional<T> id(String typed, Function<String, T> id) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(id.apply(typed));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
