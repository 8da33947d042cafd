package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.CalendarSpan;
import io.smartblocks.ledger.transaction.Cycle;
import io.smartblocks.ledger.transaction.LedgerTerms;
import io.smartblocks.ledger.transaction.LedgerTerms.DisputeRight;
import io.smartblocks.ledger.transaction.LedgerTerms.Figure;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.LedgerTerms.Owed;
import io.smartblocks.ledger.transaction.LedgerTerms.Replaces;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
import io.smartblocks.ledger.transaction.LedgerTerms.TerminationRight;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the terms of a proposal hang together: days in order, names that can stand in keys, parties that there are. */
final class TermsCheck {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MOST = 1000;
    private static final int LONGEST_UNIT = 100;
    private static final int LONGEST_SPAN = 100_000;
    private static final int MOST_YEARS = 200;

    private final ProposeAgreement proposal;
    private final LedgerTerms terms;

    private TermsCheck(ProposeAgreement proposal) {
        this.proposal = proposal;
        this.terms = proposal.terms();
    }

    static Optional<Decision> of(ProposeAgreement proposal) {
        TermsCheck check = new TermsCheck(proposal);
        return check.days()
                .or(check::sizes)
                .or(() -> first(check.terms.periods(), check::cycle))
                .or(check::samePeriods)
                .or(() -> first(check.terms.statable(), check::statable))
                .or(check::sameNames)
                .or(() -> first(check.terms.owed(), check::owed))
                .or(() -> first(check.terms.disputes(), check::dispute))
                .or(() -> first(check.terms.terminations(), check::termination));
    }

    private Optional<Decision> days() {
        return Days.problemWith("the terms' first day", terms.from())
                .or(() -> Days.problemWith("the terms' last day", terms.to()))
                .or(() -> terms.to().isBefore(terms.from())
                        ? invalid("the last day " + terms.to() + " is before the first, " + terms.from())
                        : Optional.empty())
                .or(() -> CURRENCY.matcher(terms.currency()).matches()
                        ? terms.inPlaceOf().flatMap(this::replaces)
                        : invalid("the currency '" + terms.currency() + "' is not one such as EUR"));
    }

    private Optional<Decision> replaces(Replaces place) {
        if (!ProposalCheck.isVersion(place.version()) || place.version().equals(proposal.version())) {
            return invalid("version " + proposal.version() + " cannot be in place of '" + place.version()
                    + "'; expected another version, such as 1.0");
        }
        return place.from().isAfter(terms.from()) && !place.from().isAfter(terms.to())
                ? Optional.empty()
                : invalid("it is in place of version " + place.version() + " from " + place.from()
                        + "; expected a day after " + terms.from() + " and not after " + terms.to());
    }

    private Optional<Decision> sizes() {
        Stream<List<?>> lists =
                Stream.of(terms.periods(), terms.statable(), terms.owed(), terms.disputes(), terms.terminations());
        Stream<List<?>> within = Stream.concat(
                terms.statable().stream().flatMap(each -> Stream.of(each.confirmedBy(), each.figures())),
                terms.owed().stream().flatMap(each -> Stream.of(each.creditors(), each.periods())));
        return Stream.concat(lists, within)
                .filter(list -> list.size() > MOST)
                .findFirst()
                .flatMap(list -> invalid("a list has " + list.size() + " entries; expected at most " + MOST));
    }

    private Optional<Decision> statable(Statable each) {
        return name("the name", each.name())
                .or(() -> unit(each.unit()))
                .or(() -> each.each().flatMap(this::cycle))
                .or(() -> party(each.name(), each.statedBy()))
                .or(() -> first(each.confirmedBy(), party -> party(each.name(), party)))
                .or(() -> each.figures().isEmpty() == (each.kind() == Kind.EVENT)
                        ? invalid("'" + each.name() + "' of kind " + each.kind() + " has "
                                + each.figures().size() + " figures; events have some, and nothing else has")
                        : first(each.figures(), this::figure));
    }

    private Optional<Decision> figure(Figure figure) {
        return Texts.problemWith("the figure", figure.name()).or(() -> unit(figure.unit()));
    }

    private Optional<Decision> unit(String unit) {
        return unit.isEmpty() ? Optional.empty() : Texts.problemWith("the unit", unit, LONGEST_UNIT);
    }

    // settlements stand under the plain form of the period's name
    private Optional<Decision> samePeriods() {
        Set<String> names = new HashSet<>();
        return first(
                terms.periods(),
                each -> each.name().codePoints().anyMatch(Character::isLetterOrDigit) && names.add(Slug.of(each.name()))
                        ? Optional.empty()
                        : invalid("the period '" + each.name() + "' cannot be told from another by its plain name"));
    }

    private Optional<Decision> sameNames() {
        Set<String> names = new HashSet<>();
        return first(
                terms.statable(),
                each -> names.add(each.kind() + "/" + each.name())
                        ? Optional.empty()
                        : invalid("'" + each.name() + "' is declared twice"));
    }

    private Optional<Decision> owed(Owed owed) {
        return name("the clause", owed.clause())
                .or(() -> party("clause " + owed.clause(), owed.debtor()))
                .or(() -> first(owed.creditors(), party -> party("clause " + owed.clause(), party)))
                .or(() -> first(owed.periods(), this::cycle));
    }

    private Optional<Decision> dispute(DisputeRight right) {
        return name("the clause", right.clause())
                .or(() -> party("clause " + right.clause(), right.party()))
                .or(() -> right.within().flatMap(span -> span(span, 0)))
                .or(() -> right.endOf().flatMap(this::cycle))
                .or(() -> right.by().flatMap(day -> Days.problemWith("the last day to dispute", day)))
                .or(() -> right.within().isPresent() == right.by().isPresent()
                        ? invalid("the right to dispute of clause " + right.clause()
                                + " needs either a time or a last day")
                        : Optional.empty());
    }

    private Optional<Decision> termination(TerminationRight right) {
        return name("the clause", right.clause())
                .or(() -> party("clause " + right.clause(), right.party()))
                .or(() -> span(right.notice(), 0));
    }

    private Optional<Decision> cycle(Cycle cycle) {
        return name("the period", cycle.name())
                .or(() -> Days.problemWith("the first day of period " + cycle.name(), cycle.from()))
                .or(() -> span(cycle.every(), 1));
    }

    private Optional<Decision> span(CalendarSpan span, int least) {
        int most = span.unit() == CalendarSpan.Unit.DAY ? LONGEST_SPAN : 12 * MOST_YEARS;
        return span.count() >= least && span.count() <= most
                ? Optional.empty()
                : invalid("a time of " + span + "; expected " + least + " to " + most);
    }

    private Optional<Decision> party(String of, String term) {
        return proposal.parties().containsKey(term)
                ? Optional.empty()
                : invalid(of + " names the party '" + term + "'; the parties are "
                        + String.join(", ", proposal.parties().keySet()));
    }

    private Optional<Decision> name(String what, String name) {
        return Texts.problemWith(what, name)
                .or(() -> name.indexOf('/') < 0 ? Optional.empty() : invalid(what + " '" + name + "' holds a '/'"));
    }

    private static <T> Optional<Decision> first(List<T> all, Function<T, Optional<Decision>> check) {
        return all.stream().flatMap(each -> check.apply(each).stream()).findFirst();
    }

    private Optional<Decision> invalid(String problem) {
        return Optional.of(Decision.refuse(
                RefusalCode.INVALID_CONTENT, "the terms of '" + proposal.agreement() + "': " + problem));
    }
}
