package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.state.IndexState;
import io.smartblocks.ledger.state.IndexValueState;
import io.smartblocks.ledger.state.StateChanges;
import io.smartblocks.ledger.state.StateEntry;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.IndexAction;
import io.smartblocks.ledger.transaction.IndexAction.CorrectIndexPage;
import io.smartblocks.ledger.transaction.IndexAction.CorrectIndexValue;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexPage;
import io.smartblocks.ledger.transaction.IndexAction.PublishIndexValues;
import io.smartblocks.ledger.transaction.IndexAction.RegisterIndex;
import io.smartblocks.ledger.transaction.IndexId;
import io.smartblocks.ledger.transaction.IndexValue;
import io.smartblocks.ledger.transaction.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Published indexes: only an index's publisher states its values, one for each day. */
final class IndexFamily {

    private IndexFamily() {}

    static Decision decide(IndexAction action, Request request) {
        if (action instanceof RegisterIndex registration) {
            return register(registration, request);
        }
        return asPublisher(action.index(), request, index -> change(action, index, request));
    }

    private static Decision change(IndexAction action, IndexState index, Request request) {
        if (action instanceof PublishIndexPage publication) {
            return IndexPageChange.publish(publication.page(), index, request);
        }
        if (action instanceof CorrectIndexPage correction) {
            return IndexPageChange.correct(correction, index, request);
        }
        if (index.interval().isPresent()) {
            return Decision.refuse(
                    RefusalCode.PAGE_DIFFERS_FROM_INDEX,
                    "index '" + index.index() + "' is registered with a value every "
                            + index.interval().get() + "; publish a page for each day");
        }
        return action instanceof PublishIndexValues publication
                ? publish(publication, request)
                : correct((CorrectIndexValue) action, request);
    }

    private static Decision register(RegisterIndex index, Request request) {
        if (!request.actsFor(index.publisher(), Role.INDEX_PUBLISHER) && !request.has(Role.REGISTRAR)) {
            return request.notAllowed("the role index-publisher of '" + index.publisher() + "', or the role registrar");
        }
        if (!request.isActiveOrganisation(index.publisher())) {
            return Decision.refuse(
                    RefusalCode.MEMBER_UNKNOWN,
                    "the publisher '" + index.publisher() + "' is not an active organisation of this ledger");
        }
        if (request.view().state(StateKey.index(index.index())).isPresent()) {
            return Decision.refuse(RefusalCode.INDEX_EXISTS, "index '" + index.index() + "' is registered already");
        }
        return Texts.problemWith("the label", index.label())
                .or(() -> Texts.problemWith("the unit", index.unit(), 40))
                .or(() -> interval(index))
                .orElseGet(() -> Decision.write(
                        StateKey.index(index.index()),
                        new IndexState(
                                index.index(),
                                index.publisher(),
                                index.label(),
                                index.unit(),
                                index.interval(),
                                index.zone())));
    }

    private static Optional<Decision> interval(RegisterIndex index) {
        String about = "index '" + index.index() + "': ";
        if (index.interval().isPresent() != index.zone().isPresent()) {
            return invalid(about + "interval and zone are stated together, or neither for values of ranges of days");
        }
        if (index.interval().isEmpty()) {
            return Optional.empty();
        }
        Interval interval = index.interval().get();
        if (!interval.withinDay()) {
            return invalid(about + "the interval " + interval + " is no part of a day; leave interval and zone out to"
                    + " publish values for ranges of days");
        }
        return interval.divides(index.zone().orElseThrow())
                ? Optional.empty()
                : invalid(about + "no value can hold for every " + interval + " in "
                        + index.zone().orElseThrow()
                        + ": where the clocks are changed there, a day holds no whole number of them;"
                        + " expected a shorter interval");
    }

    private static Optional<Decision> invalid(String message) {
        return Optional.of(Decision.refuse(RefusalCode.INVALID_CONTENT, message));
    }

    private static Decision asPublisher(IndexId id, Request request, Function<IndexState, Decision> change) {
        Optional<IndexState> index = request.view().state(StateKey.index(id), IndexState.class);
        if (index.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.INDEX_UNKNOWN,
                    "there is no index '" + id + "' on this ledger; register it before its values are published");
        }
        if (!request.actsFor(index.get().publisher(), Role.INDEX_PUBLISHER)) {
            return request.notAllowed("the role index-publisher of '"
                    + index.get().publisher() + "', which publishes index '" + id + "'");
        }
        return change.apply(index.get());
    }

    private static Decision publish(PublishIndexValues publication, Request request) {
        if (publication.values().isEmpty()) {
            return Decision.refuse(
                    RefusalCode.INVALID_CONTENT, "no value of index '" + publication.index() + "' is stated");
        }
        for (IndexValue value : publication.values()) {
            Optional<Decision> days = days(publication.index(), value);
            if (days.isPresent()) {
                return days.get();
            }
        }
        TakenRanges taken = near(publication, request);
        List<StateEntry> writes = new ArrayList<>();
        for (IndexValue value : publication.values()) {
            Optional<Decision> overlap = overlap(publication.index(), value, taken);
            if (overlap.isPresent()) {
                return overlap.get();
            }
            taken.add(value);
            writes.add(entry(publication.index(), value, request, 0, ""));
        }
        return new Decision.Applied(new StateChanges(writes));
    }

    private static Optional<Decision> days(IndexId index, IndexValue value) {
        return Days.problemWith("the value of index '" + index + "'", value.from(), value.to());
    }

    private static TakenRanges near(PublishIndexValues publication, Request request) {
        LocalDate from = publication.values().get(0).from();
        LocalDate to = from;
        for (IndexValue value : publication.values()) {
            from = value.from().isBefore(from) ? value.from() : from;
            to = value.to().isAfter(to) ? value.to() : to;
        }
        return TakenRanges.near(publication.index(), from, to, request.view());
    }

    private static Optional<Decision> overlap(IndexId index, IndexValue value, TakenRanges taken) {
        return taken.overlapping(value)
                .map(other -> Decision.refuse(
                        RefusalCode.INDEX_RANGE_TAKEN,
                        "index '" + index + "' has the value " + other.value().toPlainString() + " from "
                                + other.from() + " to " + other.to() + "; a value from " + value.from() + " to "
                                + value.to()
                                + " would overlap it; to change a value, send a correction with its reason"));
    }

    private static Decision correct(CorrectIndexValue correction, Request request) {
        IndexValue value = correction.value();
        Optional<IndexValueState> before = request.view()
                .state(StateKey.indexValue(correction.index(), value.from()), IndexValueState.class)
                .filter(state -> state.value().to().equals(value.to()));
        if (before.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.VALUE_UNKNOWN,
                    "index '" + correction.index() + "' has no value for exactly " + value.from() + " to "
                            + value.to());
        }
        Optional<Decision> reason = Texts.problemWithReason("the correction of an index value", correction.reason());
        if (reason.isPresent()) {
            return reason.get();
        }
        if (before.get().value().value().compareTo(value.value()) == 0) {
            return Decision.refuse(RefusalCode.NOTHING_CHANGES, "exactly this value stands already");
        }
        return new Decision.Applied(new StateChanges(
                List.of(entry(correction.index(), value, request, before.get().revision() + 1, correction.reason()))));
    }

    private static StateEntry entry(IndexId index, IndexValue value, Request request, int revision, String reason) {
        return new StateEntry(
                StateKey.indexValue(index, value.from()),
                new IndexValueState(index, value, request.signer().id(), revision, reason));
    }
}
