package io.smartblocks.portal.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.SettlementRecord;
import io.smartblocks.ledger.state.Proposal;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.portal.document.Dossier.Party;
import io.smartblocks.portal.document.Dossier.Said;
import io.smartblocks.portal.document.Dossier.Settled;
import io.smartblocks.runtime.run.SignedTexts;
import io.smartblocks.runtime.settlement.Settlement;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers from the read model what the documents of a settlement are made from. */
public final class Dossiers {

    private final ReadModel read;
    private final SignedTexts texts;

    public Dossiers(ReadModel read, SignedTexts texts) {
        this.texts = texts;
        this.read = read;
    }

    public Dossier of(SettlementRecord record) {
        CommitSettlement commit = record.settlement();
        Proposal agreement = read.agreements()
                .agreement(commit.agreement(), commit.version())
                .orElseThrow(() -> new IllegalStateException(
                        "version " + commit.version() + " of '" + commit.agreement() + "' is not in the read model"))
                .proposal();
        Map<String, Party> parties = new TreeMap<>();
        agreement.parties().forEach((term, organisation) -> parties.put(term, party(organisation)));
        return new Dossier(
                settled(commit),
                before(commit),
                record.transaction(),
                record.block(),
                agreement,
                texts.of(agreement),
                parties);
    }

    private Optional<Settled> before(CommitSettlement commit) {
        return read.settlements()
                .settlement(commit.agreement(), commit.period(), commit.from(), commit.revision() - 1)
                .map(before -> settled(before.settlement()));
    }

    private static Settled settled(CommitSettlement commit) {
        return new Settled(commit, Settlement.fromJson(commit.statement().getBytes(UTF_8)));
    }

    private Party party(MemberId organisation) {
        return new Party(
                organisation,
                read.members().member(organisation).map(Member::name).orElse(organisation.value()),
                read.members().particulars(organisation).stream()
                        .map(said -> new Said(said.block(), said.state().particulars()))
                        .toList());
    }
}
