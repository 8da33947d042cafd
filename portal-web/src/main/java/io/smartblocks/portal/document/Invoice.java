package io.smartblocks.portal.document;

import io.smartblocks.ledger.transaction.Particulars;
import io.smartblocks.ledger.transaction.Particulars.PaymentAccount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invoice or credit note in the terms of EN 16931, before it is written in one of its syntaxes.
 *
 * @param number BT-1
 * @param kind BT-3
 * @param issued BT-2
 * @param due BT-9
 * @param currency BT-5
 * @param contract BT-12
 * @param from BT-73
 * @param lastDay BT-74
 * @param preceding BG-3
 * @param seller BG-4
 * @param buyer BG-7
 * @param account BG-17, where the seller wants to be paid
 * @param terms BT-20
 * @param notes BT-22
 * @param lines BG-25
 * @param vat BG-23
 * @param net BT-106 and BT-109
 * @param vatTotal BT-110
 * @param gross BT-112 and BT-115
 */
record Invoice(
        String number,
        Kind kind,
        LocalDate issued,
        Optional<LocalDate> due,
        String currency,
        String contract,
        LocalDate from,
        LocalDate lastDay,
        Optional<Preceding> preceding,
        Trader seller,
        Trader buyer,
        Optional<PaymentAccount> account,
        String terms,
        List<String> notes,
        List<Item> lines,
        List<Tax> vat,
        BigDecimal net,
        BigDecimal vatTotal,
        BigDecimal gross) {

    /** BT-24: the European norm itself, without rules of a country or network. */
    static final String NORM = "urn:cen.eu:en16931:2017";

    Invoice {
        notes = List.copyOf(notes);
        lines = List.copyOf(lines);
        vat = List.copyOf(vat);
    }

    /** BT-3, by UNTDID 1001. */
    enum Kind {
        INVOICE("380"),
        CREDIT_NOTE("381");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        Kind opposite() {
            return this == INVOICE ? CREDIT_NOTE : INVOICE;
        }
    }

    /** BT-25 and BT-26: the document that this one takes back. */
    record Preceding(String number, LocalDate issued) {}

    /** A seller or buyer; without VAT identifier where nothing is subject to VAT (BR-O-02). */
    record Trader(Particulars said, boolean taxed) {

        Optional<String> vatId() {
            return taxed ? said.vatId() : Optional.empty();
        }
    }

    /** The category of VAT, by UNTDID 5305. */
    enum Category {
        S,
        E,
        O
    }

    /** How a line or group is taxed; the rate in percent. */
    record Rate(Category category, BigDecimal percent) {}

    /** BG-23. */
    record Tax(Rate rate, BigDecimal base, BigDecimal amount) {

        /** BT-120. */
        Optional<String> reason() {
            return switch (rate.category()) {
                case S -> Optional.empty();
                case E -> Optional.of("The agreement provides for no VAT on these lines");
                case O -> Optional.of("Not subject to VAT");
            };
        }

        /** BT-121. */
        Optional<String> reasonCode() {
            return rate.category() == Category.O ? Optional.of("VATEX-EU-O") : Optional.empty();
        }
    }

    /** How much of what at which price: BT-129, BT-130 and BT-146. */
    record Measured(BigDecimal quantity, String unitCode, BigDecimal price) {}

    /** BG-25. */
    record Item(
            int number,
            String name,
            String description,
            Optional<String> note,
            Measured measured,
            BigDecimal net,
            Rate rate) {}
}
