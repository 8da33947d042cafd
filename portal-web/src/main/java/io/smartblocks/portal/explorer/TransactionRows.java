package io.smartblocks.portal.explorer;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.TransactionSummary;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.member.Reach;
import io.smartblocks.portal.words.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Says in a few words what a transaction did. */
@Component
class TransactionRows {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private static final Pattern PERIOD = Pattern.compile("(.+) (\\d{4}-\\d{2}-\\d{2})(?: \\(\\d+\\))?");

    private final Access reaches;
    private final PayloadAccess access;
    private final Names names;
    private final Words say;

    TransactionRows(Access reaches, PayloadAccess access, Names names, Words say) {
        this.reaches = reaches;
        this.access = access;
        this.names = names;
        this.say = say;
    }

    /** So many transactions as this reader may follow them. */
    List<TransactionRow> rows(Account reader, Stream<TransactionSummary> transactions) {
        Reach reach = reaches.reach(reader);
        return transactions.map(transaction -> row(reach, transaction)).toList();
    }

    private TransactionRow row(Reach reach, TransactionSummary transaction) {
        String id = transaction.id().toString();
        return new TransactionRow(
                id,
                access.link(reach, transaction),
                happened(transaction),
                names.of(transaction.signer()),
                say.message("family." + transaction.family()),
                PayloadWords.ICONS.getOrDefault(transaction.family(), "state"),
                transaction.place().batch());
    }

    /** What happened, as a heading. */
    String happened(TransactionSummary transaction) {
        return say.message("happened." + transaction.action(), transaction.subject(), detail(transaction.detail()));
    }

    /** The same with names in the place of ids, for a reader who may read what it says. */
    String heading(TransactionSummary transaction) {
        String subject = switch (transaction.family()) {
            case "agreement", "statement", "settlement" -> names.of(new AgreementId(transaction.subject()));
            case "member" -> names.of(new MemberId(transaction.subject()));
            default -> transaction.subject();
        };
        return say.message("happened." + transaction.action(), subject, detail(transaction.detail()));
    }

    private String detail(String detail) {
        if (DAY.matcher(detail).matches()) {
            return say.day(LocalDate.parse(detail));
        }
        Matcher period = PERIOD.matcher(detail);
        return period.matches()
                ? say.message("happened.period", period.group(1), say.day(LocalDate.parse(period.group(2))))
                : detail;
    }
}
