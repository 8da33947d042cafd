package io.smartblocks.portal.agreement;

import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ListedSettlement;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.AgreementState;
import io.smartblocks.ledger.state.PartySignature;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.settlement.SettlementRow;
import io.smartblocks.portal.settlement.SettlementRows;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Deed;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of one agreement shows. */
@Component
class AgreementPage {

    private static final Pattern IN_FORCE = Pattern.compile("in\\s+force\\s+from\\s+([^.\"]+?)\\s*\\.");

    /** A party and its signature, if it has given one. */
    record Party(String term, String name, boolean signed, String signer, String day, String transaction) {}

    /** A version that is proposed to take the place of another. */
    record Beside(String version, String words) {}

    private final ReadModel read;
    private final Names names;
    private final Signing signing;
    private final NextSettlements next;
    private final SettlementRows rows;
    private final LifeActions actions;
    private final StatedFacts facts;
    private final Access access;
    private final AskedChanges asked;
    private final Words say;

    AgreementPage(
            ReadModel read,
            Names names,
            Signing signing,
            NextSettlements next,
            SettlementRows rows,
            LifeActions actions,
            StatedFacts facts,
            Access access,
            AskedChanges asked,
            Words say) {
        this.access = access;
        this.asked = asked;
        this.facts = facts;
        this.actions = actions;
        this.read = read;
        this.names = names;
        this.signing = signing;
        this.next = next;
        this.rows = rows;
        this.say = say;
    }

    void fill(Model model, Account reader, AgreementRecord agreement, List<AgreementRecord> versions) {
        String text = read.agreements().text(agreement.proposal());
        model.addAttribute("trail", List.of(new Step(say.message("menu.agreements"), "/agreements")));
        model.addAttribute("text", text);
        model.addAttribute("agreement", Shown.of(agreement, say));
        model.addAttribute("stage", Stage.of(agreement.state(), say));
        model.addAttribute("force", say.daysOfText(inForce(text)));
        model.addAttribute("parties", parties(agreement));
        model.addAttribute("deed", Deed.of(text));
        model.addAttribute(
                "versions",
                versions.stream().map(version -> Shown.of(version, say)).toList());
        model.addAttribute("beside", beside(agreement, versions));
        changes(model, reader, agreement);
        life(model, reader, agreement);
        model.addAttribute("facts", facts.rows(reader, versions));
        model.addAttribute("mayState", facts.offered(reader, agreement));
        model.addAttribute(
                "mayAmend", reader.role().proposes() && agreement.state() instanceof AgreementState.Standing);
        model.addAttribute("hasFacts", facts.concerns(agreement));
        settlements(model, agreement);
    }

    /** What was asked to be changed, and whether the reader may ask, or answer with another text. */
    private void changes(Model model, Account reader, AgreementRecord agreement) {
        boolean asks = Newest.isOpen(agreement.state())
                && access.organisation(reader)
                        .filter(agreement.proposal()::isParty)
                        .isPresent();
        model.addAttribute("changes", asked.open(agreement));
        model.addAttribute("mayAsk", asks);
        model.addAttribute("mayChange", asks && reader.role().proposes());
    }

    /** The texts that are proposed to take the place of this one. */
    private List<Beside> beside(AgreementRecord agreement, List<AgreementRecord> versions) {
        String version = agreement.proposal().version();
        return versions.stream()
                .filter(other -> Newest.isOpen(other.state()))
                .flatMap(other -> other.proposal().terms().inPlaceOf().stream()
                        .filter(place -> place.version().equals(version))
                        .map(place -> new Beside(
                                other.proposal().version(),
                                say.message("agreement.beside", other.proposal().version(), say.day(place.from())))))
                .toList();
    }

    private void life(Model model, Account reader, AgreementRecord agreement) {
        boolean maySign = signing.waitsFor(reader, agreement);
        model.addAttribute("steps", new Life(say, names).of(agreement));
        model.addAttribute("maySign", maySign);
        model.addAttribute("signReason", maySign ? "" : reason(reader, agreement));
        List<LifeActions.Offered> offered = actions.of(reader, agreement);
        model.addAttribute("actions", offered);
        model.addAttribute("reasons", reasons(offered));
        model.addAttribute("lifeHeading", heading(agreement, maySign));
        model.addAttribute("lifeWords", words(agreement.state()));
        model.addAttribute("asked", asked(agreement.state()));
    }

    /** Why some of it is not possible; a reason that all share is told once and names none. */
    private List<String> reasons(List<LifeActions.Offered> offered) {
        List<String> all =
                offered.stream().map(LifeActions.Offered::reason).distinct().toList();
        if (all.size() == 1) {
            return all.stream().filter(reason -> !reason.isEmpty()).toList();
        }
        return offered.stream()
                .filter(action -> !action.reason().isEmpty())
                .map(action -> say.message("life.reason.of", action.words(), action.reason()))
                .toList();
    }

    private String heading(AgreementRecord agreement, boolean maySign) {
        if (agreement.state() instanceof AgreementState.Active) {
            return say.message("agreement.life.active");
        }
        if (agreement.state() instanceof AgreementState.Suspended) {
            return say.message("agreement.life.suspended");
        }
        if (agreement.state() instanceof AgreementState.Ended ended) {
            return say.message("agreement.life.ended." + Ends.key(ended), say.day(ended.lastDay()));
        }
        if (agreement.state() instanceof AgreementState.Withdrawn) {
            return say.message("agreement.life.withdrawn");
        }
        return maySign
                ? say.message("agreement.life.you", agreement.proposal().version())
                : say.message("agreement.life.waiting", unsigned(agreement.state()));
    }

    private String words(AgreementState state) {
        if (state instanceof AgreementState.Withdrawn withdrawn) {
            return say.message("agreement.life.withdrawn.words", names.of(withdrawn.withdrawnBy()), withdrawn.reason());
        }
        if (state instanceof AgreementState.Suspended) {
            return say.message("agreement.life.suspended.words");
        }
        if (state instanceof AgreementState.Ended ended) {
            return ended.replacedBy()
                    .map(next -> say.message("agreement.life.replaced.words", next))
                    .orElseGet(() -> say.message("agreement.life.ended.words"));
        }
        if (state instanceof AgreementState.Active active) {
            return active.termination()
                    .map(end -> say.message(
                            "agreement.life.ending.words", say.day(end.lastDay()), names.of(end.by()), end.reason()))
                    .orElseGet(() -> say.message("agreement.life.active.words"));
        }
        return say.message("agreement.life.waiting.words");
    }

    /** What some of the parties have asked for, and the others not yet. */
    private List<String> asked(AgreementState state) {
        if (!(state instanceof AgreementState.Standing standing)) {
            return List.of();
        }
        return standing.asked().stream()
                .map(consent -> say.message(
                        "agreement.asked." + consent.to().name().toLowerCase(Locale.ROOT),
                        names.of(consent.organisation()),
                        consent.reason(),
                        consent.lastDay().map(say::day).orElse("")))
                .toList();
    }

    /** Why this reader cannot sign an agreement that still waits for signatures. */
    private String reason(Account reader, AgreementRecord agreement) {
        AgreementState state = agreement.state();
        if (!Newest.isOpen(state)) {
            return "";
        }
        return signing.hindrance(reader).orElseGet(() -> say.message("agreement.sign.reason.done", unsigned(state)));
    }

    private String unsigned(AgreementState state) {
        return state.unsigned().stream().map(names::of).collect(joining(", "));
    }

    private List<Party> parties(AgreementRecord agreement) {
        return agreement.proposal().parties().entrySet().stream()
                .map(party -> {
                    Optional<PartySignature> signature = agreement.state().signatures().stream()
                            .filter(given -> given.organisation().equals(party.getValue()))
                            .findFirst();
                    return new Party(
                            party.getKey(),
                            names.of(party.getValue()),
                            signature.isPresent(),
                            signature.map(given -> names.of(given.signer())).orElse(""),
                            signature
                                    .map(given -> say.day(say.dayOf(given.statedAt())))
                                    .orElse(""),
                            signature
                                    .map(given -> given.transaction().toString())
                                    .orElse(""));
                })
                .toList();
    }

    private void settlements(Model model, AgreementRecord agreement) {
        AgreementId id = agreement.proposal().agreement();
        List<ListedSettlement> settled = read.settlements().listedOf(id);
        Stream<SettlementRow> held = read.settlements().holdsOf(id).stream()
                .filter(hold -> !hold.state().released())
                .map(hold -> rows.held(hold, agreement.proposal()));
        model.addAttribute(
                "settlements",
                Stream.concat(held, settled.stream().map(row -> rows.settledInItsWords(row, agreement.proposal())))
                        .toList());
        model.addAttribute("next", next.of(agreement.state(), id));
        model.addAttribute("nextWords", next.words(agreement.state(), id));
        model.addAttribute("notes", notes(agreement, settled));
        model.addAttribute(
                "lastPeriod",
                settled.stream()
                        .findFirst()
                        .map(last -> say.period(last.id().from(), last.to()))
                        .orElse(""));
    }

    private Map<String, ClauseNotes.Note> notes(AgreementRecord agreement, List<ListedSettlement> settled) {
        return settled.stream()
                .findFirst()
                .filter(last -> last.version().equals(agreement.proposal().version()))
                .flatMap(last -> read.settlements().settlement(last.id()))
                .map(last -> ClauseNotes.of(last, say))
                .orElse(Map.of());
    }

    private static String inForce(String text) {
        Matcher matcher = IN_FORCE.matcher(text);
        return matcher.find() ? matcher.group(1).replaceAll("\\s+", " ") : "";
    }
}
