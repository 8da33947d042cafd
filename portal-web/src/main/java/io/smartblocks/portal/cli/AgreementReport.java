package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.LedgerTerms;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One version of an agreement as commands report it. */
record AgreementReport(
        String id,
        String version,
        String title,
        String state,
        LocalDate governsFrom,
        LocalDate lastDay,
        Map<String, String> parties,
        List<String> signedBy,
        String textHash,
        String compiledHash,
        List<String> stated,
        List<String> rights) {

    static AgreementReport of(AgreementState state) {
        Proposal proposal = state.proposal();
        LedgerTerms terms = proposal.terms();
        Map<String, String> parties = new TreeMap<>();
        proposal.parties().forEach((term, member) -> parties.put(term, member.value()));
        return new AgreementReport(
                proposal.agreement().value(),
                proposal.version(),
                proposal.title(),
                AgreementInWords.state(state),
                terms.governsFrom(),
                state instanceof AgreementState.Governing governing ? governing.lastDay() : terms.to(),
                parties,
                state.signatures().stream()
                        .map(signature -> signature.organisation().value())
                        .toList(),
                proposal.textHash().value(),
                proposal.compiledHash().value(),
                terms.statable().stream().map(AgreementReport::statable).toList(),
                rights(terms));
    }

    private static String statable(LedgerTerms.Statable statable) {
        String each = statable.each().map(cycle -> " for each " + cycle.name()).orElse("");
        String confirmed =
                statable.confirmedBy().isEmpty() ? "" : ", confirmed by " + String.join(", ", statable.confirmedBy());
        String figures = statable.figures().stream()
                .map(figure -> figure.name() + " in " + figure.unit())
                .collect(Collectors.joining(", "));
        String unit = statable.unit().isEmpty() ? "with " + figures : "in " + statable.unit();
        return "%s %s%s %s, stated by %s%s"
                .formatted(
                        statable.kind().name().toLowerCase(Locale.ROOT),
                        statable.name(),
                        each,
                        unit.equals("with ") ? "without unit" : unit,
                        statable.statedBy(),
                        confirmed);
    }

    private static List<String> rights(LedgerTerms terms) {
        List<String> disputes = terms.disputes().stream()
                .map(right -> "clause %s: %s may dispute a settlement".formatted(right.clause(), right.party()))
                .toList();
        List<String> ends = terms.terminations().stream()
                .map(right -> "clause %s: %s may terminate on a notice of at most %s%s"
                        .formatted(
                                right.clause(),
                                right.party(),
                                right.notice(),
                                right.conditional() ? ", when a settlement finds so" : ""))
                .toList();
        return Stream.of(disputes, ends).flatMap(List::stream).toList();
    }

    void printShort(PrintWriter out) {
        out.printf("%s version %s, %s%n  %s%n  %s%n", id, version, title, state, partiesInWords());
    }

    void printWhole(PrintWriter out) {
        out.printf("%s version %s, %s%n", id, version, title);
        pair(out, "state", state);
        pair(out, "governs", governsFrom + " to " + lastDay);
        pair(out, "parties", partiesInWords());
        pair(out, "signed by", signedBy.isEmpty() ? "nobody" : String.join(", ", signedBy));
        stated.forEach(line -> pair(out, "stated", line));
        rights.forEach(line -> pair(out, "right", line));
        pair(out, "text", textHash);
        pair(out, "compiled", compiledHash);
    }

    private String partiesInWords() {
        return parties.entrySet().stream()
                .map(party -> party.getKey() + " is " + party.getValue())
                .collect(Collectors.joining(", "));
    }

    private static void pair(PrintWriter out, String name, String value) {
        out.printf("  %-10s %s%n", name, value);
    }
}
