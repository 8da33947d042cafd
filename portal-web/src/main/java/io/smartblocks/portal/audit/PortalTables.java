package io.smartblocks.portal.audit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/** The portal's own tables, as a command reads them: in the files of a data directory, or where the environment says. */
record PortalTables(DataSource source) {

    /** Whether there are any. */
    static boolean areThere(Path data) {
        return elsewhere().isPresent() || Files.exists(data.resolve("portal.mv.db"));
    }

    private static Optional<String> elsewhere() {
        return Optional.ofNullable(System.getenv("SPRING_DATASOURCE_URL")).filter(url -> !url.isBlank());
    }

    static PortalTables of(Path data) {
        return elsewhere()
                .map(url -> new PortalTables(new DriverManagerDataSource(
                        url,
                        System.getenv().getOrDefault("SPRING_DATASOURCE_USERNAME", ""),
                        System.getenv().getOrDefault("SPRING_DATASOURCE_PASSWORD", ""))))
                .orElseGet(() -> new PortalTables(new DriverManagerDataSource(
                        "jdbc:h2:file:" + data.toAbsolutePath().resolve("portal") + ";IFEXISTS=TRUE;WRITE_DELAY=0")));
    }

    JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    PlatformTransactionManager transactions() {
        return new JdbcTransactionManager(source);
    }
}
