package io.smartblocks.portal.members;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Field;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Applications;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks a person what is needed to apply for membership, and to take it up. */
@Component
class ApplyAsks {

    static final String ADDRESS = "/account/membership";
    /** The answer of an organisation that applies for itself. */
    static final String ITSELF = "-";

    private final ReadModel read;
    private final Applications applications;
    private final Names names;
    private final Words say;

    ApplyAsks(ReadModel read, Applications applications, Names names, Words say) {
        this.read = read;
        this.applications = applications;
        this.names = names;
        this.say = say;
    }

    /** The roles that somebody can ask for; a registrar is made by another one. */
    static List<Role> roles() {
        return Stream.of(Role.values()).filter(role -> role != Role.REGISTRAR).toList();
    }

    Ask applying(Account reader, Typed typed) {
        boolean sent = !typed.raw(Ask.ONCE).isEmpty();
        List<Field> fields = new ArrayList<>(List.of(
                Field.line(
                        "id",
                        say.message("apply.id"),
                        say.message("apply.id.help"),
                        sent
                                ? typed.raw("id")
                                : applications
                                        .of(reader)
                                        .map(asked -> asked.member().value())
                                        .orElse("")),
                Field.line(
                        "name",
                        say.message("member.name"),
                        say.message("apply.name.help"),
                        sent ? typed.raw("name") : reader.name())));
        if (reader.organisation().isEmpty()) {
            fields.add(organisation(typed));
        }
        fields.add(RoleTicks.field(roles(), role -> typed.ticked(RoleTicks.name(role)), say));
        return ask("apply", facts(reader), fields, ADDRESS);
    }

    private Field organisation(Typed typed) {
        Stream<Field.Option> known = read.members().members().stream()
                .filter(member -> member.isOrganisation() && member.active())
                .map(member -> new Field.Option(member.id().value(), member.name()));
        return Field.choice(
                "organisation",
                say.message("member.organisation"),
                say.message("apply.organisation.help"),
                typed.raw("organisation"),
                Stream.concat(Stream.of(new Field.Option(ITSELF, say.message("apply.itself"))), known)
                        .toList());
    }

    private List<Ask.Fact> facts(Account reader) {
        List<Ask.Fact> facts = new ArrayList<>();
        facts.add(new Ask.Fact(say.message("account.login"), reader.login()));
        reader.organisation().ifPresent(known -> facts.add(new Ask.Fact(say.message("account.organisation"), known)));
        facts.add(new Ask.Fact(say.message("apply.key"), say.message("apply.key.words")));
        return facts;
    }

    /** What a member that was admitted is asked before its person signs as it. */
    Ask taking(Member admitted) {
        return ask("join", standing(admitted), List.of(), ADDRESS + "/join");
    }

    /** What stands on the ledger of an application. */
    List<Ask.Fact> standing(Member member) {
        return List.of(
                new Ask.Fact(say.message("party.id"), member.id().value()),
                new Ask.Fact(say.message("member.organisation"), names.of(member.organisation())),
                new Ask.Fact(say.message("part.state"), say.message("member.status." + member.status())),
                new Ask.Fact(say.message("payload.roles"), MemberRow.roles(member, say)),
                new Ask.Fact(
                        say.message("member.fingerprint"), member.publicKey().shortFingerprint()));
    }

    Step start() {
        return new Step(say.message("account.heading"), "/account");
    }

    private Ask ask(String key, List<Ask.Fact> facts, List<Field> fields, String action) {
        return new Ask(
                "account",
                List.of(start()),
                say.message(key + ".heading"),
                say.message(key + ".lead"),
                facts,
                fields,
                say.message(key + ".button"),
                action,
                "/account",
                Map.of());
    }
}
