package io.smartblocks.portal.verify;

import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.Found;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.readmodel.TransactionDetail;
import io.smartblocks.ledger.state.PartySignature;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.TransactionId;
import io.smartblocks.portal.form.Ask.Fact;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.words.Words;
import io.smartblocks.runtime.settlement.Settlement;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds what a file or a transaction id stands for, and tells no more than who holds the file knows already. */
@Component
public class Checking {

    private static final Pattern TITLE = Pattern.compile("contract\\s+\"([^\"]{1,300})\"");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");

    /** What stands on the ledger: what it is, and since when with which hashes. */
    public record Stands(String heading, List<Fact> facts) {}

    private final ReadModel read;
    private final Prints prints;
    private final OnChannel channel;
    private final Names names;
    private final Words say;

    Checking(ReadModel read, Prints prints, OnChannel channel, Names names, Words say) {
        this.channel = channel;
        this.read = read;
        this.prints = prints;
        this.names = names;
        this.say = say;
    }

    /** The transaction with an id. */
    Optional<Stands> transaction(String typed) {
        String id = typed.strip().toLowerCase(Locale.ROOT);
        return ID.matcher(id).matches()
                ? read.chain().transaction(new TransactionId(new Hash(id))).map(this::stands)
                : Optional.empty();
    }

    private Stands stands(TransactionDetail detail) {
        var summary = detail.summary();
        return new Stands(
                say.message("verify.transaction"),
                with(
                        channel.transaction(summary.id()),
                        new Fact(say.message("verify.since"), say.longMoment(summary.committedAt())),
                        new Fact(
                                say.message("explorer.block"),
                                say.number(summary.place().block())),
                        new Fact(
                                say.message("statement.transaction"),
                                summary.id().toString())));
    }

    /** The agreement's text, the statement or the print of either that a file is. */
    Optional<Stands> file(byte[] content) {
        return prints.of(content)
                .flatMap(this::printed)
                .or(() -> agreement(content))
                .or(() -> statement(content));
    }

    private Optional<Stands> printed(Prints.Printed print) {
        return print.text()
                .flatMap(text -> agreement(text.getBytes(StandardCharsets.UTF_8)))
                .or(() -> print.settlement().map(this::stands));
    }

    private Optional<Stands> agreement(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        Hash hash = Hash.of(text);
        Matcher title = TITLE.matcher(text);
        if (read.agreements().document(hash).isEmpty() || !title.find()) {
            return Optional.empty();
        }
        return read.search(title.group(1)).stream()
                .filter(Found.OfAgreement.class::isInstance)
                .map(Found.OfAgreement.class::cast)
                .flatMap(found -> read.agreements().agreement(found.id(), found.version()).stream())
                .filter(record -> record.proposal().textHash().equals(hash))
                .findFirst()
                .map(this::stands);
    }

    private Stands stands(AgreementRecord record) {
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(say.message("agreement"), record.proposal().title()),
                new Fact(
                        say.message("agreement.version.head"), record.proposal().version()),
                new Fact(say.message("verify.proposed"), say.longMoment(record.proposedAt())),
                new Fact(
                        say.message("part.state"),
                        say.message("verify.state."
                                + record.state().getClass().getSimpleName().toLowerCase(Locale.ROOT)))));
        for (PartySignature signature : record.state().signatures()) {
            facts.add(new Fact(
                    say.message("verify.signed"),
                    say.message(
                            "verify.signed.by",
                            names.of(signature.organisation()),
                            say.day(say.dayOf(signature.statedAt())))));
        }
        facts.add(new Fact(
                say.message("agreement.text.hash"), record.proposal().textHash().value()));
        facts.addAll(channel.written(
                record.changedIn(),
                StateKey.agreement(
                        record.proposal().agreement(), record.proposal().version())));
        return new Stands(say.message("verify.agreement"), facts);
    }

    private Optional<Stands> statement(byte[] content) {
        Hash hash = Hash.of(new String(content, StandardCharsets.UTF_8));
        return title(content).stream()
                .flatMap(this::titled)
                .flatMap(id -> read.settlements().of(id).stream())
                .filter(record -> record.settlement().statementHash().equals(hash))
                .findFirst()
                .map(this::stands);
    }

    /** The title of the agreement that a statement names; empty where the file is none. */
    private static Optional<String> title(byte[] content) {
        if (content.length == 0 || content[0] != '{') {
            return Optional.empty();
        }
        try {
            return Optional.of(Settlement.fromJson(content).agreement());
        } catch (RuntimeException notAStatement) {
            return Optional.empty();
        }
    }

    private Stream<AgreementId> titled(String title) {
        return read.search(title).stream()
                .filter(Found.OfAgreement.class::isInstance)
                .map(found -> ((Found.OfAgreement) found).id())
                .distinct();
    }

    private Stands stands(SettlementRecord record) {
        var settled = record.settlement();
        boolean last = read.settlements()
                .latest(settled.agreement(), settled.period(), settled.from())
                .filter(latest -> latest.settlement().revision() == settled.revision())
                .isPresent();
        return new Stands(
                say.message(last ? "verify.statement" : "verify.statement.corrected"),
                with(
                        channel.transaction(record.transaction()),
                        new Fact(say.message("statement.period"), say.span(settled.from(), settled.to())),
                        new Fact(say.message("verify.since"), say.longMoment(record.committedAt())),
                        new Fact(say.message("explorer.block"), say.number(record.block())),
                        new Fact(say.message("verify.signed"), names.of(record.committedBy())),
                        new Fact(
                                say.message("statement.transaction"),
                                record.transaction().toString()),
                        new Fact(
                                say.message("statement.statement"),
                                settled.statementHash().value())));
    }

    private static List<Fact> with(List<Fact> ofChannel, Fact... facts) {
        return Stream.concat(Stream.of(facts), ofChannel.stream()).toList();
    }
}
