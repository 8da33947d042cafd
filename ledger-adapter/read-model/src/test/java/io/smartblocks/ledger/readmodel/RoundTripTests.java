package io.smartblocks.ledger.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class RoundTripTests {

    private final AtomicInteger statements = new AtomicInteger();
    private final TestedDatabase database;

    RoundTripTests(TestedDatabase database) {
        this.database = database;
    }

    @Test
    void a_block_of_a_hundred_day_pages_takes_a_dozen_statements() {
        ChainFixture chain = new ChainFixture("runtime.bright-esco");
        ReadModel model = ReadModel.on(counting(database.empty()));
        chain.add(StoryFixture.founded());
        chain.add(IntStream.range(0, 100)
                .mapToObj(day -> StoryFixture.recorded(StoryFixture.page(
                        LocalDate.parse("2026-01-01").plusDays(day).toString(), (long) day)))
                .toArray(ChainFixture.Step[]::new));
        model.apply(chain.blocks().get(0));
        statements.set(0);

        model.apply(chain.blocks().get(1));

        assertThat(statements.get()).isBetween(5, 12);
        assertThat(model.chain().transactionsOf(1)).hasSize(100);
    }

    private DataSource counting(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(source, arguments);
                    return result instanceof Connection connection ? counting(connection) : result;
                });
    }

    private Connection counting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
