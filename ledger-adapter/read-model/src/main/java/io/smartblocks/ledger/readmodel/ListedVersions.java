package io.smartblocks.ledger.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Marks of each agreement the version under which lists show it: to everybody, and to each of its parties. */
final class ListedVersions {

    private static final Asked AGREEMENTS = new Asked("agreement", List.of("varchar(120)"), "");

    private static final Comparator<Version> NEWEST =
            Comparator.comparing(Version::proposedAt).thenComparing(Version::version);

    private final Connection connection;

    ListedVersions(Connection connection) {
        this.connection = connection;
    }

    private record Version(String agreement, String version, int precedence, Instant proposedAt) {}

    private record Bound(String term, String organisation, Version version) {}

    void mark(Collection<String> agreements) throws SQLException {
        List<Object[]> asked = agreements.stream().map(id -> new Object[] {id}).toList();
        Map<String, List<Version>> ofAll = new LinkedHashMap<>();
        AGREEMENTS
                .list(
                        connection,
                        asked,
                        these -> "select a.id, a.version, a.precedence, a.proposed_at from " + these
                                + " join agreement a on a.id = asked.agreement",
                        row -> new Version(
                                row.getString("id"),
                                row.getString("version"),
                                row.getInt("precedence"),
                                Sql.instant(row, "proposed_at")))
                .forEach(version -> ofAll.computeIfAbsent(version.agreement(), id -> new ArrayList<>())
                        .add(version));
        List<Object[]> marks = new ArrayList<>();
        ofAll.values().forEach(versions -> {
            Version counts = counting(versions);
            marks.add(new Object[] {newest(versions), counts.agreement(), counts.version()});
        });
        Sql.batch(connection, "update agreement set listed_at = null where id = ? and listed_at is not null", asked);
        Sql.batch(connection, "update agreement set listed_at = ? where id = ? and version = ?", marks);
        markForParties(asked, ofAll);
    }

    private void markForParties(List<Object[]> asked, Map<String, List<Version>> ofAll) throws SQLException {
        Map<List<String>, List<Bound>> ofParties = new LinkedHashMap<>();
        AGREEMENTS
                .list(
                        connection,
                        asked,
                        these -> "select p.agreement_id, p.version, p.term, p.organisation from " + these
                                + " join agreement_party p on p.agreement_id = asked.agreement",
                        row -> {
                            String version = row.getString("version");
                            return new Bound(
                                    row.getString("term"),
                                    row.getString("organisation"),
                                    ofAll.get(row.getString("agreement_id")).stream()
                                            .filter(known -> known.version().equals(version))
                                            .findFirst()
                                            .orElseThrow());
                        })
                .forEach(bound -> ofParties
                        .computeIfAbsent(
                                List.of(bound.version().agreement(), bound.organisation()), its -> new ArrayList<>())
                        .add(bound));
        List<Object[]> marks = new ArrayList<>();
        ofParties.values().forEach(bounds -> {
            List<Version> versions = bounds.stream().map(Bound::version).toList();
            Version counts = counting(versions);
            String term = bounds.stream()
                    .filter(bound -> bound.version().equals(counts))
                    .map(Bound::term)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            marks.add(new Object[] {newest(versions), counts.agreement(), counts.version(), term});
        });
        Sql.batch(
                connection,
                "update agreement_party set listed_at = null where agreement_id = ? and listed_at is not null",
                asked);
        Sql.batch(
                connection,
                "update agreement_party set listed_at = ? where agreement_id = ? and version = ? and term = ?",
                marks);
    }

    private static Version counting(List<Version> versions) {
        return versions.stream()
                .min(Comparator.comparing(Version::precedence).thenComparing(NEWEST.reversed()))
                .orElseThrow();
    }

    private static Instant newest(List<Version> versions) {
        return versions.stream().max(NEWEST).orElseThrow().proposedAt();
    }
}
