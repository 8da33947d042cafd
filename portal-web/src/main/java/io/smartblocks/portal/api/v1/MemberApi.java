package io.smartblocks.portal.api.v1;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.ledger.readmodel.Recorded;
import io.smartblocks.ledger.state.Reputation;
import io.smartblocks.ledger.state.ReputationEvent;
import io.smartblocks.portal.api.key.ApiCaller;
import io.smartblocks.portal.api.problem.ApiProblem;
import io.smartblocks.portal.member.Access;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Members with what is known of them: open to all who may read. */
@RestController
@Tag(name = "Registers", description = "Members with reputation, and indexes with their values")
class MemberApi {

    /** A member. */
    @Schema(name = "Member")
    record MemberShown(
            @Schema(example = "harbour-energy") String id,
            String name,

            @Schema(description = "The legal party it acts for; its own id for an organisation")
            String organisation,

            @Schema(example = "[\"esco\"]") List<String> roles,

            @Schema(allowableValues = {"applied", "rejected", "active", "suspended"})
            String status,

            @Schema(description = "Base64 of the key that its signatures are checked with")
            String publicKey) {
        static MemberShown of(Member member) {
            return new MemberShown(
                    member.id().value(),
                    member.name(),
                    member.organisation().value(),
                    member.roles().stream().map(role -> role.code()).toList(),
                    member.status().name().toLowerCase(Locale.ROOT),
                    member.publicKey().value());
        }
    }

    /** A member with its organisation's reputation. */
    @Schema(description = "How an organisation keeps its agreements, with every event that formed the figure")
    record ReputationShown(
            String organisation,

            @Schema(description = "(good + 1) / (good + bad + 2)", example = "0.8571")
            String score,

            long good,
            long bad,

            @Schema(description = "Mean of the ratings; empty where nobody rated it", example = "4.50")
            String stars,

            int ratings,
            List<Event> events) {

        /** What speaks for it or against it. */
        @Schema(name = "ReputationEvent")
        record Event(
                Instant at,
                @Schema(example = "DealPaid") String what,

                @Schema(description = "Above 0 for the organisation, below 0 against it")
                int weight,

                @Schema(description = "Where it came from; empty for those whom the agreement does not concern")
                String agreement,

                @Schema(description = "In which it stands; empty for those whom the agreement does not concern")
                String transaction) {

            static Event of(Recorded<ReputationEvent> recorded, boolean seesSource) {
                ReputationEvent event = recorded.state();
                return new Event(
                        event.at(),
                        event.getClass().getSimpleName(),
                        Reputation.weight(event),
                        seesSource ? event.agreement().value() : "",
                        seesSource
                                ? recorded.transaction().map(Object::toString).orElse("")
                                : "");
            }
        }

        static ReputationShown of(Reputation reputation, List<Event> events) {
            return new ReputationShown(
                    reputation.organisation().value(),
                    reputation.score().toPlainString(),
                    reputation.good(),
                    reputation.bad(),
                    reputation.stars().map(BigDecimal::toPlainString).orElse(""),
                    reputation.ratings().size(),
                    events);
        }
    }

    private final ReadModel read;
    private final Access access;

    MemberApi(ReadModel read, Access access) {
        this.access = access;
        this.read = read;
    }

    @GetMapping("/api/v1/members")
    @Operation(summary = "The members of the ledger, by id")
    PageOf<MemberShown> members(
            @RequestParam(defaultValue = Window.USUAL) int limit, @RequestParam(defaultValue = "") String after) {
        Window window = Window.of(limit, after);
        String last = window.after(1, parts -> parts.get(0)).orElse("");
        return window.page(
                read.members().after(last, window.fetch()),
                member -> List.of(member.id().value()),
                MemberShown::of);
    }

    @GetMapping("/api/v1/members/{id}")
    @Operation(summary = "One member")
    MemberShown member(@PathVariable @Schema(type = "string", example = "harbour-energy") MemberId id) {
        return MemberShown.of(known(id));
    }

    @GetMapping("/api/v1/members/{id}/reputation")
    @Operation(summary = "The reputation of the organisation that a member acts for")
    ReputationShown reputation(
            @AuthenticationPrincipal ApiCaller caller,
            @PathVariable @Schema(type = "string", example = "harbour-energy") MemberId id) {
        MemberId organisation = known(id).organisation();
        List<Recorded<ReputationEvent>> events = read.reputations().of(organisation).stream()
                .sorted(Comparator.comparing(event -> event.state().at()))
                .toList();
        return ReputationShown.of(
                Reputation.of(organisation, events.stream().map(Recorded::state).toList()),
                events.stream()
                        .map(event ->
                                ReputationShown.Event.of(event, access.maySeeSource(caller.account(), event.state())))
                        .toList());
    }

    private Member known(MemberId id) {
        return read.members()
                .member(id)
                .orElseThrow(() ->
                        ApiProblem.notFound("member '" + id + "'", "List what there is with GET /api/v1/members."));
    }
}
