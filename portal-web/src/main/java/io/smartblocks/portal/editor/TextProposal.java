package io.smartblocks.portal.editor;

import io.smartblocks.dsl.agreement.Declaration;
import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Slug;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.agreement.Differences;
import io.smartblocks.portal.agreement.Drafting.Draft;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.member.Suspended;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks who stands behind the parties of a written text before it is proposed to them. */
@Component
class TextProposal {

    /** The field that carries the hash of the text on the ledger that a draft began as. */
    static final String BASE = "base";

    private static final String PARTY = "party-";

    /** What differs from a version. */
    record Compared(String version, Map<String, List<Differences.Part>> parts) {}

    private final ReadModel read;
    private final Access access;
    private final Names names;
    private final Suspended suspended;
    private final Words say;

    TextProposal(ReadModel read, Access access, Names names, Suspended suspended, Words say) {
        this.suspended = suspended;
        this.names = names;
        this.read = read;
        this.access = access;
        this.say = say;
    }

    /** The agreement that a text is a version of. */
    AgreementId id(Draft draft) {
        return new AgreementId(Slug.of(draft.agreement().head().title()));
    }

    /** The page that asks, and goes to the agreement's page afterwards. */
    Ask ask(Account reader, Draft draft, Typed typed) {
        String title = draft.agreement().head().title();
        String version = draft.agreement().head().version();
        return new Ask(
                "agreements",
                List.of(
                        new Step(say.message("menu.agreements"), "/agreements"),
                        new Step(say.message(EditorController.heading(draft.text(), standingHash(draft))), "/editor")),
                say.message("propose.heading", title, version),
                say.message("form.propose.words"),
                facts(draft),
                fields(reader, draft, typed),
                say.message("form.propose.button"),
                "/editor/propose",
                "/agreements/" + id(draft) + "?version=" + version,
                Map.of("text", draft.text(), BASE, standingHash(draft)));
    }

    /** The text that stands under the version now, by its hash. */
    private String standingHash(Draft draft) {
        return standing(draft)
                .map(version -> version.proposal().textHash().value())
                .orElse("");
    }

    /** Why a text that began as another one on the ledger would put aside what somebody else proposed meanwhile. */
    Optional<String> overtaken(Draft draft, String base) {
        return standing(draft)
                .filter(version -> !version.proposal().textHash().value().equals(base)
                        && !version.proposal().textHash().equals(Hash.of(draft.text())))
                .map(version -> say.message(
                        "propose.overtaken",
                        version.proposal().version(),
                        names.of(version.proposal().proposedBy()),
                        say.moment(version.proposedAt())));
    }

    /** What a draft is held against: what stands under its version, else the version that it is to take the place of. */
    Optional<Compared> compared(Account reader, Draft draft) {
        List<AgreementRecord> versions = access.versions(reader, id(draft));
        Optional<AgreementRecord> same = standing(draft).filter(versions::contains);
        return same.or(() -> draft.agreement().head().inPlaceOf().stream()
                        .flatMap(place -> versions.stream()
                                .filter(version -> version.proposal().version().equals(place.version())))
                        .findFirst())
                .flatMap(before -> Differences.between(access.text(before.proposal()), draft.text())
                        .map(parts -> new Compared(before.proposal().version(), parts)));
    }

    private List<Ask.Fact> facts(Draft draft) {
        List<Ask.Fact> facts = new ArrayList<>();
        facts.add(new Ask.Fact(
                say.message("agreement.version.head"), draft.agreement().head().version()));
        facts.add(new Ask.Fact(
                say.message("agreement.text.hash"), Hash.of(draft.text()).value()));
        draft.agreement()
                .head()
                .inPlaceOf()
                .ifPresent(place -> facts.add(new Ask.Fact(
                        say.message("propose.in.place"),
                        say.message("propose.in.place.of", place.version(), say.day(place.from())))));
        standing(draft)
                .filter(version -> !version.proposal().textHash().equals(Hash.of(draft.text())))
                .ifPresent(version -> facts.add(new Ask.Fact(
                        say.message("propose.replaces"),
                        say.message(
                                "propose.replaces.words",
                                version.proposal().version(),
                                version.state().signatures().size()))));
        return facts;
    }

    /** The version of this name that stands on the ledger already. */
    private Optional<AgreementRecord> standing(Draft draft) {
        return read.agreements().agreement(id(draft), draft.agreement().head().version());
    }

    private List<Field> fields(Account reader, Draft draft, Typed typed) {
        List<Field.Option> options = organisations().stream()
                .map(member -> new Field.Option(member.id().value(), member.name()))
                .toList();
        return draft.agreement().parties().stream()
                .map(party -> Field.choice(
                        field(party),
                        party.name(),
                        suspended
                                .organisations()
                                .map(stopped -> say.message("propose.party.help", party.name()) + ' ' + stopped)
                                .orElseGet(() -> say.message("propose.party.help", party.name())),
                        Optional.of(typed.raw(field(party)))
                                .filter(any -> !any.isEmpty())
                                .orElseGet(() -> expected(reader, draft, party)),
                        options))
                .toList();
    }

    /** Who stood behind the party before, else who is called as the text calls it. */
    private String expected(Account reader, Draft draft, Declaration.Party party) {
        Optional<MemberId> before = access.versions(reader, id(draft)).stream()
                .flatMap(version -> version.proposal().organisation(party.name()).stream())
                .findFirst();
        return before.or(() -> organisations().stream()
                        .filter(member -> party.legalName().equals(Optional.of(member.name())))
                        .map(Member::id)
                        .findFirst())
                .map(MemberId::value)
                .orElse("");
    }

    private List<Member> organisations() {
        return read.members().members().stream()
                .filter(Member::isOrganisation)
                .filter(Member::active)
                .toList();
    }

    /** The organisation behind each party; empty where one is missing or stands for two. */
    Optional<Map<String, MemberId>> parties(Draft draft, Typed typed) {
        Map<String, MemberId> parties = new LinkedHashMap<>();
        for (Declaration.Party party : draft.agreement().parties()) {
            typed.needed(field(party), party.name()).ifPresent(id -> put(parties, party, id, typed));
        }
        return parties.size() == draft.agreement().parties().size() ? Optional.of(parties) : Optional.empty();
    }

    private void put(Map<String, MemberId> parties, Declaration.Party party, String id, Typed typed) {
        Optional<Member> member = organisations().stream()
                .filter(known -> known.id().value().equals(id))
                .findFirst();
        if (member.isEmpty()) {
            typed.refuse(
                    field(party), stopped(id).orElseGet(() -> say.message("propose.party.unknown", party.name(), id)));
            return;
        }
        Optional<String> other = parties.entrySet().stream()
                .filter(entry -> entry.getValue().equals(member.get().id()))
                .map(Map.Entry::getKey)
                .findFirst();
        if (other.isPresent()) {
            typed.refuse(
                    field(party),
                    say.message("form.error.same", party.name(), member.get().name(), other.get()));
            return;
        }
        parties.put(party.name(), member.get().id());
    }

    /** Why an organisation that the ledger knows stands behind nobody now. */
    private Optional<String> stopped(String id) {
        return read.members().members().stream()
                .map(Member::id)
                .filter(known -> known.value().equals(id))
                .findFirst()
                .flatMap(suspended::words);
    }

    private static String field(Declaration.Party party) {
        return PARTY + Slug.of(party.name());
    }
}
