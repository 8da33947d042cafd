package io.smartblocks.runtime.schedule;

import io.smartblocks.runtime.run.Sweep;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;

/** Enters agreements that came into force into the calendar, and has each of their zones swept. */
@DisallowConcurrentExecution
public final class PlanningJob implements Job {

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        try {
            Sweep sweep = (Sweep) context.getScheduler().getContext().get(SettlementSchedule.SWEEP);
            SettlementSchedule schedule =
                    (SettlementSchedule) context.getScheduler().getContext().get(SettlementSchedule.SCHEDULE);
            schedule.cover(sweep.plan());
        } catch (SchedulerException | RuntimeException e) {
            throw new JobExecutionException("the plan of what is due could not be made", e);
        }
    }
}
