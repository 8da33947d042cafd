package io.smartblocks.runtime.schedule;

import io.smartblocks.runtime.run.Sweep;
import io.smartblocks.runtime.run.SweepReport;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;

/** Settles what is due in one shard of one zone. */
@DisallowConcurrentExecution
public final class SweepJob implements Job {

    static final String ZONE = "zone";
    static final String SHARD = "shard";

    @Override
    @SuppressWarnings("unchecked")
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            Sweep sweep = (Sweep) context.getScheduler().getContext().get(SettlementSchedule.SWEEP);
            Consumer<SweepReport> listener =
                    (Consumer<SweepReport>) context.getScheduler().getContext().get(SettlementSchedule.LISTENER);
            SweepReport report = sweep.run(
                    ZoneId.of(context.getMergedJobDataMap().getString(ZONE)),
                    Integer.parseInt(context.getMergedJobDataMap().getString(SHARD)));
            if (!report.isEmpty() || !report.isComplete()) {
                listener.accept(report);
            }
        } catch (SchedulerException | RuntimeException e) {
            throw new JobExecutionException(
                    "the sweep of " + context.getJobDetail().getKey() + " failed", e);
        }
    }
}
