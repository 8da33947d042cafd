package io.smartblocks.ledger.embedded;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.AgreementAction.ActivateAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.CloseAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.ProposeAgreement;
import io.smartblocks.ledger.transaction.AgreementAction.WithdrawAgreement;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.IndexAction;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.LedgerTerms.Kind;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MemberAction.ApplyForMembership;
import io.smartblocks.ledger.transaction.MemberAction.FoundLedger;
import io.smartblocks.ledger.transaction.MemberAction.RateMember;
import io.smartblocks.ledger.transaction.MemberAction.RotateKey;
import io.smartblocks.ledger.transaction.MemberAction.StateParticulars;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.MeterAction.AppointPredictor;
import io.smartblocks.ledger.transaction.MeterAction.DismissPredictor;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.PredictionAction.RecordPrediction;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementAction.CoSignSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.CommitSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.DisputeSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.HoldSettlement;
import io.smartblocks.ledger.transaction.SettlementAction.RecordPayment;
import io.smartblocks.ledger.transaction.SettlementAction.ReportDifference;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute;
import io.smartblocks.ledger.transaction.SettlementAction.ResolveDispute.Verdict;
import io.smartblocks.ledger.transaction.SettlementAction.ReversePayment;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.SiteAction;
import io.smartblocks.ledger.transaction.SiteAction.ChangeSite;
import io.smartblocks.ledger.transaction.SiteAction.RegisterSite;
import io.smartblocks.ledger.transaction.SiteId;
import io.smartblocks.ledger.transaction.StatementAction;
import io.smartblocks.ledger.transaction.StatementAction.ConfirmStatement;
import io.smartblocks.ledger.transaction.StatementAction.Happening;
import io.smartblocks.ledger.transaction.StatementAction.ReportEvent;
import io.smartblocks.ledger.transaction.StatementAction.RetractStatement;
import io.smartblocks.ledger.transaction.StatementAction.StateAdjustment;
import io.smartblocks.ledger.transaction.StatementAction.StateFact;
import io.smartblocks.ledger.transaction.StatementAction.StateOccurrence;
import io.smartblocks.ledger.transaction.Transaction;
import io.smartblocks.ledger.transaction.TransactionId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who may ask for what, by role, organisation and relation to the thing, as the documentation says it.
 *
 * <p>What belongs to whom is followed from what was asked for, not from what the families wrote.
 */
final class KnownRights {

    private record Version(AgreementId agreement, String version) {}

    private final Map<SiteId, MemberId> owners = new HashMap<>();
    private final Map<MeterId, MemberId> operators = new HashMap<>();
    private final Map<MeterId, Set<MemberId>> predictors = new HashMap<>();
    private final Map<IndexId, MemberId> publishers = new HashMap<>();
    private final Map<Version, ProposeAgreement> proposals = new HashMap<>();
    private final Map<SettlementId, CommitSettlement> settlements = new HashMap<>();
    private final Map<SettlementId, MemberId> settledBy = new HashMap<>();
    private final Map<TransactionId, MemberId> statedBy = new HashMap<>();

    /** Whether an active member may ask for it; nobody may ask for what is not known here. */
    boolean may(Member signer, Payload payload) {
        if (payload instanceof MemberAction action) {
            return member(signer, action);
        }
        if (payload instanceof SiteAction action) {
            return site(signer, action);
        }
        if (payload instanceof MeterAction action) {
            return meter(signer, action);
        }
        if (payload instanceof RecordPrediction prediction) {
            Set<MemberId> appointed = predictors.getOrDefault(prediction.page().meter(), Set.of());
            return signer.has(Role.PREDICTOR)
                    && (appointed.contains(signer.id()) || appointed.contains(signer.organisation()));
        }
        if (payload instanceof IndexAction action) {
            return action instanceof RegisterIndex index
                    ? signer.has(Role.REGISTRAR) || acts(signer, Role.INDEX_PUBLISHER, index.publisher())
                    : acts(signer, Role.INDEX_PUBLISHER, publishers.get(action.index()));
        }
        if (payload instanceof AgreementAction action) {
            return agreement(signer, action);
        }
        if (payload instanceof StatementAction action) {
            return binds(signer) && statement(signer, action);
        }
        return payload instanceof SettlementAction action && settlement(signer, action);
    }

    private static boolean acts(Member signer, Role role, MemberId organisation) {
        return signer.has(role) && signer.organisation().equals(organisation);
    }

    private static boolean binds(Member signer) {
        return signer.has(Role.SIGNATORY) || signer.id().equals(signer.organisation());
    }

    private boolean member(Member signer, MemberAction action) {
        if (action instanceof FoundLedger founding) {
            return founding.registrar().equals(signer.id());
        }
        if (action instanceof ApplyForMembership application) {
            return application.member().equals(signer.id());
        }
        if (action instanceof RotateKey rotation) {
            return rotation.member().equals(signer.id()) || signer.has(Role.REGISTRAR);
        }
        if (action instanceof RateMember rating) {
            SettlementId settled = new SettlementId(rating.agreement(), rating.period(), rating.from(), 0);
            return binds(signer)
                    && !rating.organisation().equals(signer.organisation())
                    && party(signer.organisation(), settled)
                    && party(rating.organisation(), settled);
        }
        if (action instanceof StateParticulars stated) {
            return binds(signer) && stated.organisation().equals(signer.organisation());
        }
        return signer.has(Role.REGISTRAR);
    }

    private boolean site(Member signer, SiteAction action) {
        if (signer.has(Role.REGISTRAR)) {
            return true;
        }
        MemberId owner = action instanceof RegisterSite site ? site.owner() : owners.get(action.site());
        boolean stays = !(action instanceof ChangeSite change) || change.owner().equals(owner);
        return stays && acts(signer, Role.OWNER, owner);
    }

    private boolean meter(Member signer, MeterAction action) {
        return action instanceof RegisterMeter meter
                ? signer.has(Role.REGISTRAR) || acts(signer, Role.METER_OPERATOR, meter.operator())
                : acts(signer, Role.METER_OPERATOR, operators.get(WrittenKeys.meterOf(action)));
    }

    private boolean agreement(Member signer, AgreementAction action) {
        boolean role = binds(signer)
                || signer.has(Role.ESCO) && (action instanceof ProposeAgreement || action instanceof WithdrawAgreement)
                || signer.has(Role.RUNTIME)
                        && (action instanceof ActivateAgreement || action instanceof CloseAgreement);
        Optional<ProposeAgreement> before = proposal(action.agreement(), action.version());
        if (!role || !(action instanceof ProposeAgreement proposed)) {
            return role && party(signer.organisation(), before);
        }
        return party(signer.organisation(), Optional.of(proposed))
                && before.filter(earlier -> !earlier.parties().equals(proposed.parties()))
                        .isEmpty();
    }

    private boolean statement(Member signer, StatementAction action) {
        MemberId organisation = signer.organisation();
        if (action instanceof ConfirmStatement confirmation) {
            MemberId stating = statedBy.get(confirmation.statement());
            return stating != null
                    && !stating.equals(organisation)
                    && versions(action.agreement()).anyMatch(version -> party(organisation, Optional.of(version)));
        }
        if (action instanceof RetractStatement retraction) {
            return organisation.equals(statedBy.get(retraction.statement()));
        }
        return versions(action.agreement()).anyMatch(version -> mayState(organisation, action, version));
    }

    private static boolean mayState(MemberId organisation, StatementAction action, ProposeAgreement version) {
        if (action instanceof StateOccurrence stated) {
            return version.terms().owed().stream()
                    .filter(owed -> owed.clause().equals(stated.clause()) && !owed.payment())
                    .flatMap(owed -> stated.happening() == Happening.PERFORMED
                            ? Stream.of(owed.debtor())
                            : owed.creditors().stream())
                    .anyMatch(term -> organisation.equals(version.parties().get(term)));
        }
        return version.terms().statable().stream()
                .filter(each -> action instanceof StateFact fact
                                && each.kind() == Kind.FACT
                                && each.name().equals(fact.fact())
                        || action instanceof StateAdjustment adjustment
                                && each.kind() == Kind.ADJUSTMENT
                                && each.name().equals(adjustment.adjustment())
                        || action instanceof ReportEvent event
                                && each.kind() == Kind.EVENT
                                && each.name().equals(event.event()))
                .anyMatch(each -> organisation.equals(version.parties().get(each.statedBy())));
    }

    private boolean settlement(Member signer, SettlementAction action) {
        MemberId organisation = signer.organisation();
        if (action instanceof CommitSettlement commit) {
            return signer.has(Role.RUNTIME) && party(organisation, proposal(commit.agreement(), commit.version()));
        }
        if (action instanceof HoldSettlement hold) {
            return signer.has(Role.RUNTIME) && party(organisation, proposal(hold.agreement(), hold.version()));
        }
        if (action instanceof CoSignSettlement coSigned) {
            return mayVerify(signer, coSigned.settlement());
        }
        if (action instanceof ReportDifference difference) {
            return mayVerify(signer, difference.settlement());
        }
        if (action instanceof DisputeSettlement dispute) {
            return binds(signer) && party(organisation, dispute.settlement());
        }
        if (action instanceof ResolveDispute resolution) {
            boolean own = organisation.equals(resolution.disputedBy());
            return binds(signer)
                    && own != (resolution.verdict() == Verdict.UPHELD)
                    && party(organisation, resolution.settlement());
        }
        boolean role = binds(signer) || signer.has(Role.RUNTIME);
        if (action instanceof RecordPayment payment) {
            return role && payee(organisation, payment.settlement(), payment.document());
        }
        return role
                && action instanceof ReversePayment reversal
                && payee(organisation, reversal.settlement(), reversal.document());
    }

    private boolean mayVerify(Member signer, SettlementId settlement) {
        return signer.has(Role.RUNTIME)
                && party(signer.organisation(), settlement)
                && !signer.organisation().equals(settledBy.get(settlement));
    }

    private boolean payee(MemberId organisation, SettlementId settlement, int document) {
        return Optional.ofNullable(settlements.get(settlement)).stream()
                .flatMap(settled -> settled.summary().payables().stream()
                        .filter(payable -> payable.document() == document)
                        .flatMap(payable -> proposal(settled.agreement(), settled.version()).stream()
                                .map(version -> version.parties().get(payable.payee()))))
                .anyMatch(organisation::equals);
    }

    private boolean party(MemberId organisation, SettlementId settlement) {
        return party(
                organisation,
                Optional.ofNullable(settlements.get(settlement))
                        .flatMap(settled -> proposal(settled.agreement(), settled.version())));
    }

    private static boolean party(MemberId organisation, Optional<ProposeAgreement> version) {
        return version.filter(each -> each.parties().containsValue(organisation))
                .isPresent();
    }

    private Optional<ProposeAgreement> proposal(AgreementId agreement, String version) {
        return Optional.ofNullable(proposals.get(new Version(agreement, version)));
    }

    private Stream<ProposeAgreement> versions(AgreementId agreement) {
        return proposals.values().stream().filter(each -> each.agreement().equals(agreement));
    }

    /** Takes in what happened. */
    void takeIn(Transaction transaction, MemberId organisation) {
        Payload payload = transaction.body().payload();
        if (payload instanceof RegisterSite site) {
            owners.put(site.site(), site.owner());
        } else if (payload instanceof ChangeSite site) {
            owners.put(site.site(), site.owner());
        } else if (payload instanceof RegisterMeter meter) {
            operators.put(meter.meter(), meter.operator());
        } else if (payload instanceof AppointPredictor appointed) {
            predictors
                    .computeIfAbsent(appointed.meter(), none -> new TreeSet<>())
                    .add(appointed.predictor());
        } else if (payload instanceof DismissPredictor dismissed) {
            predictors.getOrDefault(dismissed.meter(), new TreeSet<>()).remove(dismissed.predictor());
        } else if (payload instanceof RegisterIndex index) {
            publishers.put(index.index(), index.publisher());
        } else if (payload instanceof ProposeAgreement proposal) {
            proposals.put(new Version(proposal.agreement(), proposal.version()), proposal);
        } else if (payload instanceof CommitSettlement settlement) {
            settlements.put(settlement.id(), settlement);
            settledBy.put(settlement.id(), organisation);
        } else if (payload instanceof StatementAction.Statement) {
            statedBy.put(transaction.id(), organisation);
        }
    }
}
