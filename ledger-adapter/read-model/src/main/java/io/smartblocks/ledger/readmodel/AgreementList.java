package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.transaction.AgreementId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Agreements to be listed, each by the version that counts now; the one of which a version was proposed last comes first.
 *
 * @param party whose agreements they are, each by the versions that bind it; everybody's where nobody is named
 * @param words a part of the title or of the id; empty for all
 * @param lives how far in their life they are, such as {@code active}; all where none is named
 */
public record AgreementList(Optional<MemberId> party, String words, Set<String> lives) {

    public AgreementList {
        lives = Set.copyOf(lives);
    }

    /** Where an agreement stands in the list. */
    public record Place(Instant listedAt, AgreementId agreement) {}

    /** An agreement with its place. */
    public record Row(AgreementRecord agreement, Place place) {

        static Row of(ResultSet row) throws SQLException {
            AgreementRecord agreement = AgreementView.agreement(row);
            return new Row(
                    agreement,
                    new Place(
                            Sql.instant(row, "placed_at"), agreement.proposal().agreement()));
        }
    }

    /** A query with its parameters. */
    record Query(String sql, Object[] parameters) {}

    Query rows(Optional<Place> last, int limit) {
        String listed = party.isPresent() ? "p.listed_at" : "a.listed_at";
        Query from = from(last);
        return new Query(
                "select a.*, " + listed + " as placed_at from " + from.sql() + " order by "
                        + (party.isPresent()
                                ? "p.organisation desc, p.listed_at desc, p.agreement_id desc"
                                : "a.listed_at desc, a.id desc")
                        + Sql.first(limit),
                from.parameters());
    }

    Query count() {
        Query from = from(Optional.empty());
        boolean narrow = party.isPresent() && words.isEmpty() && lives.isEmpty();
        return new Query(
                "select count(*) from "
                        + (narrow
                                ? "agreement_party p where p.organisation = ? and p.listed_at is not null"
                                : from.sql()),
                from.parameters());
    }

    private Query from(Optional<Place> last) {
        StringBuilder sql = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        String listed = party.isPresent() ? "p.listed_at" : "a.listed_at";
        String id = party.isPresent() ? "p.agreement_id" : "a.id";
        party.ifPresentOrElse(
                organisation -> {
                    sql.append("agreement_party p join agreement a on a.id = p.agreement_id and a.version = p.version"
                            + " where p.organisation = ? and p.listed_at is not null");
                    parameters.add(organisation.value());
                },
                () -> sql.append("agreement a where a.listed_at is not null"));
        last.ifPresent(place -> {
            sql.append(" and %1$s <= ? and (%1$s < ? or %2$s < ?)".formatted(listed, id));
            parameters.addAll(List.of(
                    place.listedAt(), place.listedAt(), place.agreement().value()));
        });
        if (!lives.isEmpty()) {
            sql.append(" and a.life in (" + String.join(", ", Collections.nCopies(lives.size(), "?")) + ")");
            lives.stream().sorted().forEach(parameters::add);
        }
        if (!words.isEmpty()) {
            String pattern = '%' + Sql.literal(words.toLowerCase(Locale.ROOT)) + '%';
            sql.append(" and (lower(a.title) like ? escape '!' or a.id like ? escape '!')");
            parameters.addAll(List.of(pattern, pattern));
        }
        return new Query(sql.toString(), parameters.toArray());
    }
}
