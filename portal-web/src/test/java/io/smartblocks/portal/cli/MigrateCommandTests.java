package io.smartblocks.portal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smartblocks.ledger.fabric.FabricLedger;
import io.smartblocks.ledger.fabric.Profile;
import io.smartblocks.ledger.fabric.Wallet;
import io.smartblocks.ledger.fabric.standin.StandIn;
import io.smartblocks.ledger.port.Block;
import io.smartblocks.ledger.port.Campus;
import io.smartblocks.ledger.port.Ledger;
import io.smartblocks.ledger.readmodel.ReadModel;
import io.smartblocks.portal.LedgerHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the keeper of a ledger of one machine sees when it is brought onto a channel. */
@Timeout(600)
class MigrateCommandTests {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path dir;

    private StandIn network;
    private Profile channel;
    private Path profile;
    private Path data;

    @BeforeEach
    void start() {
        network = StandIn.start();
        channel = Wallet.profile(network, network.esco().issue("portal", "client"), dir, 0, 1);
        profile = dir.resolve("esco.profile");
        data = SmallLedger.in(dir.resolve("data"));
    }

    @AfterEach
    void stop() {
        network.close();
    }

    private Run migrate(Object... more) {
        List<Object> all = new ArrayList<>(List.of("migrate", "--data", data, "--profile", profile));
        all.addAll(List.of(more));
        return Run.of(all.toArray());
    }

    @Test
    void a_ledger_goes_onto_a_channel_with_its_tables_and_the_directory_belongs_to_it() throws Exception {
        List<Block> blocks = new ArrayList<>();
        try (Ledger ledger = LedgerHome.open(data, CLOCK);
                ReadModel tables = ReadModel.open(data.resolve("read-model"))) {
            tables.follow(ledger);
            assertThat(tables.awaitHeight(3, Duration.ofMinutes(1))).isTrue();
            for (long number = 0; number < 3; number++) {
                blocks.add(ledger.block(number).orElseThrow());
            }
        }

        Run run = migrate("--report", dir.resolve("proof.json"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("is on channel '" + StandIn.CHANNEL + "': 3 blocks with 3 transactions")
                .contains("3 blocks: the same on both, ")
                .contains("states: the same on both, ")
                .contains("Go on with: smartblocks serve --ledger fabric --profile " + profile + " --data " + data);
        assertThat(dir.resolve("proof.json"))
                .content()
                .contains("\"lastBlock\":\"" + blocks.get(2).hash());
        assertThat(data.resolve("ledger")).doesNotExist();
        assertThat(data.resolve("ledger-migrated")).isDirectory();
        try (FabricLedger ledger = FabricLedger.open(channel, LedgerHome.fabric(data), CLOCK, Wallet.SHORT);
                ReadModel tables = ReadModel.open(data.resolve("read-model"))) {
            assertThat(ledger.block(2)).contains(blocks.get(2));
            tables.follow(ledger);
            assertThat(tables.awaitHeight(3, Duration.ofMinutes(1))).isTrue();
        }

        Run again = migrate();
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).isEqualTo(run.out());
        assertThat(Run.of("ledger", "verify", "--data", data).err()).contains("belongs to a ledger on Fabric");
        assertThat(Run.of("serve", "--data", data, "--port", "0").err())
                .contains("'smartblocks serve --ledger fabric --profile FILE --data " + data + "' opens it");

        Run registered = Run.of(
                "member",
                "register",
                "watch",
                "--name",
                "Watch",
                "--organisation",
                "operator",
                "--role",
                "runtime",
                "--machine",
                "--data",
                data,
                "--as",
                "registrar");
        assertThat(registered.exitCode()).as(registered.err()).isZero();
        Run bound = Run.of("member", "bind", "--data", data, "--as", "operator");
        assertThat(bound.exitCode()).as(bound.err()).isZero();
        assertThat(bound.out()).matches("The peers of EscoMSP are those of 'operator' since block \\d+\\.\\R");
        assertThat(migrate().out()).contains("not compared: the ledger has gone on on the channel");
    }

    @Test
    void what_was_turned_over_in_part_is_ended_by_running_it_again() throws IOException {
        assertThat(migrate().exitCode()).isZero();
        Files.move(LedgerHome.fabric(data), data.resolve("fabric-migrating"));
        assertThat(Run.of("serve", "--data", data, "--port", "0").err()).contains("holds no ledger");

        assertThat(migrate().exitCode()).isZero();
        assertThat(LedgerHome.isOnFabric(data)).isTrue();
    }

    @Test
    void a_channel_with_a_ledger_is_refused_and_the_directory_stays_as_it_was() {
        try (FabricLedger other = FabricLedger.open(channel, dir.resolve("other"), CLOCK, Wallet.SHORT)) {
            Campus.found(other);
        }

        Run run = migrate();

        assertThat(run.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err())
                .contains("Nothing was brought onto the channel: a ledger was founded on channel")
                .contains("make a new one");
        assertThat(data.resolve("fabric-migrating")).doesNotExist();
        assertThat(Run.of("meter", "list", "--data", data).exitCode()).isZero();
    }

    @Test
    void what_cannot_be_read_or_is_in_use_or_damaged_is_told_before_anything_is_done() throws IOException {
        assertThat(Run.of("migrate", "--data", dir.resolve("none"), "--profile", profile)
                        .err())
                .contains("There is no ledger of this machine in ");
        assertThat(Run.of("migrate", "--data", data, "--profile", dir.resolve("none"))
                        .err())
                .contains("none' cannot be read");
        assertThat(Run.of("migrate", "--data", data).exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(Run.of("member", "bind", "--data", data, "--as", "operator").err())
                .contains("This is a ledger of one machine");
        try (Ledger inUse = LedgerHome.open(data, CLOCK)) {
            assertThat(inUse.height()).isEqualTo(3);
            assertThat(migrate().err()).contains("is in use by another process");
        }
        Path blocks;
        try (var files = Files.list(data.resolve("ledger/blocks"))) {
            blocks = files.findFirst().orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(blocks);
        bytes[bytes.length / 2] ^= 1;
        Files.write(blocks, bytes);
        assertThat(migrate().err()).contains("is not sound, and nothing was brought onto the channel");
        try (FabricLedger ledger = FabricLedger.open(channel, dir.resolve("look"), CLOCK, Wallet.SHORT)) {
            assertThat(ledger.adoption().blocks()).isZero();
        }
    }
}
