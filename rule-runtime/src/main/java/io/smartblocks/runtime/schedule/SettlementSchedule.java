package io.smartblocks.runtime.schedule;

import static java.util.Objects.requireNonNull;

import io.smartblocks.runtime.run.Sweep;
import io.smartblocks.runtime.run.SweepReport;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.ScheduleBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

/**
 * Lets Quartz sweep what is due: one job plans, and for each time zone and shard one job settles "everything due in
 * Europe/Dublin, shard 3 of 16". What is due is a query of the sweep; the periods come from the agreements' calendars.
 */
public final class SettlementSchedule implements AutoCloseable {

    static final String SWEEP = "sweep";
    static final String LISTENER = "listener";
    static final String SCHEDULE = "schedule";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MILLIS = 20;

    private final Scheduler scheduler;
    private final Duration every;

    private SettlementSchedule(Scheduler scheduler, Duration every) {
        this.scheduler = scheduler;
        this.every = every;
    }

    /**
     * Starts sweeping in this process alone.
     *
     * @param every how often to look for what is due
     * @param listener told about each sweep that did something, or could not
     */
    public static SettlementSchedule start(Sweep sweep, Duration every, Consumer<SweepReport> listener) {
        try {
            return start(JobStore.inMemory(), sweep, every, listener);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the settlement schedule cannot start", e);
        }
    }

    /**
     * Starts sweeping as one of several nodes on a PostgreSQL database: each shard is swept by one of them at a time, and
     * where a node dies the others go on.
     *
     * @param database where the nodes share their jobs
     * @param checkIn how often a node says that it lives; some seconds later than that it counts as dead
     */
    public static SettlementSchedule shared(
            DataSource database, Duration checkIn, Sweep sweep, Duration every, Consumer<SweepReport> listener) {
        try {
            return start(JobStore.shared(database, sweep.node(), checkIn), sweep, every, listener);
        } catch (SchedulerException | SQLException e) {
            throw new IllegalStateException("the settlement schedule cannot start as '" + sweep.node() + "'", e);
        }
    }

    private static SettlementSchedule start(
            Scheduler scheduler, Sweep sweep, Duration every, Consumer<SweepReport> listener)
            throws SchedulerException {
        SettlementSchedule schedule = new SettlementSchedule(scheduler, every);
        scheduler.getContext().put(SWEEP, requireNonNull(sweep, "sweep"));
        scheduler.getContext().put(LISTENER, requireNonNull(listener, "listener"));
        scheduler.getContext().put(SCHEDULE, schedule);
        schedule.add(JobBuilder.newJob(PlanningJob.class).withIdentity("plan").build());
        scheduler.start();
        return schedule;
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
                            .usingJobData(SweepJob.SHARD, Integer.toString(shard))
                            // what a node left unfinished is swept at once by another
                            .requestRecovery()
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
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(job.getKey().getName(), job.getKey().getGroup())
                .startNow()
                .withSchedule(often)
                .build();
        // another node, or this one before it was started anew, may have added it, at another interval
        scheduler.scheduleJob(job, Set.of(trigger), true);
    }

    /**
     * Lets running sweeps finish, then stops. Quartz itself could wait for ever here, for a job that it gave to a thread
     * which had ended.
     */
    @Override
    public void close() {
        try {
            scheduler.standby();
            long until = System.nanoTime() + PATIENCE.toNanos();
            while (!scheduler.getCurrentlyExecutingJobs().isEmpty() && System.nanoTime() < until) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
            scheduler.shutdown(false);
        } catch (SchedulerException e) {
            throw new IllegalStateException("the settlement schedule cannot stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
