package io.smartblocks.portal.agreement;

import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Recorded;
import io.smartblocks.ledger.state.AgreementState.Governing;
import io.smartblocks.ledger.state.Stated;
import io.smartblocks.ledger.state.StatementState;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.LedgerTerms.Statable;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.ledger.transaction.StatementAction.Statement;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import io.smartblocks.portal.member.Acting;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.words.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The facts and adjustments of an agreement: what is stated, what waits for whom, and what the reader may state. */
@Component
class StatedFacts {

    /** One statement; links where the reader's party may confirm it or take it back. */
    record Row(
            String what,
            String days,
            String value,
            String by,
            String note,
            boolean holds,
            String state,
            String transaction,
            String confirm,
            String retract) {}

    /** Something that the reader's party may state. */
    record Offered(String words, String link) {}

    private final ReadModel read;
    private final Access access;
    private final Names names;
    private final Words say;

    StatedFacts(ReadModel read, Access access, Names names, Words say) {
        this.read = read;
        this.access = access;
        this.names = names;
        this.say = say;
    }

    /** What a version lets the reader's party state. */
    List<Offered> offered(Account reader, AgreementRecord agreement) {
        Optional<MemberId> own = access.organisation(reader);
        if (!Acting.mayAct(reader) || own.isEmpty() || !(agreement.state() instanceof Governing)) {
            return List.of();
        }
        return agreement.proposal().terms().statable().stream()
                .filter(each -> each.kind() != Kind.EVENT)
                .filter(each -> agreement.proposal().is(each.statedBy(), own.get()))
                .map(each -> new Offered(
                        say.message("stated." + key(each.kind()), each.name()),
                        address(
                                agreement.proposal().agreement(),
                                "state",
                                "kind",
                                key(each.kind()),
                                "name",
                                each.name())))
                .toList();
    }

    /** Whether any version lets anybody state a fact or an adjustment. */
    boolean concerns(AgreementRecord agreement) {
        return agreement.proposal().terms().statable().stream().anyMatch(each -> each.kind() != Kind.EVENT);
    }

    /** All that is stated, the newest first. */
    List<Row> rows(Account reader, List<AgreementRecord> versions) {
        AgreementId id = versions.get(0).proposal().agreement();
        return all(id).sorted(Comparator.comparing(Stated::at).reversed())
                .map(stated -> row(reader, stated, versions))
                .toList();
    }

    /** The statement that a transaction carries and that still stands or waits. */
    Optional<Stated> of(AgreementId id, String transaction) {
        return all(id).filter(stated -> stated.transaction().toString().equals(transaction))
                .findFirst();
    }

    private Stream<Stated> all(AgreementId id) {
        long newest = read.height() - 1;
        return Stream.concat(
                        read.statements().facts(id, newest).stream(),
                        read.statements().adjustments(id, newest).stream())
                .map(Recorded::state)
                .flatMap(StatedFacts::standing);
    }

    private static Stream<Stated> standing(StatementState state) {
        return Stream.concat(state.pending().stream(), state.holding().stream());
    }

    private Row row(Account reader, Stated stated, List<AgreementRecord> versions) {
        Statement statement = stated.statement();
        boolean holds = stated.unconfirmed().isEmpty();
        Optional<MemberId> own = Acting.mayAct(reader) ? access.organisation(reader) : Optional.empty();
        String transaction = stated.transaction().toString();
        return new Row(
                statement.place().name(),
                days(statement),
                value(statement, versions),
                names.of(stated.organisation()),
                note(statement),
                holds,
                holds
                        ? say.message("stated.holds")
                        : say.message(
                                "stated.waits",
                                stated.unconfirmed().stream().map(names::of).collect(joining(", "))),
                transaction,
                own.filter(stated.unconfirmed()::contains)
                        .map(any -> address(statement.agreement(), "confirm", "statement", transaction))
                        .orElse(""),
                own.filter(stated.organisation()::equals)
                        .filter(any -> !holds || stated.confirmers().isEmpty())
                        .map(any -> address(statement.agreement(), "retract", "statement", transaction))
                        .orElse(""));
    }

    /** The days that a statement is about. */
    String days(Statement statement) {
        if (statement instanceof StateAdjustment adjustment) {
            return adjustment
                    .to()
                    .map(to -> say.span(adjustment.from(), to))
                    .orElseGet(() -> say.message("stated.from", say.day(adjustment.from())));
        }
        return say.message("stated.from", say.day(((StateFact) statement).from()));
    }

    /** Its figure with the unit that its agreement declares. */
    String value(Statement statement, List<AgreementRecord> versions) {
        String unit = versions.stream()
                .flatMap(version -> version.proposal().terms().statable().stream())
                .filter(each -> key(each.kind()).equals(statement.place().kind())
                        && each.name().equals(statement.place().name()))
                .map(Statable::unit)
                .findFirst()
                .orElse("");
        var figure = statement instanceof StateFact fact ? fact.value() : ((StateAdjustment) statement).value();
        return (say.number(figure) + ' ' + unit).strip();
    }

    static String note(Statement statement) {
        return statement instanceof StateFact fact ? fact.note() : ((StateAdjustment) statement).reason();
    }

    /** What the version that governs a day declares under a name. */
    Optional<Statable> declared(List<AgreementRecord> versions, String kind, String name, LocalDate day) {
        return versions.stream()
                .filter(version -> version.state() instanceof Governing governing
                        && !day.isBefore(version.proposal().terms().governsFrom())
                        && !day.isAfter(governing.lastDay()))
                .flatMap(version -> version.proposal().terms().statable().stream())
                .filter(each -> key(each.kind()).equals(kind) && each.name().equals(name))
                .findFirst();
    }

    static String key(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static String address(AgreementId id, String what, String... parameters) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/agreements/{id}/statements/{what}");
        Object[] values = new Object[2 + parameters.length / 2];
        values[0] = id.value();
        values[1] = what;
        for (int i = 0; i < parameters.length; i += 2) {
            address.queryParam(parameters[i], "{v" + i + "}");
            values[2 + i / 2] = parameters[i + 1];
        }
        return address.encode().buildAndExpand(values).toUriString();
    }
}
