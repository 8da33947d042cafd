package io.smartblocks.portal.member;

import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.portal.account.Account;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Behind which links one reader finds something; each thing that links lead to is asked for once. */
public final class Reach {

    private final Predicate<AgreementId> ofAgreements;
    private final Predicate<String> ofMeters;
    private final Map<String, Boolean> agreements = new HashMap<>();
    private final Map<String, Boolean> meters = new HashMap<>();

    private Reach(Predicate<AgreementId> ofAgreements, Predicate<String> ofMeters) {
        this.ofAgreements = ofAgreements;
        this.ofMeters = ofMeters;
    }

    static Reach of(Account reader, Access access) {
        return new Reach(
                agreement -> access.maySee(reader, agreement),
                meter -> access.meter(reader, meter).isPresent());
    }

    /** For words that nobody follows. */
    public static Reach nowhere() {
        return new Reach(agreement -> false, meter -> false);
    }

    /** Whether the reader may see anything about an agreement. */
    public boolean sees(AgreementId agreement) {
        return agreements.computeIfAbsent(agreement.value(), id -> ofAgreements.test(agreement));
    }

    /** Whether the reader may see a meter and what it read. */
    public boolean seesMeter(String meter) {
        return meters.computeIfAbsent(meter, ofMeters::test);
    }

    /** The page of an agreement; empty where the reader may not see it. */
    public String link(AgreementId agreement) {
        return sees(agreement) ? "/agreements/" + agreement : "";
    }

    /** The page of a meter; empty where the reader may not see it. */
    public String link(MeterId meter) {
        return seesMeter(meter.value()) ? "/meters/" + meter : "";
    }
}
