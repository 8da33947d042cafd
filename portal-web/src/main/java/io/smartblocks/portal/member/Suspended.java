package io.smartblocks.portal.member;

import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.TransactionDetail;
import io.smartblocks.ledger.readmodel.TransactionSummary;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
import io.smartblocks.portal.words.Words;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says of a member that it is suspended, or that its organisation is, and for which reason. */
@Component
public class Suspended {

    private static final String ACTION = "suspend-member";

    /** Among so many of the newest transactions about a member its suspension is looked for. */
    private static final int SEEN = 100;

    private final ReadModel read;
    private final Words say;

    Suspended(ReadModel read, Words say) {
        this.read = read;
        this.say = say;
    }

    /** In words; empty where the member may act. */
    public Optional<String> words(MemberId id) {
        Optional<Member> member = read.members().member(id);
        return member.filter(Suspended::is)
                .or(() -> member.map(Member::organisation)
                        .flatMap(read.members()::member)
                        .filter(Suspended::is))
                .map(stopped -> reason(stopped.id())
                        .map(why -> say.message("member.suspended.because", stopped.name(), why))
                        .orElseGet(() -> say.message("member.suspended", stopped.name())));
    }

    /** The organisations that stand behind no party now, in words; empty where there are none. */
    public Optional<String> organisations() {
        String names = read.members().members().stream()
                .filter(Member::isOrganisation)
                .filter(Suspended::is)
                .map(Member::name)
                .collect(joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(say.message("form.suspended", names));
    }

    private static boolean is(Member member) {
        return member.status() == Member.Status.SUSPENDED;
    }

    private Optional<String> reason(MemberId id) {
        return read.chain().transactionsAbout(id.value(), SEEN).stream()
                .filter(known -> known.action().equals(ACTION))
                .findFirst()
                .map(TransactionSummary::id)
                .flatMap(read.chain()::transaction)
                .map(TransactionDetail::payload)
                .map(SuspendMember.class::cast)
                .map(SuspendMember::reason);
    }
}
