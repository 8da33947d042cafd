package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Member;
import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.Measure;
import io.smartblocks.ledger.transaction.MeterAction;
import io.smartblocks.ledger.transaction.MeterAction.AppointPredictor;
import io.smartblocks.ledger.transaction.MeterAction.AssignMeter;
import io.smartblocks.ledger.transaction.MeterAction.CorrectReadings;
import io.smartblocks.ledger.transaction.MeterAction.DismissPredictor;
import io.smartblocks.ledger.transaction.MeterAction.RecordReadings;
import io.smartblocks.ledger.transaction.MeterAction.RegisterMeter;
import io.smartblocks.ledger.transaction.MeterAction.RetireMeter;
import io.smartblocks.ledger.transaction.MeterId;
import io.smartblocks.ledger.transaction.ReadingsPage;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** Meters and what they read: only the organisation that operates a meter states its readings. */
final class MeterFamily {

    private static final int MOST_PREDICTORS = 20;

    private MeterFamily() {}

    static Decision decide(MeterAction action, Request request) {
        if (action instanceof RegisterMeter registration) {
            return register(registration, request);
        }
        if (action instanceof AssignMeter assignment) {
            return onMeter(assignment.meter(), request, meter -> assign(assignment, meter));
        }
        if (action instanceof RetireMeter retirement) {
            return onMeter(retirement.meter(), request, meter -> retire(retirement, meter));
        }
        if (action instanceof AppointPredictor appointment) {
            return onMeter(appointment.meter(), request, meter -> appoint(appointment.predictor(), meter, request));
        }
        if (action instanceof DismissPredictor dismissal) {
            return onMeter(dismissal.meter(), request, meter -> dismiss(dismissal.predictor(), meter));
        }
        if (action instanceof RecordReadings recorded) {
            return onPage(recorded.page(), request, () -> ReadingsChange.record(recorded.page(), request));
        }
        CorrectReadings correction = (CorrectReadings) action;
        return onPage(correction.page(), request, () -> ReadingsChange.correct(correction, request));
    }

    private static Decision register(RegisterMeter meter, Request request) {
        if (!request.actsFor(meter.operator(), Role.METER_OPERATOR) && !request.has(Role.REGISTRAR)) {
            return request.notAllowed("the role meter-operator of '" + meter.operator() + "', or the role registrar");
        }
        if (!request.isActiveOrganisation(meter.operator())) {
            return Decision.refuse(
                    RefusalCode.MEMBER_UNKNOWN,
                    "the operator '" + meter.operator() + "' is not an active organisation of this ledger");
        }
        if (request.view().state(StateKey.meter(meter.meter())).isPresent()) {
            return Decision.refuse(RefusalCode.METER_EXISTS, "meter '" + meter.meter() + "' is registered already");
        }
        return Texts.problemWith("the label", meter.label())
                .or(() -> Texts.problemWithName("the site", meter.site()))
                .or(() -> Texts.problemWith("the energy", meter.energy(), 100))
                .or(() -> Texts.problemWith("the unit", meter.unit(), 40))
                .or(() -> unevenDays(meter))
                .or(() -> rollOver(meter))
                .or(() -> checked(meter, request))
                .orElseGet(() -> write(MeterState.of(meter)));
    }

    private static Optional<Decision> checked(RegisterMeter meter, Request request) {
        if (meter.checks().isEmpty()) {
            return Optional.empty();
        }
        MeterId other = meter.checks().get();
        Optional<MeterState> standing = request.view().state(StateKey.meter(other), MeterState.class);
        if (standing.isEmpty()) {
            return Optional.of(Decision.refuse(
                    RefusalCode.METER_UNKNOWN,
                    "there is no meter '" + other + "' on this ledger for meter '" + meter.meter()
                            + "' to check; register that one first"));
        }
        boolean comparable = meter.measure() == Measure.REGISTER
                && standing.get().measure() == Measure.INTERVAL
                && standing.get().unit().equals(meter.unit());
        return comparable
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        RefusalCode.INVALID_CONTENT,
                        "meter '" + meter.meter() + "', " + inWords(meter.measure()) + " in " + meter.unit()
                                + ", cannot check meter '" + other + "', "
                                + inWords(standing.get().measure()) + " in "
                                + standing.get().unit()
                                + "; expected a register that checks a meter of amounts in the same unit"));
    }

    private static String inWords(Measure measure) {
        return measure == Measure.REGISTER ? "a register" : "a meter of amounts";
    }

    private static Optional<Decision> rollOver(RegisterMeter meter) {
        if (meter.rollsOverAt().isEmpty()) {
            return Optional.empty();
        }
        String stated = "meter '" + meter.meter() + "' rolls over at "
                + meter.rollsOverAt().get().toPlainString();
        if (meter.measure() != Measure.REGISTER) {
            return Optional.of(Decision.refuse(
                    RefusalCode.INVALID_CONTENT,
                    stated + ", but its values are amounts; only a register, which counts on, rolls over"));
        }
        return meter.rollsOverAt().get().signum() > 0
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        RefusalCode.INVALID_CONTENT, stated + "; expected a stand above 0, such as 1000000"));
    }

    private static Optional<Decision> unevenDays(RegisterMeter meter) {
        if (meter.interval().divides(meter.zone())) {
            return Optional.empty();
        }
        return Optional.of(Decision.refuse(
                RefusalCode.INVALID_CONTENT,
                "meter '" + meter.meter() + "' cannot read every " + meter.interval() + " in " + meter.zone()
                        + ": where the clocks are changed there, a day holds no whole number of them;"
                        + " expected a shorter interval"));
    }

    private static Decision assign(AssignMeter assignment, MeterState meter) {
        if (meter.site().equals(assignment.site())) {
            return Decision.refuse(
                    RefusalCode.NOTHING_CHANGES, "meter '" + meter.meter() + "' belongs to that site already");
        }
        return Texts.problemWithName("the site", assignment.site()).orElseGet(() -> write(meter.at(assignment.site())));
    }

    private static Decision retire(RetireMeter retirement, MeterState meter) {
        if (meter.lastDay().filter(retirement.lastDay()::equals).isPresent()) {
            return Decision.refuse(
                    RefusalCode.NOTHING_CHANGES,
                    "meter '" + meter.meter() + "' is retired with exactly that last day already");
        }
        return Days.problemWith("the retirement of meter '" + meter.meter() + "'", retirement.lastDay())
                .or(() -> Texts.problemWithReason("the retirement of a meter", retirement.reason()))
                .orElseGet(() -> write(meter.retiredAfter(retirement.lastDay())));
    }

    private static Decision appoint(MemberId predictor, MeterState meter, Request request) {
        if (request.member(predictor).filter(Member::active).isEmpty()) {
            return Decision.refuse(
                    RefusalCode.MEMBER_UNKNOWN, "'" + predictor + "' is not an active member of this ledger");
        }
        if (meter.predictors().contains(predictor)) {
            return Decision.refuse(
                    RefusalCode.NOTHING_CHANGES,
                    "'" + predictor + "' may state predictions for meter '" + meter.meter() + "' already");
        }
        if (meter.predictors().size() >= MOST_PREDICTORS) {
            return Decision.refuse(
                    RefusalCode.INVALID_CONTENT,
                    "meter '" + meter.meter() + "' has " + MOST_PREDICTORS + " predictors; dismiss one first");
        }
        Set<MemberId> predictors = new TreeSet<>(meter.predictors());
        predictors.add(predictor);
        return write(meter.predictedBy(predictors));
    }

    private static Decision dismiss(MemberId predictor, MeterState meter) {
        if (!meter.predictors().contains(predictor)) {
            return Decision.refuse(
                    RefusalCode.NOTHING_CHANGES,
                    "'" + predictor + "' is no predictor of meter '" + meter.meter() + "'");
        }
        Set<MemberId> predictors = new TreeSet<>(meter.predictors());
        predictors.remove(predictor);
        return write(meter.predictedBy(predictors));
    }

    private static Decision onPage(ReadingsPage page, Request request, Supplier<Decision> change) {
        return onMeter(
                page.meter(),
                request,
                meter -> PageCheck.of(page, meter, request.now()).orElseGet(change));
    }

    private static Decision onMeter(MeterId id, Request request, Function<MeterState, Decision> change) {
        Optional<MeterState> meter = request.view().state(StateKey.meter(id), MeterState.class);
        if (meter.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.METER_UNKNOWN,
                    "there is no meter '" + id + "' on this ledger; register it before its readings are recorded");
        }
        if (!request.actsFor(meter.get().operator(), Role.METER_OPERATOR)) {
            return request.notAllowed(
                    "the role meter-operator of '" + meter.get().operator() + "', which operates meter '" + id + "'");
        }
        return change.apply(meter.get());
    }

    private static Decision write(MeterState meter) {
        return Decision.write(StateKey.meter(meter.meter()), meter);
    }
}
