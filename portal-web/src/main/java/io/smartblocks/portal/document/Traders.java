package io.smartblocks.portal.document;

import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.portal.document.Dossier.Party;
import io.smartblocks.portal.document.Dossier.Said;
import io.smartblocks.portal.document.Invoice.Trader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Chooses what an invoice names of its seller and buyer: what each had said when the settlement was committed or, where that
 * was not enough, the first that it said later and that is. So the same invoice comes out for ever.
 */
final class Traders {

    private final long block;
    private final boolean taxed;
    private final List<String> lacks = new ArrayList<>();

    Traders(long block, boolean taxed) {
        this.block = block;
        this.taxed = taxed;
    }

    Optional<Trader> seller(Party party) {
        return chosen(party, "seller", "BT-27 and BT-40", this::lackOfSeller);
    }

    Optional<Trader> buyer(Party party) {
        return chosen(party, "buyer", "BT-44 and BT-55", said -> Optional.empty());
    }

    /** What is missing, in sentences. */
    List<String> lacks() {
        return List.copyOf(lacks);
    }

    private Optional<Trader> chosen(
            Party party, String role, String terms, Function<Particulars, Optional<String>> lackOf) {
        List<Said> candidates = candidates(party.said());
        Optional<Trader> trader = candidates.stream()
                .map(Said::particulars)
                .filter(said -> lackOf.apply(said).isEmpty())
                .findFirst()
                .map(said -> new Trader(said, taxed));
        if (trader.isEmpty()) {
            String lack = candidates.isEmpty()
                    ? "its legal name and address (" + terms + "): --legal-name, --city, --country"
                    : lackOf.apply(candidates.get(candidates.size() - 1).particulars())
                            .orElseThrow();
            lacks.add(
                    "%s (%s), the %s, has not stated %s. A signatory of it does with 'smartblocks member particulars'."
                            .formatted(party.name(), party.organisation(), role, lack));
        }
        return trader;
    }

    /** What stood when the settlement was committed, and what was said later. */
    private List<Said> candidates(List<Said> said) {
        int later = (int) said.stream().filter(each -> each.block() <= block).count();
        return said.subList(Math.max(0, later - 1), said.size());
    }

    private Optional<String> lackOfSeller(Particulars said) {
        if (taxed) {
            return said.vatId().isPresent()
                    ? Optional.empty()
                    : Optional.of("its VAT identifier (BT-31, rules BR-S-02 and BR-E-02): --vat-id");
        }
        return said.registration().isPresent()
                ? Optional.empty()
                : Optional.of("its number in the register of companies (BT-30, rule BR-CO-26): --registration");
    }
}
