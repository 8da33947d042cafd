package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The runs of the scheduler: what each sweep did, of all nodes that share the database. */
public final class RunLog {

    private static final int LONGEST_MESSAGE = 10_000;

    private final Database database;

    RunLog(Database database) {
        this.database = database;
    }

    /** Notes a run that has ended. */
    public void add(RunRecord run) {
        database.inLastingTransaction(connection -> insert(connection, run));
    }

    private static int insert(Connection connection, RunRecord run) throws SQLException {
        Sql.run(
                connection,
                "insert into sweep_run (id, node, zone, shard, started_at, ended_at, outcomes, stopped)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                run.id(),
                run.node(),
                run.zone(),
                run.shard(),
                run.startedAt(),
                run.endedAt(),
                written(run.outcomes()),
                run.stopped().map(RunLog::shortened));
        List<Object[]> problems = new ArrayList<>();
        for (RunRecord.Problem problem : run.problems()) {
            problems.add(new Object[] {
                run.id(),
                problems.size(),
                problem.agreement(),
                problem.period(),
                problem.from(),
                problem.outcome(),
                problem.step(),
                shortened(problem.message())
            });
        }
        Sql.batch(
                connection,
                "insert into sweep_problem (run_id, place, agreement_id, period_name, from_day, outcome, step, message)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                problems);
        return problems.size();
    }

    /** The runs that started last, newest first. */
    public List<RunRecord> newest(int limit) {
        return list("", limit);
    }

    /** The run with an id. */
    public Optional<RunRecord> withId(String id) {
        return list("where id = ?", 1, id).stream().findFirst();
    }

    /** Where a run stands in the list of them. */
    public record Place(Instant startedAt, String id) {}

    /**
     * The runs that started last, newest first, without their problems.
     *
     * @param last behind which place they stand; from the newest on where there is none
     */
    public List<RunRecord> page(Optional<Place> last, int limit) {
        List<Object> parameters = new ArrayList<>();
        String where = last.map(place -> {
                    parameters.addAll(List.of(place.startedAt(), place.startedAt(), place.id()));
                    return "where started_at <= ? and (started_at < ? or id < ?)";
                })
                .orElse("");
        return database.read(connection -> runs(connection, where, limit, parameters.toArray()));
    }

    /** The run with an id, without its problems. */
    public Optional<RunRecord> one(String id) {
        return database.read(connection -> runs(connection, "where id = ?", 1, id)).stream()
                .findFirst();
    }

    /** The problems of runs. */
    public RunProblems problems(Optional<MemberId> party) {
        return new RunProblems(database, party);
    }

    /** The runs in which something was not settled or that ended early, newest first. */
    public List<RunRecord> withProblems(int limit) {
        return list(
                "where stopped is not null or exists (select 1 from sweep_problem p where p.run_id = sweep_run.id)",
                limit);
    }

    /** Forgets the runs that ended before an instant. */
    public int forgetBefore(Instant instant) {
        return database.inTransaction(connection -> {
            Sql.run(
                    connection,
                    "delete from sweep_problem where run_id in (select id from sweep_run where ended_at < ?)",
                    instant);
            return Sql.run(connection, "delete from sweep_run where ended_at < ?", instant);
        });
    }

    private List<RunRecord> list(String where, int limit, Object... parameters) {
        return database.read(connection -> {
            List<RunRecord> runs = new ArrayList<>();
            for (RunRecord run : runs(connection, where, limit, parameters)) {
                runs.add(run.with(Sql.list(
                        connection,
                        "select * from sweep_problem where run_id = ? order by place",
                        RunProblems::problem,
                        run.id())));
            }
            return runs;
        });
    }

    private static List<RunRecord> runs(Connection connection, String where, int limit, Object... parameters)
            throws SQLException {
        return Sql.list(
                connection,
                "select * from sweep_run " + where + " order by started_at desc, id desc" + Sql.first(limit),
                RunLog::run,
                parameters);
    }

    private static RunRecord run(ResultSet row) throws SQLException {
        return new RunRecord(
                row.getString("id"),
                row.getString("node"),
                row.getString("zone"),
                row.getInt("shard"),
                Sql.instant(row, "started_at"),
                Sql.instant(row, "ended_at"),
                read(row.getString("outcomes")),
                Optional.ofNullable(row.getString("stopped")),
                List.of());
    }

    /** Such as {@code held=2,settled=498}. */
    private static String written(SortedMap<String, Integer> outcomes) {
        List<String> words = new ArrayList<>();
        outcomes.forEach((outcome, count) -> words.add(outcome + "=" + count));
        return String.join(",", words);
    }

    private static SortedMap<String, Integer> read(String written) {
        SortedMap<String, Integer> outcomes = new TreeMap<>();
        for (String word : written.isEmpty() ? new String[0] : written.split(",")) {
            int equals = word.indexOf('=');
            outcomes.put(word.substring(0, equals), Integer.valueOf(word.substring(equals + 1)));
        }
        return outcomes;
    }

    private static String shortened(String message) {
        String storable = message.replace('\0', ' ');
        return storable.length() <= LONGEST_MESSAGE ? storable : storable.substring(0, LONGEST_MESSAGE - 1) + "…";
    }
}
