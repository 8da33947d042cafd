package io.smartblocks.portal.settlement;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AskedSettlements;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.shell.Link;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
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

    /** The fields that hold no day, though they are asked for one. */
    public List<String> wrong() {
        return Stream.of("from", "to")
                .filter(field -> {
                    String typed = field.equals("from") ? from : to;
                    return !typed.isEmpty() && day(typed).isEmpty();
                })
                .toList();
    }

    /** What is asked for; empty where it is nothing that can be, as with an id that no ledger has. */
    Optional<AskedSettlements> asked() {
        Optional<AgreementId> known = id(agreement, AgreementId::new);
        Optional<MemberId> organisation = id(party, MemberId::new);
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
    public String address(String path, String after) {
        return Link.to(path)
                .with("agreement", agreement)
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
