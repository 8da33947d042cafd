package io.smartblocks.portal.bench;

import com.sun.management.OperatingSystemMXBean;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** What answers take of the processors, which other programs on the machine do not change as they change the time by the clock. */
public final class ProcessorTimes {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Map<String, Sum> routes = new ConcurrentHashMap<>();
    private long begun;
    private long ended;

    private record Sum(LongAdder requests, LongAdder nanos) {
        long average() {
            return nanos.sum() / Math.max(1, requests.sum());
        }
    }

    /** A step that takes the time of each request which a Tomcat of this process answers. */
    public ValveBase valve() {
        return new Timing();
    }

    /** From here on times count. */
    void begin() {
        routes.clear();
        begun = process.getProcessCpuTime();
    }

    /** What the process does from here on does not count. */
    void end() {
        ended = process.getProcessCpuTime();
    }

    void add(String route, long nanos) {
        Sum sum = routes.computeIfAbsent(route, each -> new Sum(new LongAdder(), new LongAdder()));
        sum.requests().increment();
        sum.nanos().add(nanos);
    }

    /** Nanoseconds for a request of this kind, on average; zero where the portal runs in another process. */
    long of(String route) {
        Sum sum = routes.get(route);
        return sum == null ? 0 : sum.average();
    }

    /** Nanoseconds for any request, on average. */
    long ofAll() {
        Sum all = new Sum(new LongAdder(), new LongAdder());
        routes.values().forEach(each -> {
            all.requests().add(each.requests().sum());
            all.nanos().add(each.nanos().sum());
        });
        return all.average();
    }

    /** Nanoseconds of the whole process. */
    long ofProcess() {
        return ended - begun;
    }

    private final class Timing extends ValveBase {

        private Timing() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            long before = threads.getCurrentThreadCpuTime();
            try {
                getNext().invoke(request, response);
            } finally {
                add(Answer.route(request.getRequestURI()), threads.getCurrentThreadCpuTime() - before);
            }
        }
    }
}
