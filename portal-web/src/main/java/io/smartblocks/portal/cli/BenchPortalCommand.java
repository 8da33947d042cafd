package io.smartblocks.portal.cli;

import io.smartblocks.portal.LedgerChoice;
import io.smartblocks.portal.ServeOptions;
import io.smartblocks.portal.SmartBlocksApplication;
import io.smartblocks.portal.account.Account;
import io.smartblocks.portal.account.Accounts;
import io.smartblocks.portal.account.Role;
import io.smartblocks.portal.bench.PortalBench;
import io.smartblocks.portal.bench.PortalBench.Person;
import io.smartblocks.portal.bench.PortalFigures;
import io.smartblocks.portal.bench.PortalFigures.Times;
import io.smartblocks.portal.bench.ProcessorTimes;
import io.smartblocks.runtime.bench.SweepBench;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.catalina.startup.Tomcat;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code bench portal}: how fast pages come over a large ledger while many people ask for them. */
@Command(
        name = "portal",
        description = {
            "Measure the pages of a portal over a large ledger: many agreements with months of quarter hours, settled.",
            "People of every role walk along its links at once, each asking for the next page when the last one is there."
        })
final class BenchPortalCommand implements Callable<Integer> {

    /** In turn: the organisation of the bench for which a person acts, and what it does there. */
    private static final List<Account> ROLES = List.of(
            account(Role.ESCO, "bench-supplier"),
            account(Role.OWNER, "bench-client"),
            account(Role.AUDITOR, "bench-registrar"),
            account(Role.LAWYER, "bench-supplier"),
            account(Role.ADMIN, "bench-registrar"));

    @Option(
            names = "--agreements",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many agreements to put on the ledger; default ${DEFAULT-VALUE}.")
    private int agreements;

    @Option(
            names = "--months",
            paramLabel = "N",
            defaultValue = "1",
            description = {
                "How many months of readings, a transaction for each meter and day, to record and to settle;",
                "10,000 agreements with 3 months are a million transactions; default ${DEFAULT-VALUE}."
            })
    private int months;

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many people ask at once; default ${DEFAULT-VALUE}.")
    private int users;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long to measure, after as long a warm-up; default ${DEFAULT-VALUE}.")
    private int seconds;

    @Option(
            names = "--pause",
            paramLabel = "N",
            defaultValue = "0",
            description = {
                "For how many seconds a person looks at a page before asking for the next, on average;",
                "without a pause as many requests are under way as there are people; default ${DEFAULT-VALUE}."
            })
    private int pause;

    @Option(
            names = "--prepared",
            paramLabel = "DIR",
            description = "Keep the ledger there; where there is one of an earlier call, walk over that.")
    private Optional<Path> prepared = Optional.empty();

    @Option(names = "--json", description = "Report as JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (agreements < 1 || months < 1 || users < 1 || seconds < 1 || pause < 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--agreements, --months, --users and --seconds need at least 1, and --pause no less than 0.");
        }
        Path directory = prepared.isPresent() ? prepared.get() : Files.createTempDirectory("smartblocks-bench");
        try {
            prepare(directory);
            report(walk(directory));
        } finally {
            if (prepared.isEmpty()) {
                BenchLedgerCommand.remove(directory);
            }
        }
        return ExitCode.DONE;
    }

    private void prepare(Path directory) throws IOException {
        if (Files.exists(directory.resolve("ledger"))) {
            return;
        }
        Files.createDirectories(directory);
        BenchHome home = BenchHome.in(directory);
        Progress progress = Progress.on(spec, "pages of a month");
        Duration took = SweepBench.prepare(home, agreements, done -> progress.reached(done, 31L * agreements));
        SweepBench.sweep(home, months, 0, 1, done -> progress.reached(done, 31L * agreements));
        progress.end();
        spec.commandLine().getErr().println("prepared; the first month took " + took.toSeconds() + " s");
    }

    private PortalFigures walk(Path directory) {
        try (ConfigurableApplicationContext portal = SmartBlocksApplication.start(
                new ServeOptions(directory, 0, false, LedgerChoice.embedded(), Optional.empty(), Optional.empty()))) {
            Accounts accounts = portal.getBean(Accounts.class);
            List<Person> people = IntStream.range(0, users)
                    .mapToObj(number -> person(accounts, number))
                    .toList();
            ProcessorTimes processor = new ProcessorTimes();
            tomcat(portal).getEngine().getPipeline().addValve(processor.valve());
            String port = portal.getEnvironment().getRequiredProperty("local.server.port");
            Duration measured = Duration.ofSeconds(seconds);
            return new PortalBench(
                            URI.create("http://localhost:" + port),
                            measured,
                            measured,
                            Duration.ofSeconds(pause),
                            processor)
                    .walk(people);
        }
    }

    private static Tomcat tomcat(ConfigurableApplicationContext portal) {
        return ((TomcatWebServer) ((WebServerApplicationContext) portal).getWebServer()).getTomcat();
    }

    private static Person person(Accounts accounts, int number) {
        Account role = ROLES.get(number % ROLES.size());
        Person person =
                new Person("bench-" + UUID.randomUUID(), UUID.randomUUID().toString());
        accounts.open(
                new Account(person.login(), role.name(), role.role(), role.organisation(), role.member()),
                person.password());
        return person;
    }

    private static Account account(Role role, String organisation) {
        return new Account("", "Bench " + role.name(), role, Optional.of(organisation), Optional.of(organisation));
    }

    private void report(PortalFigures figures) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            JsonReport.print(out, figures);
            return;
        }
        out.printf(
                "%,d pages to %d people at once: %,d a second; half within %,d ms, 95 of 100 within %,d ms, 99 within %,d ms%n",
                figures.pages(),
                users,
                figures.pagesPerSecond(),
                figures.all().p50(),
                figures.all().p95(),
                figures.all().p99());
        out.printf(
                "%s ms of a processor for each page, all in all; %s ms of them in the thread that answers%n",
                milliseconds(figures.processorMicros()),
                milliseconds(figures.all().processorMicros()));
        new Table<Times>()
                .with("page", Times::route)
                .with("number", row -> "%,d".formatted(row.pages()))
                .with("half, ms", row -> "%,d".formatted(row.p50()))
                .with("95 of 100, ms", row -> "%,d".formatted(row.p95()))
                .with("longest, ms", row -> "%,d".formatted(row.longest()))
                .with("processor, ms", row -> milliseconds(row.processorMicros()))
                .with("largest, kB", row -> "%,d".formatted(row.kilobytes()))
                .print(out, figures.routes(), "No page came.");
        figures.refusals().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> out.printf("not a page: %s, %,d times%n", each.getKey(), each.getValue()));
    }

    private static String milliseconds(long micros) {
        return "%,.1f".formatted(micros / 1000.0);
    }
}
