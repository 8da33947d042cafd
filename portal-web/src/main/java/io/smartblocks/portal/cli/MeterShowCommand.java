package io.smartblocks.portal.cli;

import io.smartblocks.ledger.state.MeterState;
import io.smartblocks.ledger.state.PredictionState;
import io.smartblocks.ledger.state.ReadingsState;
import io.smartblocks.ledger.state.StateView;
import io.smartblocks.ledger.transaction.MeterId;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code meter show}: one meter, and for which days the ledger has readings and predictions of it. */
@Command(name = "show", description = "Show a meter, and for which days it has readings and predictions.")
final class MeterShowCommand extends ReportingCommand<MeterShowCommand.Shown> {

    @Parameters(paramLabel = "ID", description = "The meter's id.")
    private String id = "";

    /** What {@code --json} prints. */
    record Shown(MeterReport meter, Days readings, Days predictions) {}

    /** The days of which something is known. */
    record Days(int days, Optional<LocalDate> first, Optional<LocalDate> last, long revised) {

        /** Of days in their order. */
        static Days of(List<LocalDate> days, long revised) {
            return new Days(
                    days.size(),
                    days.stream().findFirst(),
                    days.isEmpty() ? Optional.empty() : Optional.of(days.get(days.size() - 1)),
                    revised);
        }

        private String inWords() {
            return first.map(day -> "%s from %s to %s, %d of them stated more than once"
                            .formatted(Count.of(days, "day"), day, last.orElseThrow(), revised))
                    .orElse("none");
        }
    }

    @Override
    Shown read(StatesOnLedger ledger, Clock clock) {
        MeterState meter = Meters.required(Meters.id(id), ledger);
        return new Shown(
                MeterReport.of(meter, ledger), readings(meter.meter(), ledger), predictions(meter.meter(), ledger));
    }

    // another meter's id may go on where this one's ends
    private static Days readings(MeterId meter, StateView ledger) {
        List<ReadingsState> pages = ledger.states("readings/" + meter + "/").stream()
                .map(entry -> (ReadingsState) entry.state())
                .filter(state -> state.page().meter().equals(meter))
                .toList();
        return Days.of(
                pages.stream().map(state -> state.page().day()).toList(),
                pages.stream().filter(state -> state.revision() > 0).count());
    }

    private static Days predictions(MeterId meter, StateView ledger) {
        List<PredictionState> pages = ledger.states("prediction/" + meter + "/").stream()
                .map(entry -> (PredictionState) entry.state())
                .filter(state -> state.page().meter().equals(meter))
                .toList();
        return Days.of(
                pages.stream().map(state -> state.page().day()).toList(),
                pages.stream().filter(state -> state.revision() > 0).count());
    }

    @Override
    void print(Shown shown, PrintWriter out) {
        MeterReport meter = shown.meter();
        new Facts(out)
                .print("meter", meter.meter())
                .print("label", meter.label())
                .print("site", meter.siteInWords())
                .print("measures", "%s in %s, every %s".formatted(meter.energy(), meter.unit(), meter.every()))
                .print(
                        "values",
                        meter.measures().equals("register")
                                ? "stands of a register"
                                        + meter.rollsOverAt()
                                                .map(end -> " that begins again at " + end.toPlainString())
                                                .orElse("")
                                : "what flowed in each interval")
                .print("zone", meter.zone())
                .print("operator", meter.operator())
                .print("predictors", meter.predictors().isEmpty() ? "none" : String.join(", ", meter.predictors()))
                .print("service", meter.service())
                .print("readings", shown.readings().inWords())
                .print("predictions", shown.predictions().inWords());
    }
}
