package io.smartblocks.portal.members;

import static io.smartblocks.portal.document.Table.figure;
import static io.smartblocks.portal.document.Table.text;
import static io.smartblocks.portal.document.Table.whole;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Recorded;
import io.smartblocks.ledger.state.Reputation;
import io.smartblocks.portal.document.LongTable;
import io.smartblocks.portal.document.Table.Cell;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.shell.Part;
import io.smartblocks.portal.words.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The list of members, as a page and as a file. */
@Component
class MemberList {

    private final ReadModel read;
    private final Names names;
    private final Words say;

    MemberList(ReadModel read, Names names, Words say) {
        this.read = read;
        this.names = names;
        this.say = say;
    }

    /** The members that a filter asks for in the order of their ids, from behind the given one on. */
    List<MemberRow> rows(MemberFilter filter, String after, int atMost) {
        Stream<Member> asked = filter.isAll()
                ? read.members().after(after, atMost).stream()
                : Part.<Member>all((last, some) -> read.members()
                                .after(last.map(member -> member.id().value()).orElse(after), some))
                        .filter(filter::asksFor)
                        .limit(atMost);
        return rows(asked.toList());
    }

    MemberRow row(Member member) {
        return rows(List.of(member)).get(0);
    }

    private List<MemberRow> rows(List<Member> members) {
        Map<MemberId, Instant> since =
                read.members().since(members.stream().map(Member::id).toList());
        return members.stream()
                .map(member -> row(member, Optional.ofNullable(since.get(member.id()))))
                .toList();
    }

    private MemberRow row(Member member, Optional<Instant> since) {
        return MemberRow.of(
                member,
                names.of(member.organisation()),
                since,
                member.isOrganisation() ? Optional.of(reputation(member.id())) : Optional.empty(),
                say);
    }

    /** How an organisation keeps its agreements. */
    Reputation reputation(MemberId organisation) {
        return Reputation.of(
                organisation,
                read.reputations().of(organisation).stream()
                        .map(Recorded::state)
                        .toList());
    }

    LongTable table(MemberFilter filter) {
        return new LongTable(
                "members",
                List.of(
                        say.message("party.id"),
                        say.message("member.name"),
                        say.message("member.organisation"),
                        say.message("part.state"),
                        say.message("payload.roles"),
                        say.message("member.since.utc"),
                        say.message("reputation.score"),
                        say.message("reputation.events")),
                Part.<MemberRow>all((last, atMost) -> rows(
                                filter,
                                last.map(row -> row.member().id().value()).orElse(""),
                                atMost))
                        .map(MemberList::cells));
    }

    private static List<Cell> cells(MemberRow row) {
        return List.of(
                text(row.member().id().value()),
                text(row.member().name()),
                text(row.member().organisation().value()),
                text(row.member().status().name().toLowerCase(java.util.Locale.ROOT)),
                text(row.member().roles().stream()
                        .map(role -> role.code())
                        .reduce((one, two) -> one + ", " + two)
                        .orElse("")),
                text(row.since().map(Instant::toString).orElse("")),
                row.reputation().<Cell>map(known -> figure(known.score())).orElseGet(() -> text("")),
                row.reputation()
                        .<Cell>map(known -> whole(known.events().size()))
                        .orElseGet(() -> text("")));
    }
}
