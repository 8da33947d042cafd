package io.smartblocks.portal.explorer;

import static java.util.stream.Collectors.joining;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.transaction.AgreementAction;
import io.smartblocks.ledger.transaction.IndexAction;
import io.smartblocks.ledger.transaction.IndexPage;
import io.smartblocks.ledger.transaction.MemberAction;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.Payload;
import io.smartblocks.ledger.transaction.PredictionAction;
import io.smartblocks.ledger.transaction.PredictionPage;
import io.smartblocks.ledger.transaction.ReadingsPage;
import io.smartblocks.ledger.transaction.SettlementAction;
import io.smartblocks.ledger.transaction.SettlementId;
import io.smartblocks.ledger.transaction.SiteAction;
import io.smartblocks.ledger.transaction.StatementAction;
import io.smartblocks.portal.explorer.Said.Pair;
import io.smartblocks.portal.member.Names;
import io.smartblocks.portal.settlement.SettlementRows;
import io.smartblocks.portal.words.Words;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes the fields of each kind of transaction in words. */
@Component
class PayloadWords {

    private final Names names;
    private final Words say;

    PayloadWords(Names names, Words say) {
        this.names = names;
        this.say = say;
    }

    List<Pair> of(Payload payload) {
        List<Pair> pairs = new ArrayList<>();
        if (payload instanceof AgreementAction agreement) {
            agreement(pairs, agreement);
        } else if (payload instanceof StatementAction statement) {
            new StatementWords(say).add(pairs, statement);
        } else if (payload instanceof SettlementAction settlement) {
            settlement(pairs, settlement);
        } else if (payload instanceof MeterAction meter) {
            meter(pairs, meter);
        } else if (payload instanceof IndexAction index) {
            index(pairs, index);
        } else if (payload instanceof MemberAction member) {
            member(pairs, member);
        } else if (payload instanceof SiteAction site) {
            site(pairs, site);
        } else if (payload instanceof PredictionAction.RecordPrediction prediction) {
            prediction(pairs, prediction.page());
        }
        return List.copyOf(pairs);
    }

    private void agreement(List<Pair> pairs, AgreementAction action) {
        String link = "/agreements/" + action.agreement();
        add(pairs, "agreement", action.agreement().value(), link);
        add(pairs, "version", action.version());
        if (action instanceof AgreementAction.ProposeAgreement proposed) {
            add(pairs, "title", proposed.title());
            proposed.parties().forEach((term, party) -> pairs.add(new Pair(term, names.of(party), "")));
            add(pairs, "text.hash", proposed.textHash().value());
        } else if (action instanceof AgreementAction.SignAgreement signed) {
            add(pairs, "text.hash", signed.textHash().value());
            add(pairs, "terms.hash", signed.termsHash().value());
        } else if (action instanceof AgreementAction.WithdrawAgreement withdrawn) {
            add(pairs, "reason", withdrawn.reason());
        } else if (action instanceof AgreementAction.SuspendAgreement suspended) {
            add(pairs, "reason", suspended.reason());
        } else if (action instanceof AgreementAction.ResumeAgreement resumed) {
            add(pairs, "reason", resumed.reason());
        } else if (action instanceof AgreementAction.TerminateAgreement terminated) {
            add(pairs, "last.day", say.longDay(terminated.lastDay()));
            terminated.clause().ifPresent(clause -> add(pairs, "clause", clause));
            add(pairs, "reason", terminated.reason());
        } else if (action instanceof AgreementAction.RevokeTermination revoked) {
            add(pairs, "reason", revoked.reason());
        }
    }

    private void settlement(List<Pair> pairs, SettlementAction action) {
        if (action instanceof SettlementAction.CommitSettlement settled) {
            add(pairs, "agreement", settled.agreement().value(), "/agreements/" + settled.agreement());
            add(pairs, "version", settled.version());
            add(pairs, "period", say.span(settled.from(), settled.to()));
            add(pairs, "statement", say.message("payload.revision", settled.revision()), SettlementRows.link(settled));
            add(pairs, "as.of", say.number(settled.asOfBlock()), "/blocks/" + settled.asOfBlock());
            add(pairs, "evidence", settled.evidenceDigest().value());
        } else if (action instanceof SettlementAction.HoldSettlement held) {
            add(pairs, "agreement", held.agreement().value(), "/agreements/" + held.agreement());
            add(pairs, "version", held.version());
            add(pairs, "period", say.span(held.from(), held.to()));
            held.reasons().forEach(reason -> add(pairs, "held", reason.message()));
        } else if (action instanceof SettlementAction.DisputeSettlement dispute) {
            settlement(pairs, dispute.settlement());
            add(pairs, "clauses", String.join(", ", dispute.clauses()));
            add(pairs, "reason", dispute.reason());
        } else if (action instanceof SettlementAction.ResolveDispute resolved) {
            settlement(pairs, resolved.settlement());
            add(pairs, "disputed.by", names.of(resolved.disputedBy()));
            add(
                    pairs,
                    "verdict",
                    say.message("verdict." + resolved.verdict().name().toLowerCase(Locale.ROOT)));
            add(pairs, "reason", resolved.reason());
        } else if (action instanceof SettlementAction.RecordPayment paid) {
            settlement(pairs, paid.settlement());
            add(pairs, "document", say.number(paid.document()));
            add(pairs, "amount", paid.amount().toPlainString());
            add(pairs, "paid.on", say.day(paid.paidOn()));
            add(pairs, "reference", paid.reference());
        } else if (action instanceof SettlementAction.ReversePayment reversed) {
            settlement(pairs, reversed.settlement());
            add(pairs, "document", say.number(reversed.document()));
            add(pairs, "reference", reversed.reference());
            add(pairs, "reason", reversed.reason());
        }
    }

    private void settlement(List<Pair> pairs, SettlementId id) {
        add(pairs, "agreement", id.agreement().value(), "/agreements/" + id.agreement());
        add(pairs, "statement", say.message("payload.revision", id.revision()), SettlementRows.link(id));
        add(pairs, "period", id.period() + ", " + say.day(id.from()));
    }

    private void meter(List<Pair> pairs, MeterAction action) {
        if (action instanceof MeterAction.RegisterMeter registered) {
            meter(pairs, registered.meter());
            add(pairs, "label", registered.label());
            add(pairs, "site", registered.site());
            add(pairs, "energy", registered.energy());
            add(pairs, "operator", names.of(registered.operator()));
            add(pairs, "interval", say.message("interval." + registered.interval(), registered.unit()));
            registered.checks().ifPresent(checked -> add(pairs, "checks", checked.value()));
        } else if (action instanceof MeterAction.AssignMeter assigned) {
            meter(pairs, assigned.meter());
            add(pairs, "site", assigned.site());
        } else if (action instanceof MeterAction.RetireMeter retired) {
            meter(pairs, retired.meter());
            add(pairs, "last.day", say.longDay(retired.lastDay()));
            add(pairs, "reason", retired.reason());
        } else if (action instanceof MeterAction.AppointPredictor appointed) {
            meter(pairs, appointed.meter());
            add(pairs, "predictor", names.of(appointed.predictor()));
        } else if (action instanceof MeterAction.DismissPredictor dismissed) {
            meter(pairs, dismissed.meter());
            add(pairs, "predictor", names.of(dismissed.predictor()));
        } else if (action instanceof MeterAction.RecordReadings recorded) {
            readings(pairs, recorded.page());
        } else if (action instanceof MeterAction.CorrectReadings corrected) {
            readings(pairs, corrected.page());
            add(pairs, "reason", corrected.reason());
        }
    }

    private void meter(List<Pair> pairs, MeterId meter) {
        add(pairs, "meter", meter.value(), "/meters/" + meter);
    }

    private void readings(List<Pair> pairs, ReadingsPage page) {
        meter(pairs, page.meter());
        add(pairs, "day", say.longDay(page.day()));
        long known = page.values().stream().filter(Objects::nonNull).count();
        add(
                pairs,
                "values",
                say.message("payload.readings", known, page.values().size() - known));
        long sum = page.values().stream()
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
        add(pairs, "total", say.plain(BigDecimal.valueOf(sum, page.scale())) + ' ' + page.unit());
    }

    private void index(List<Pair> pairs, IndexAction action) {
        if (action instanceof IndexAction.RegisterIndex registered) {
            add(pairs, "index", registered.index().value());
            add(pairs, "label", registered.label());
            add(pairs, "publisher", names.of(registered.publisher()));
            add(pairs, "unit", registered.unit());
        } else if (action instanceof IndexAction.PublishIndexValues published) {
            add(pairs, "index", published.index().value());
            published
                    .values()
                    .forEach(value ->
                            pairs.add(new Pair(say.span(value.from(), value.to()), say.number(value.value()), "")));
        } else if (action instanceof IndexAction.PublishIndexPage published) {
            page(pairs, published.page());
        } else if (action instanceof IndexAction.CorrectIndexPage corrected) {
            page(pairs, corrected.page());
            add(pairs, "reason", corrected.reason());
        } else if (action instanceof IndexAction.CorrectIndexValue corrected) {
            add(pairs, "index", corrected.index().value());
            add(pairs, "value", say.number(corrected.value().value()));
            add(pairs, "reason", corrected.reason());
        }
    }

    private void member(List<Pair> pairs, MemberAction action) {
        if (action instanceof MemberAction.FoundLedger founded) {
            add(pairs, "ledger", founded.ledger());
            add(pairs, "member", founded.name());
        } else if (action instanceof MemberAction.RegisterMember registered) {
            member(pairs, registered.name(), registered.organisation(), registered.roles());
        } else if (action instanceof MemberAction.ApplyForMembership applied) {
            member(pairs, applied.name(), applied.organisation(), applied.roles());
        } else if (action instanceof MemberAction.ApproveMember approved) {
            roles(pairs, approved.member(), approved.roles());
        } else if (action instanceof MemberAction.GrantRoles granted) {
            roles(pairs, granted.member(), granted.roles());
        } else if (action instanceof MemberAction.SuspendMember suspended) {
            add(pairs, "member", names.of(suspended.member()));
            add(pairs, "reason", suspended.reason());
        } else if (action instanceof MemberAction.RejectApplication rejected) {
            add(pairs, "member", names.of(rejected.member()));
            add(pairs, "reason", rejected.reason());
        } else if (action instanceof MemberAction.ReadmitMember readmitted) {
            add(pairs, "member", names.of(readmitted.member()));
            add(pairs, "reason", readmitted.reason());
        } else if (action instanceof MemberAction.RateMember rated) {
            add(pairs, "member", names.of(rated.organisation()));
            add(pairs, "agreement", rated.agreement().value(), "/agreements/" + rated.agreement());
            add(pairs, "period", rated.period() + ", " + say.day(rated.from()));
            add(pairs, "stars", say.number(rated.stars()));
            add(pairs, "comment", rated.comment());
        } else if (action instanceof MemberAction.RotateKey rotated) {
            add(pairs, "member", names.of(rotated.member()));
            rotated.keyExpires().ifPresent(end -> add(pairs, "key.expires", end.toString()));
        }
    }

    private void site(List<Pair> pairs, SiteAction action) {
        if (action instanceof SiteAction.RegisterSite site) {
            site(pairs, site.name(), site.owner(), site.zone(), site.country(), site.floorArea(), site.address());
        } else if (action instanceof SiteAction.ChangeSite site) {
            site(pairs, site.name(), site.owner(), site.zone(), site.country(), site.floorArea(), site.address());
        }
    }

    private void site(
            List<Pair> pairs,
            String name,
            MemberId owner,
            ZoneId zone,
            Optional<String> country,
            Optional<BigDecimal> area,
            Optional<String> address) {
        add(pairs, "site", name);
        add(pairs, "owner", names.of(owner));
        add(pairs, "zone", zone.getId());
        country.ifPresent(code -> add(pairs, "country", code));
        area.ifPresent(size -> add(pairs, "area", say.plain(size)));
        address.ifPresent(where -> add(pairs, "address", where));
    }

    private void prediction(List<Pair> pairs, PredictionPage page) {
        meter(pairs, page.meter());
        add(pairs, "day", say.longDay(page.day()));
        add(pairs, "model", page.model());
        long sum = page.values().stream().mapToLong(Long::longValue).sum();
        add(pairs, "total", say.plain(BigDecimal.valueOf(sum, page.scale())) + ' ' + page.unit());
    }

    private void page(List<Pair> pairs, IndexPage page) {
        add(pairs, "index", page.index().value());
        add(pairs, "day", say.longDay(page.day()));
        add(pairs, "values", say.message("payload.readings", page.values().size() - page.missing(), page.missing()));
    }

    private void member(List<Pair> pairs, String name, MemberId organisation, Set<Role> roles) {
        add(pairs, "member", name);
        add(pairs, "organisation", names.of(organisation));
        add(pairs, "roles", words(roles));
    }

    private void roles(List<Pair> pairs, MemberId member, Set<Role> roles) {
        add(pairs, "member", names.of(member));
        add(pairs, "roles", words(roles));
    }

    private String words(Set<Role> roles) {
        return roles.stream()
                .map(role -> say.message("member.role." + role.code()))
                .collect(joining(", "));
    }

    private void add(List<Pair> pairs, String key, String words) {
        add(pairs, key, words, "");
    }

    private void add(List<Pair> pairs, String key, String words, String link) {
        pairs.add(new Pair(say.message("payload." + key), words, link));
    }

    /** The icon of each family. */
    static final Map<String, String> ICONS = Map.of(
            "member", "user",
            "site", "meter",
            "prediction", "facts",
            "meter", "meter",
            "index", "facts",
            "agreement", "agreement",
            "statement", "facts",
            "settlement", "settlement");
}
