package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The periods that runs did not settle, of all agreements or of those of one party. */
public final class RunProblems {

    private static final String OF_PARTY =
            "q.agreement_id in (select p.agreement_id from agreement_party p where p.organisation = ?)";

    private static final Asked RUNS = new Asked("run", List.of("varchar(40)"), "");

    private final Database database;
    private final Optional<MemberId> party;

    RunProblems(Database database, Optional<MemberId> party) {
        this.database = database;
        this.party = party;
    }

    /** A problem with its place among those of its run. */
    public record Placed(int place, RunRecord.Problem problem) {}

    /**
     * How many periods of a run stayed open.
     *
     * @param failed the first of those that are not only held
     */
    public record Open(int count, Optional<Placed> failed) {}

    /** How many periods of these runs stayed open; a run without any is not named. */
    public Map<String, Open> open(List<RunRecord> runs) {
        List<Object[]> asked = runs.stream().map(run -> new Object[] {run.id()}).toList();
        return database.read(c -> {
            Map<String, Open> open = new TreeMap<>();
            for (Count count : RUNS.list(
                    c,
                    asked,
                    these -> "select q.run_id, count(*) as open, coalesce(min(case when q.outcome <> 'held' then"
                            + " q.place end), -1) as failed from " + these + " join sweep_problem q on q.run_id ="
                            + " asked.run" + (party.isPresent() ? " where " + OF_PARTY : "") + " group by q.run_id",
                    row -> new Count(row.getString("run_id"), row.getInt("open"), row.getInt("failed")),
                    party.stream().map(MemberId::value).toArray())) {
                open.put(count.run(), new Open(count.open(), at(c, count)));
            }
            return open;
        });
    }

    private record Count(String run, int open, int failed) {}

    /** Those of a run, from behind a place on. */
    public List<Placed> of(String run, int behind, int limit) {
        List<Object> parameters = new ArrayList<>(List.of(run, behind));
        party.map(MemberId::value).ifPresent(parameters::add);
        return database.read(c -> Sql.list(
                c,
                "select q.* from sweep_problem q where q.run_id = ? and q.place > ?"
                        + (party.isPresent() ? " and " + OF_PARTY : "") + " order by q.place" + Sql.first(limit),
                row -> new Placed(row.getInt("place"), problem(row)),
                parameters.toArray()));
    }

    private static Optional<Placed> at(Connection connection, Count count) throws SQLException {
        return Sql.one(
                connection,
                "select * from sweep_problem where run_id = ? and place = ?",
                row -> new Placed(row.getInt("place"), problem(row)),
                count.run(),
                count.failed());
    }

    static RunRecord.Problem problem(ResultSet row) throws SQLException {
        return new RunRecord.Problem(
                row.getString("agreement_id"),
                row.getString("period_name"),
                row.getObject("from_day", LocalDate.class),
                row.getString("outcome"),
                row.getString("step"),
                row.getString("message"));
    }
}
