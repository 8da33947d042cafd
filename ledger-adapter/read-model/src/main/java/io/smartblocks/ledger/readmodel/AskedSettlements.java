package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.AgreementId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which settlements are asked for; what is empty leaves all in.
 *
 * @param agreement the agreement that they are of
 * @param with an organisation that they concern
 * @param from the first day of which their period must hold one, or a later one
 * @param to the last day of which their period must hold one, or an earlier one
 * @param corrected whether they correct an earlier one
 */
public record AskedSettlements(
        Optional<AgreementId> agreement,
        Optional<MemberId> with,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Optional<Boolean> corrected) {

    /** All that there are. */
    public static final AskedSettlements ALL = new AskedSettlements(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Those of an agreement. */
    public static AskedSettlements of(Optional<AgreementId> agreement) {
        return new AskedSettlements(agreement, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** Conditions on the rows of periods that wait, of which none is a settlement yet, first or corrected. */
    void addHeld(List<String> conditions, List<Object> parameters) {
        agreement.ifPresent(id -> {
            conditions.add("hold.agreement_id = ?");
            parameters.add(id.value());
        });
        with.ifPresent(organisation -> {
            conditions.add("exists (select 1 from agreement_party w where w.organisation = ?"
                    + " and w.agreement_id = hold.agreement_id)");
            parameters.add(organisation.value());
        });
        from.ifPresent(day -> {
            conditions.add("hold.to_day > ?");
            parameters.add(day);
        });
        to.ifPresent(day -> {
            conditions.add("hold.from_day <= ?");
            parameters.add(day);
        });
        corrected.ifPresent(any -> conditions.add("1 = 0"));
    }

    /** Conditions on the rows {@code s} of settlements, with their parameters. */
    void add(List<String> conditions, List<Object> parameters) {
        agreement.ifPresent(id -> {
            conditions.add("s.agreement_id = ?");
            parameters.add(id.value());
        });
        with.ifPresent(organisation -> {
            conditions.add(
                    "exists (select 1 from settlement_party w where w.organisation = ? and w.number = s.number)");
            parameters.add(organisation.value());
        });
        // the day on which a period ends is the first that it does not hold
        from.ifPresent(day -> {
            conditions.add("s.to_day > ?");
            parameters.add(day);
        });
        to.ifPresent(day -> {
            conditions.add("s.from_day <= ?");
            parameters.add(day);
        });
        corrected.ifPresent(later -> conditions.add(later ? "s.revision > 0" : "s.revision = 0"));
    }
}
