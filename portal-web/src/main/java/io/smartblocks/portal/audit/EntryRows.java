package io.smartblocks.portal.audit;

import io.smartblocks.ledger.proof.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the audit log. Nothing here changes or deletes an entry. */
final class EntryRows {

    private final JdbcClient jdbc;

    EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where the chain ends; until the transaction is over, nobody else can add to it. */
    Head lockHead() {
        return jdbc.sql("select number, hash from audit_head where id = 1 for update")
                .query(EntryRows::readHead)
                .single();
    }

    Head head() {
        return jdbc.sql("select number, hash from audit_head where id = 1")
                .query(EntryRows::readHead)
                .single();
    }

    void add(Entry entry) {
        Entry.Content content = entry.content();
        jdbc.sql("insert into audit_entry (number, at, who, role, address, act, subject, outcome, reason, before_text,"
                        + " after_text, ledger_transaction, previous_hash, hash) values (:number, :at, :who, :role,"
                        + " :address, :act, :subject, :outcome, :reason, :before, :after, :transaction, :previous,"
                        + " :hash)")
                .param("number", content.number())
                .param("at", content.at().atOffset(ZoneOffset.UTC))
                .param("who", content.who())
                .param("role", content.role())
                .param("address", content.address())
                .param("act", content.act())
                .param("subject", content.subject())
                .param("outcome", content.outcome())
                .param("reason", content.reason())
                .param("before", content.before())
                .param("after", content.after())
                .param("transaction", content.transaction())
                .param("previous", content.previous().value())
                .param("hash", entry.hash().value())
                .update();
        jdbc.sql("update audit_head set number = :number, hash = :hash where id = 1")
                .param("number", content.number())
                .param("hash", entry.hash().value())
                .update();
    }

    /** The entries behind a number, in the order of the chain. */
    List<Entry> behind(long number, int atMost) {
        return jdbc.sql("select * from audit_entry where number > :number order by number limit :most")
                .param("number", number)
                .param("most", atMost)
                .query(EntryRows::readEntry)
                .list();
    }

    Optional<Entry> entry(long number) {
        return jdbc.sql("select * from audit_entry where number = :number")
                .param("number", number)
                .query(EntryRows::readEntry)
                .optional();
    }

    /** The entries that a filter asks for before a number, newest first. */
    List<Entry> newest(AuditFilter filter, long before, int atMost) {
        return jdbc.sql("select * from audit_entry where number < :before" + filter.condition()
                        + " order by number desc limit :most")
                .param("before", before)
                .params(filter.parameters())
                .param("most", atMost)
                .query(EntryRows::readEntry)
                .list();
    }

    private static Head readHead(ResultSet row, int number) throws SQLException {
        return new Head(row.getLong("number"), new Hash(row.getString("hash")));
    }

    private static Entry readEntry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new Entry.Content(
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("role"),
                        row.getString("address"),
                        row.getString("act"),
                        row.getString("subject"),
                        row.getString("outcome"),
                        row.getString("reason"),
                        row.getString("before_text"),
                        row.getString("after_text"),
                        row.getString("ledger_transaction"),
                        new Hash(row.getString("previous_hash"))),
                new Hash(row.getString("hash")));
    }
}
