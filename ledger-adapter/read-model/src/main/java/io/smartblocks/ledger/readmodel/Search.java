package io.smartblocks.ledger.readmodel;

import io.smartblocks.ledger.identity.MemberId;
import io.smartblocks.ledger.proof.Hash;
import io.smartblocks.ledger.transaction.AgreementId;
import io.smartblocks.ledger.transaction.MeterId;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds what a piece of text may be the id of. */
final class Search {

    private static final int HITS_OF_A_KIND = 20;
    private static final int SHORTEST_HASH_PREFIX = 4;
    private static final int HASH_LENGTH = 64;

    private final Database database;

    Search(Database database) {
        this.database = database;
    }

    List<Found> find(String text) {
        String wanted = text.strip();
        if (wanted.isEmpty()) {
            return List.of();
        }
        return database.read(connection -> {
            List<Found> found = new ArrayList<>();
            if (wanted.matches("\\d{1,18}")) {
                found.addAll(blockNumber(connection, Long.parseLong(wanted)));
            }
            if (wanted.length() >= SHORTEST_HASH_PREFIX && wanted.matches("[0-9a-fA-F]{1,64}")) {
                found.addAll(hashes(connection, wanted.toLowerCase(Locale.ROOT)));
            }
            found.addAll(names(connection, wanted.toLowerCase(Locale.ROOT)));
            return found;
        });
    }

    private static List<Found> blockNumber(Connection connection, long number) throws SQLException {
        return Sql.list(
                connection,
                "select number from block where number = ?",
                row -> new Found.OfBlock(row.getLong("number")),
                number);
    }

    private static List<Found> hashes(Connection connection, String prefix) throws SQLException {
        // 'g' stands behind every hexadecimal digit, so this range is the prefix and an index serves it.
        List<Found> found = new ArrayList<>(Sql.list(
                connection,
                "select number from block where hash >= ? and hash < ? order by number desc"
                        + Sql.first(HITS_OF_A_KIND),
                row -> new Found.OfBlock(row.getLong("number")),
                prefix,
                prefix + "g"));
        found.addAll(Sql.list(
                connection,
                "select id as transaction_id from ledger_transaction where id_start >= ? and id_start <= ?"
                        + " and id >= ? and id <= ? order by id_start, id" + Sql.first(HITS_OF_A_KIND),
                row -> new Found.OfTransaction(Sql.transactionId(row).orElseThrow()),
                IdStart.of(filledUp(prefix, "0")),
                IdStart.of(filledUp(prefix, "f")),
                filledUp(prefix, "0"),
                filledUp(prefix, "f")));
        return found;
    }

    private static byte[] filledUp(String prefix, String digit) {
        return new Hash(prefix + digit.repeat(HASH_LENGTH - prefix.length())).bytes();
    }

    private static List<Found> names(Connection connection, String wanted) throws SQLException {
        String pattern = "%" + Sql.literal(wanted) + "%";
        List<Found> found = new ArrayList<>(Sql.list(
                connection,
                "select id, version, title from agreement where lower(id) like ? escape '!' or lower(title) like ?"
                        + " escape '!' order by id, version" + Sql.first(HITS_OF_A_KIND),
                row -> new Found.OfAgreement(
                        new AgreementId(row.getString("id")), row.getString("version"), row.getString("title")),
                pattern,
                pattern));
        found.addAll(Sql.list(
                connection,
                "select id, label from meter where lower(id) like ? escape '!' or lower(label) like ? escape '!'"
                        + " order by id" + Sql.first(HITS_OF_A_KIND),
                row -> new Found.OfMeter(new MeterId(row.getString("id")), row.getString("label")),
                withoutKind(pattern),
                pattern));
        found.addAll(Sql.list(
                connection,
                "select id, name from member where lower(id) like ? escape '!' or lower(name) like ? escape '!'"
                        + " order by id" + Sql.first(HITS_OF_A_KIND),
                row -> new Found.OfMember(new MemberId(row.getString("id")), row.getString("name")),
                pattern,
                pattern));
        return found;
    }

    /** Agreements write meters with the kind before the id. */
    private static String withoutKind(String pattern) {
        return pattern.replace("%meter/", "%");
    }
}
