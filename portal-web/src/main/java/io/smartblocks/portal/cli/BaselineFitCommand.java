package io.smartblocks.portal.cli;

import static java.util.stream.Collectors.joining;

import io.smartblocks.dsl.agreement.Declaration.Baseline.Method;
import io.smartblocks.dsl.diagnostic.Nearest;
import io.smartblocks.runtime.baseline.Acceptance;
import io.smartblocks.runtime.baseline.BaselineFitting;
import io.smartblocks.runtime.baseline.Fit;
import io.smartblocks.runtime.baseline.Recipes;
import io.smartblocks.runtime.baseline.Savings;
import io.smartblocks.runtime.baseline.fitting.Recipe;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code baseline fit}: the model, its statistics and what it says of savings; nothing is recorded. */
@Command(
        name = "fit",
        description =
                "Fit a baseline to readings and temperatures in files, as a settlement does; nothing is recorded.")
final class BaselineFitCommand implements Callable<Integer> {

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = "CalTRACK daily",
            description = "As an agreement names it; default ${DEFAULT-VALUE}.")
    private String method = "";

    @Option(
            names = "--from",
            paramLabel = "DATE",
            required = true,
            description = "The first day of the baseline period.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--to", paramLabel = "DATE", required = true, description = "Its last day.")
    private LocalDate to = LocalDate.EPOCH;

    @Option(names = "--saved-from", paramLabel = "DATE", description = "The first day of a period with the measures.")
    private Optional<LocalDate> savedFrom = Optional.empty();

    @Option(names = "--saved-to", paramLabel = "DATE", description = "Its last day.")
    private Optional<LocalDate> savedTo = Optional.empty();

    @Option(
            names = "--normal",
            paramLabel = "FILE",
            description = "The temperatures of a normal year, on the days with the measures, for normalized savings.")
    private Optional<Path> normal = Optional.empty();

    @Option(
            names = "--highest-p-value",
            paramLabel = "VALUE",
            description =
                    "How likely a slope may be without any influence of the weather; default 0.1, 1 asks nothing.")
    private Optional<BigDecimal> pValue = Optional.empty();

    @Mixin
    private BaselineFileOptions files = new BaselineFileOptions();

    @Mixin
    private BaselineLimitOptions limits = new BaselineLimitOptions();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Clock clock = Clock.systemUTC();
        Method named = named();
        if (to.isBefore(from)) {
            throw new InputRefused("The baseline period would end on %s, before it begins on %s.".formatted(to, from));
        }
        if (savedFrom.isPresent() != savedTo.isPresent() || normal.isPresent() && savedFrom.isEmpty()) {
            throw new InputRefused("A period with the measures needs --saved-from and --saved-to.");
        }
        FileColumn usage = files.usage(clock);
        FileColumn temperature = files.temperature(clock);
        Fit fit = fit(named, usage, temperature, from, to);
        List<String> objections = Acceptance.objections(fit, limits.gates());
        Optional<BaselineReport.Saved> avoided =
                savedFrom.map(first -> avoided(fit, usage, temperature, first, savedTo.orElseThrow()));
        Optional<BaselineReport.Saved> normalized = normal.map(file -> {
            Fit after = fit(named, usage, temperature, savedFrom.orElseThrow(), savedTo.orElseThrow());
            return normalized(fit, after, files.temperatureIn(file, clock));
        });
        BaselineReport report = BaselineReport.of(fit, objections, avoided, normalized);
        if (json) {
            JsonReport.print(spec.commandLine().getOut(), report);
        } else {
            report.print(spec.commandLine().getOut());
        }
        return objections.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED;
    }

    private Fit fit(Method named, FileColumn usage, FileColumn temperature, LocalDate first, LocalDate last) {
        Recipe usual = Recipes.of(named);
        BaselineFitting.Result result = BaselineFitting.fit(
                named,
                usual.with(usual.leastDays(), pValue.orElse(usual.highestPValue())),
                first,
                last.plusDays(1),
                usage.over(first, last.plusDays(1)),
                temperature.over(first, last.plusDays(1)));
        if (result instanceof BaselineFitting.Unfit unfit) {
            throw new InputRefused("There is no fit: %s.".formatted(unfit.reason()));
        }
        return (Fit) result;
    }

    private static BaselineReport.Saved avoided(
            Fit fit, FileColumn usage, FileColumn temperature, LocalDate first, LocalDate last) {
        LocalDate end = last.plusDays(1);
        return BaselineReport.Saved.of(
                first, last, Savings.avoided(fit, first, end, usage.over(first, end), temperature.over(first, end)));
    }

    private BaselineReport.Saved normalized(Fit before, Fit after, FileColumn year) {
        LocalDate first = savedFrom.orElseThrow();
        LocalDate end = savedTo.orElseThrow().plusDays(1);
        return BaselineReport.Saved.of(
                first, savedTo.orElseThrow(), Savings.normalized(before, after, first, end, year.over(first, end)));
    }

    private Method named() {
        List<String> names = Stream.of(Method.values()).map(Method::words).toList();
        return Stream.of(Method.values())
                .filter(each -> each.words().equals(method))
                .findFirst()
                .orElseThrow(() -> new InputRefused("There is no method '%s'; there are %s; did you mean '%s'?"
                        .formatted(
                                method,
                                names.stream().collect(joining(", ")),
                                Nearest.to(method, names).orElse("CalTRACK daily"))));
    }
}
