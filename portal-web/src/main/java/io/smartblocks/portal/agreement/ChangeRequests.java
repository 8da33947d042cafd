package io.smartblocks.portal.agreement;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.readmodel.AgreementRecord;
import io.smartblocks.ledger.readmodel.AgreementView.OpenText;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.member.Access;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was asked to be changed in texts that wait for signatures. A request is about one exact text: it is answered once
 * another text is proposed under the version, and once the text is signed by all or taken back.
 */
@Component
public class ChangeRequests {

    /** So that nobody fills the table of others. */
    static final int MOST_OF_A_TEXT = 50;

    private static final int AT_ONCE = 500;

    private final ReadModel read;
    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;

    ChangeRequests(ReadModel read, JdbcClient jdbc, Access access, Clock clock) {
        this.read = read;
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    /** Keeps what a reader asks, once however often it is sent. */
    public void ask(Account reader, MemberId organisation, Proposal text, String words) {
        List<ChangeRequest> before = of(text);
        boolean known = before.stream()
                .anyMatch(request -> request.organisation().equals(organisation)
                        && request.words().equals(words));
        if (known || before.size() >= MOST_OF_A_TEXT) {
            return;
        }
        jdbc.sql("insert into change_request (agreement, version, text_hash, organisation, person, words, made_at)"
                        + " values (:agreement, :version, :hash, :organisation, :person, :words, :at)")
                .param("agreement", text.agreement().value())
                .param("version", text.version())
                .param("hash", text.textHash().value())
                .param("organisation", organisation.value())
                .param("person", reader.name())
                .param("words", words)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** What stands open of a version, the newest first. */
    public List<ChangeRequest> open(AgreementRecord agreement) {
        return Newest.isOpen(agreement.state()) ? of(agreement.proposal()) : List.of();
    }

    /** A version that waits for signatures and that the reader may see. */
    public Optional<AgreementRecord> waiting(Account reader, AgreementId id, String version) {
        return access.versions(reader, id).stream()
                .filter(known -> known.proposal().version().equals(version))
                .filter(known -> Newest.isOpen(known.state()))
                .findFirst();
    }

    /** The organisation that a reader asks for; empty where the text would not bind it. */
    public Optional<MemberId> asker(Account reader, AgreementRecord agreement) {
        return access.organisation(reader).filter(agreement.proposal()::isParty);
    }

    /** A change that somebody asks for, with its number and the text that it is about. */
    record Asked(long id, AgreementId agreement, String version, Hash textHash, ChangeRequest request) {}

    /** How many changes others ask for in texts of an organisation that wait for signatures. */
    int countFor(MemberId proposer) {
        return allOf(proposer).size();
    }

    /** These changes, the newest first, from behind a number on. */
    List<Asked> askedOf(MemberId proposer, long behind, int atMost) {
        return allOf(proposer).stream()
                .filter(asked -> asked.id() < behind)
                .sorted(Comparator.comparing(Asked::id).reversed())
                .limit(atMost)
                .toList();
    }

    private List<Asked> allOf(MemberId proposer) {
        Set<OpenText> open = new HashSet<>(read.agreements().openOf(proposer));
        List<String> agreements =
                open.stream().map(text -> text.agreement().value()).distinct().toList();
        List<Asked> asked = new ArrayList<>();
        for (int from = 0; from < agreements.size(); from += AT_ONCE) {
            jdbc
                    .sql("select * from change_request where agreement in (:agreements) and organisation <> :own")
                    .param("agreements", agreements.subList(from, Math.min(from + AT_ONCE, agreements.size())))
                    .param("own", proposer.value())
                    .query(ChangeRequests::asked)
                    .list()
                    .stream()
                    .filter(each -> open.contains(new OpenText(each.agreement(), each.version(), each.textHash())))
                    .forEach(asked::add);
        }
        return asked;
    }

    private static Asked asked(ResultSet row, int number) throws SQLException {
        return new Asked(
                row.getLong("id"),
                new AgreementId(row.getString("agreement")),
                row.getString("version"),
                new Hash(row.getString("text_hash")),
                request(row, number));
    }

    private List<ChangeRequest> of(Proposal text) {
        return jdbc.sql("select * from change_request where agreement = :agreement and version = :version"
                        + " and text_hash = :hash order by id desc")
                .param("agreement", text.agreement().value())
                .param("version", text.version())
                .param("hash", text.textHash().value())
                .query(ChangeRequests::request)
                .list();
    }

    private static ChangeRequest request(ResultSet row, int number) throws SQLException {
        return new ChangeRequest(
                new MemberId(row.getString("organisation")),
                row.getString("person"),
                row.getString("words"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
