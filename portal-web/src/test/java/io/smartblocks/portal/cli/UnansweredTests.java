package io.smartblocks.portal.cli;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.identity.Signer;
import io.smartblocks.ledger.port.Batch;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.port.LedgerUnavailable;
import io.smartblocks.ledger.port.Stage;
import io.smartblocks.ledger.transaction.MemberAction.SuspendMember;
import io.smartblocks.portal.LedgerHome;
import io.smartblocks.portal.MachineKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class UnansweredTests {

    private static final SuspendMember SUSPENSION = new SuspendMember(new MemberId("operator"), "unpaid");
    private static final LedgerUnavailable NOTHING_TAKEN =
            LedgerUnavailable.nothingTaken(Stage.PROPOSED, "the disk is full", new IOException("no space"));
    private static final LedgerUnavailable UNKNOWN =
            LedgerUnavailable.outcomeUnknown(Stage.COMMITTED, "the disk is gone", new IOException("no device"));

    @TempDir
    private Path dir;

    private final List<Batch> sent = new ArrayList<>();
    private @Nullable Ledger ledger;

    @BeforeEach
    void begin() {
        ledger = LedgerHome.open(SmallLedger.in(dir), Clock.systemUTC());
    }

    @AfterEach
    void end() {
        opened().close();
    }

    @Test
    void a_ledger_that_took_nothing_is_told_as_a_failure_after_which_the_command_can_be_given_again() {
        assertThatExceptionOfType(Unanswered.class)
                .isThrownBy(() -> statement(NOTHING_TAKEN, false).make(SUSPENSION))
                .withMessageContaining("The ledger could not take it: the disk is full.")
                .withMessageContaining("Nothing of it was taken, and nothing will be")
                .satisfies(told -> assertThat(told.exitCode()).isEqualTo(3));
    }

    @Test
    void an_outcome_that_nobody_knows_is_told_with_the_id_to_ask_for() {
        assertThatExceptionOfType(Unanswered.class)
                .isThrownBy(() -> statement(UNKNOWN, false).make(SUSPENSION))
                .withMessageContaining("The ledger did not say whether it took it: the disk is gone.")
                .satisfies(told -> assertThat(told.exitCode()).isEqualTo(4))
                .satisfies(told -> assertThat(told)
                        .hasMessageContaining("'smartblocks ledger proof "
                                + sent.get(0).transactions().get(0).id() + "'"));
    }

    @Test
    void what_stands_on_the_ledger_although_no_answer_came_is_done() {
        assertThat(statement(UNKNOWN, true).make(SUSPENSION)).isEqualTo(3);
    }

    @Test
    void the_user_hears_it_without_a_trace_and_the_process_ends_with_its_code() {
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(new LedgerCommand()).setErr(new PrintWriter(err, true));
        Exception told = told();

        int code = new Failures(() -> false).failed(told, command, command.parseArgs());

        assertThat(code).isEqualTo(4);
        assertThat(err.toString()).startsWith("error: The ledger did not say").doesNotContain("\tat ");
    }

    private Exception told() {
        try {
            statement(UNKNOWN, false).make(SUSPENSION);
            throw new AssertionError("it was answered");
        } catch (Unanswered unanswered) {
            return unanswered;
        }
    }

    private LedgerStatement statement(LedgerUnavailable broken, boolean taken) {
        Signer registrar = new MachineKeys(dir, Clock.systemUTC()).findOrMake(new MemberId("registrar"));
        Ledger away = breaking(broken, taken);
        Clock clock = Clock.systemUTC();
        return new LedgerStatement(away, registrar, CommandsTold.in(new DataDirectory(dir), away, clock), clock);
    }

    /** The same ledger, whose answers to what is submitted are lost. */
    private Ledger breaking(LedgerUnavailable broken, boolean taken) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (method.getName().equals("submit")) {
                        sent.add((Batch) arguments[0]);
                        if (taken) {
                            opened().submit((Batch) arguments[0]).join();
                        }
                        return CompletableFuture.failedFuture(broken);
                    }
                    try {
                        return method.invoke(opened(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private Ledger opened() {
        return requireNonNull(ledger, "the ledger that the test opened");
    }
}
