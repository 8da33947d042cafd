package io.smartblocks.runtime.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;

/** Where Quartz keeps its jobs: in the memory of one process, or in a database that several nodes share. */
final class JobStore {

    private static final String STORE = "org.quartz.jobStore.";

    private JobStore() {}

    /** A scheduler of this process alone. */
    static Scheduler inMemory() throws SchedulerException {
        Properties settings = settings("settlements-" + UUID.randomUUID());
        settings.setProperty(STORE + "class", "org.quartz.simpl.RAMJobStore");
        return scheduler(settings);
    }

    /**
     * One of several nodes on a PostgreSQL database.
     *
     * @param checkIn how often a node says that it lives
     */
    static Scheduler shared(DataSource database, String node, Duration checkIn)
            throws SchedulerException, SQLException {
        QuartzTables.make(database);
        String connections = "settlements-" + UUID.randomUUID();
        DBConnectionManager.getInstance().addConnectionProvider(connections, new Connections(database));
        Properties settings = settings("settlements");
        settings.setProperty("org.quartz.scheduler.instanceId", node);
        settings.setProperty(STORE + "class", "org.quartz.impl.jdbcjobstore.JobStoreTX");
        settings.setProperty(STORE + "driverDelegateClass", "org.quartz.impl.jdbcjobstore.PostgreSQLDelegate");
        settings.setProperty(STORE + "dataSource", connections);
        settings.setProperty(STORE + "useProperties", "true");
        settings.setProperty(STORE + "isClustered", "true");
        settings.setProperty(STORE + "clusterCheckinInterval", Long.toString(checkIn.toMillis()));
        return scheduler(settings);
    }

    /** Nodes of one cluster have one name, and Quartz would hand out the same scheduler for it to all in a process. */
    private static Scheduler scheduler(Properties settings) throws SchedulerException {
        Scheduler scheduler = new StdSchedulerFactory(settings).getScheduler();
        SchedulerRepository.getInstance().remove(scheduler.getSchedulerName());
        return scheduler;
    }

    private static Properties settings(String name) {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", name);
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty(
                "org.quartz.threadPool.threadCount",
                Integer.toString(Math.max(2, Runtime.getRuntime().availableProcessors())));
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        return settings;
    }

    /** The connections of a pool that others opened and will close. */
    private record Connections(DataSource database) implements ConnectionProvider {

        @Override
        public Connection getConnection() throws SQLException {
            return database.getConnection();
        }

        @Override
        public void shutdown() {
            // the pool is not Quartz's
        }

        @Override
        public void initialize() {
            // open already
        }
    }
}
