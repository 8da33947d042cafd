package io.smartblocks.runtime.schedule;

import static java.util.Objects.requireNonNull;

import io.smartblocks.runtime.run.Sweep;
import io.smartblocks.runtime.run.SweepReport;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.ScheduleBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Lets Quartz sweep what is due: one job plans, and for each time zone and shard one job settles "everything due in
 * Europe/Dublin, shard 3 of 16". What is due is a query of the sweep; the periods come from the agreements' calendars.
 */
public final class SettlementSchedule implements AutoCloseable {

    static final String SWEEP = "sweep";
    static final String LISTENER = "listener";
    static final String SCHEDULE = "schedule";

    private final Scheduler scheduler;
    private final Duration every;

    private SettlementSchedule(Scheduler scheduler, Duration every) {
        this.scheduler = scheduler;
        this.every = every;
    }

    /**
     * Starts sweeping.
     *
     * @param every how often to look for what is due
     * @param listener told about each sweep that did something
     */
    public static SettlementSchedule start(Sweep sweep, Duration every, Consumer<SweepReport> listener) {
        try {
            Scheduler scheduler = new StdSchedulerFactory(settings()).getScheduler();
            SettlementSchedule schedule = new SettlementSchedule(scheduler, every);
            scheduler.getContext().put(SWEEP, requireNonNull(sweep, "sweep"));
            scheduler.getContext().put(LISTENER, requireNonNull(listener, "listener"));
            scheduler.getContext().put(SCHEDULE, schedule);
            schedule.add(
                    JobBuilder.newJob(PlanningJob.class).withIdentity("plan").build());
            scheduler.start();
            return schedule;
        } catch (SchedulerException e) {
            throw new IllegalStateException("the settlement schedule cannot start", e);
        }
    }

    /** Sees to it that each zone's shards are swept. */
    void cover(List<ZoneId> zones) throws SchedulerException {
        for (ZoneId zone : zones) {
            for (int shard = 0; shard < Sweep.shards(); shard++) {
                JobKey key = new JobKey(shard + " of " + Sweep.shards(), zone.getId());
                if (!scheduler.checkExists(key)) {
                    add(JobBuilder.newJob(SweepJob.class)
                            .withIdentity(key)
                            .usingJobData(SweepJob.ZONE, zone.getId())
                            .usingJobData(SweepJob.SHARD, shard)
                            .build());
                }
            }
        }
    }

    private void add(JobDetail job) throws SchedulerException {
        ScheduleBuilder<SimpleTrigger> often = SimpleScheduleBuilder.simpleSchedule()
                .withIntervalInMilliseconds(every.toMillis())
                .withMisfireHandlingInstructionNextWithRemainingCount()
                .repeatForever();
        scheduler.scheduleJob(
                job,
                TriggerBuilder.newTrigger()
                        .withIdentity(job.getKey().getName(), job.getKey().getGroup())
                        .startNow()
                        .withSchedule(often)
                        .build());
    }

    /** Lets running sweeps finish, then stops. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the settlement schedule cannot stop", e);
        }
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "settlements-" + UUID.randomUUID());
        settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        settings.setProperty(
                "org.quartz.threadPool.threadCount",
                Integer.toString(Math.max(2, Runtime.getRuntime().availableProcessors())));
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        settings.setProperty("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
        return settings;
    }
}
