package io.smartblocks.portal.members;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.form.Ask;
import io.smartblocks.portal.form.Typed;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.Step;
import io.smartblocks.portal.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Offers what a reader can do about a member, and asks what is needed for it. */
@Component
class MemberActs {

    /** One that is offered; where it is not possible now, why. */
    record Offered(String key, String words, String link, String reason) {}

    private final ReadModel read;
    private final Acting acting;
    private final MemberAnswers answers;
    private final MemberFields fields;
    private final Names names;
    private final Words say;

    MemberActs(ReadModel read, Acting acting, MemberAnswers answers, MemberFields fields, Names names, Words say) {
        this.read = read;
        this.acting = acting;
        this.answers = answers;
        this.fields = fields;
        this.names = names;
        this.say = say;
    }

    /** What the page of a member offers to the reader. */
    List<Offered> of(Account reader, Member about) {
        return MemberAct.of(about, actor(reader)).stream()
                .map(act -> new Offered(
                        act.key(),
                        say.message("member." + act.key() + ".button"),
                        address(act, about),
                        impossible(reader, about, act).orElse("")))
                .toList();
    }

    /** Why it is not possible now: the state of the member, or what the ledger would say. */
    Optional<String> impossible(Account reader, Member about, MemberAct act) {
        if (!act.fits(about)) {
            return Optional.of(
                    say.message("member.act.state", about.name(), say.message("member.status." + about.status())));
        }
        return answers.foreseen(reader, about, act)
                .map(payload -> acting.foreseen(reader, payload))
                .orElseGet(() -> Optional.of(say.message("member." + act.key() + ".none")));
    }

    /** The page that asks. */
    Ask ask(Account reader, Member about, MemberAct act, Typed typed) {
        String key = "member." + act.key();
        return new Ask(
                "members",
                List.of(
                        new Step(say.message("menu.members"), "/members"),
                        new Step(about.name(), "/members/" + about.id())),
                say.message(key + ".heading", about.name()),
                say.message(key + ".lead"),
                facts(about),
                fields.of(reader, about, act, typed),
                say.message(key + ".button"),
                address(act, about),
                "/members/" + about.id(),
                Map.of());
    }

    private Optional<Member> actor(Account reader) {
        return Acting.mayAct(reader) || Acting.mayPropose(reader)
                ? reader.member().map(MemberId::new).flatMap(read.members()::member)
                : Optional.empty();
    }

    private List<Ask.Fact> facts(Member about) {
        return List.of(
                new Ask.Fact(say.message("party.id"), about.id().value()),
                new Ask.Fact(say.message("member.organisation"), names.of(about.organisation())),
                new Ask.Fact(say.message("part.state"), say.message("member.status." + about.status())),
                new Ask.Fact(say.message("payload.roles"), MemberRow.roles(about, say)),
                new Ask.Fact(
                        say.message("member.fingerprint"), about.publicKey().shortFingerprint()));
    }

    private static String address(MemberAct act, Member about) {
        return "/members/" + about.id() + "/act/" + act.key();
    }
}
