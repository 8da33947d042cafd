package io.smartblocks.ledger.transaction;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an invoice must name of an organisation that sends or receives it, beside what it is for.
 *
 * @param legalName the name under which it is registered
 * @param address where it has its seat
 * @param vatId its VAT identifier, with the letters of its country: {@code IE9700053D}
 * @param registration its number in the register of companies
 * @param electronicAddress where it receives electronic invoices
 * @param account where it wants to be paid
 */
public record Particulars(
        String legalName,
        PostalAddress address,
        Optional<String> vatId,
        Optional<String> registration,
        Optional<ElectronicAddress> electronicAddress,
        Optional<PaymentAccount> account) {

    /**
     * A postal address.
     *
     * @param street the street and the number
     * @param postcode as the post writes it
     * @param city the town
     * @param region the county, state or canton
     * @param country the two letters of ISO 3166
     */
    public record PostalAddress(
            Optional<String> street, Optional<String> postcode, String city, Optional<String> region, String country) {

        /** The address from the street to the country, each part once. */
        public List<String> parts() {
            return Stream.of(
                            street,
                            postcode.map(code -> code + " " + city).or(() -> Optional.of(city)),
                            region,
                            Optional.of(country))
                    .flatMap(Optional::stream)
                    .toList();
        }

        /** Such as {@code 1 Poolbeg Street, D02 X285 Dublin, IE}. */
        public String inOneLine() {
            return String.join(", ", parts());
        }
    }

    /**
     * An address of an invoicing network.
     *
     * @param scheme the code of the list of electronic address schemes: {@code 9935} for Irish VAT numbers, {@code EM} for mail
     * @param address the address in that scheme
     */
    public record ElectronicAddress(String scheme, String address) {}

    /**
     * An account at a bank.
     *
     * @param iban its number by ISO 13616, without spaces
     * @param bic the code of the bank by ISO 9362
     * @param holder in whose name it is, where that is another than the legal name
     */
    public record PaymentAccount(String iban, Optional<String> bic, Optional<String> holder) {}
}
