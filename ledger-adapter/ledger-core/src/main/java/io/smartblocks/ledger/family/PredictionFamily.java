package io.smartblocks.ledger.family;

import io.smartblocks.ledger.identity.Role;
import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.PredictionState;
import io.smartblocks.ledger.state.StateKey;
import io.smartblocks.ledger.transaction.PredictionAction;
import io.smartblocks.ledger.transaction.PredictionAction.RecordPrediction;
import io.smartblocks.ledger.transaction.PredictionPage;
import java.util.List;
import java.util.Optional;

/** Predictions: a predictor that the meter's operator appointed says before a day begins what the meter will read. */
final class PredictionFamily {

    private PredictionFamily() {}

    static Decision decide(PredictionAction action, Request request) {
        PredictionPage page = ((RecordPrediction) action).page();
        Optional<MeterState> meter = request.view().state(StateKey.meter(page.meter()), MeterState.class);
        if (meter.isEmpty()) {
            return Decision.refuse(
                    RefusalCode.METER_UNKNOWN, "there is no meter '" + page.meter() + "' on this ledger");
        }
        if (!mayPredict(meter.get(), request)) {
            return request.notAllowed("the role predictor, appointed for meter '" + page.meter() + "' by '"
                    + meter.get().operator() + "', which operates it");
        }
        PageShape shape = PageShape.of(page);
        return shape.against(meter.get())
                .or(() -> Texts.problemWith("the model's name", page.model()))
                .or(() -> page.margins().flatMap(margins -> problemWith(margins, page, shape)))
                .or(() -> tooLate(page, shape, request))
                .orElseGet(() -> record(page, request));
    }

    private static boolean mayPredict(MeterState meter, Request request) {
        return request.has(Role.PREDICTOR)
                && (meter.predictors().contains(request.signer().id())
                        || meter.predictors().contains(request.organisation()));
    }

    private static Optional<Decision> problemWith(List<Long> margins, PredictionPage page, PageShape shape) {
        if (margins.size() != page.values().size()) {
            return shape.invalid("there are " + margins.size() + " margins for "
                    + page.values().size() + " values");
        }
        for (int i = 0; i < margins.size(); i++) {
            if (margins.get(i) < 0) {
                return shape.invalid("the margin at " + page.startOf(i) + " is "
                        + page.marginAt(i).orElseThrow().toPlainString() + "; expected 0 or more");
            }
        }
        return Optional.empty();
    }

    // by the block's time alone: the signer's own time could be set back
    private static Optional<Decision> tooLate(PredictionPage page, PageShape shape, Request request) {
        return request.now().isBefore(page.start())
                ? Optional.empty()
                : Optional.of(Decision.refuse(
                        RefusalCode.TOO_LATE,
                        shape.about() + "the day began at " + page.start() + " and the ledger's time is "
                                + request.now() + "; a prediction is stated before its day begins"));
    }

    private static Decision record(PredictionPage page, Request request) {
        StateKey key = StateKey.prediction(page.meter(), page.day());
        Optional<PredictionState> before = request.view().state(key, PredictionState.class);
        if (before.filter(standing -> standing.page().equals(page)).isPresent()) {
            return Decision.refuse(
                    RefusalCode.NOTHING_CHANGES, PageShape.of(page).about() + "exactly this prediction stands already");
        }
        int revision = before.map(standing -> standing.revision() + 1).orElse(0);
        return Decision.write(key, new PredictionState(page, request.signer().id(), revision));
    }
}
