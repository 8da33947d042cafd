package io.smartblocks.runtime.settlement;

import io.smartblocks.dsl.units.Exact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is payable between two parties when a period is settled again: the document that is made now less the one that is
 * reversed, net by net and VAT by VAT; nothing is taxed anew.
 */
public record Correction(String payer, String payee, BigDecimal net, List<Vat> vat, BigDecimal gross, String currency) {
    public Correction {
        vat = List.copyOf(vat);
    }

    /** The difference of the VAT at one rate. */
    public record Vat(Exact rate, BigDecimal amount) {}

    /** The difference of the VAT at all rates. */
    public BigDecimal vatTotal() {
        return vat.stream().map(Vat::amount).reduce(net.subtract(net), BigDecimal::add);
    }

    /** Documents taken back in full, each payable the other way. */
    public static List<Correction> reversals(List<Document> documents) {
        return documents.stream()
                .flatMap(document -> between(Optional.empty(), Optional.of(document)).stream())
                .toList();
    }

    /** The differences between the documents of a period before and now; none where nothing has changed. */
    public static List<Correction> of(List<Document> before, List<Document> now, boolean setOff) {
        Set<Sides> sides = new LinkedHashSet<>();
        now.forEach(document -> sides.add(Sides.of(document, setOff)));
        before.forEach(document -> sides.add(Sides.of(document, setOff)));
        List<Correction> corrections = new ArrayList<>();
        for (Sides each : sides) {
            between(each.find(now, setOff), each.find(before, setOff)).ifPresent(corrections::add);
        }
        return corrections;
    }

    /** A debtor and a creditor, or a pair of parties where these set off. */
    private record Sides(String one, String other) {
        static Sides of(Document document, boolean setOff) {
            return setOff && document.payer().compareTo(document.payee()) > 0
                    ? new Sides(document.payee(), document.payer())
                    : new Sides(document.payer(), document.payee());
        }

        Optional<Document> find(List<Document> documents, boolean setOff) {
            return documents.stream()
                    .filter(document -> of(document, setOff).equals(this))
                    .findFirst();
        }
    }

    private static Optional<Correction> between(Optional<Document> now, Optional<Document> before) {
        Document one = now.or(() -> before).orElseThrow();
        BigDecimal net = BigDecimal.ZERO;
        SortedMap<Exact, BigDecimal> vat = new TreeMap<>();
        for (Document document : now.stream().toList()) {
            net = net.add(signed(document.net(), document, one));
            document.vat().forEach(it -> vat.merge(it.rate(), signed(it.amount(), document, one), BigDecimal::add));
        }
        for (Document document : before.stream().toList()) {
            net = net.subtract(signed(document.net(), document, one));
            document.vat()
                    .forEach(it -> vat.merge(
                            it.rate(), signed(it.amount(), document, one).negate(), BigDecimal::add));
        }
        BigDecimal gross = vat.values().stream().reduce(net, BigDecimal::add);
        boolean nothing = net.signum() == 0 && vat.values().stream().allMatch(each -> each.signum() == 0);
        return nothing ? Optional.empty() : Optional.of(payable(one, net, vat, gross));
    }

    private static BigDecimal signed(BigDecimal amount, Document document, Document one) {
        return document.payer().equals(one.payer()) ? amount : amount.negate();
    }

    private static Correction payable(
            Document one, BigDecimal net, SortedMap<Exact, BigDecimal> vat, BigDecimal gross) {
        boolean back = gross.signum() < 0;
        List<Vat> amounts = vat.entrySet().stream()
                .map(each -> new Vat(each.getKey(), back ? each.getValue().negate() : each.getValue()))
                .toList();
        return new Correction(
                back ? one.payee() : one.payer(),
                back ? one.payer() : one.payee(),
                back ? net.negate() : net,
                amounts,
                gross.abs(),
                one.currency());
    }
}
