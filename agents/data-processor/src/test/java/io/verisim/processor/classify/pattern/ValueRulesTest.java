package io.verisim.processor.classify.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers published by the issuing authorities, card schemes or in standards as examples. */
class ValueRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "078-05-1120",
                "AB 12 34 56 C",
                "255081416802538",
                "86095742719",
                "12345678Z",
                "X1234567L",
                "RSSMRA85T10A562S",
                "44051401359",
                "529.982.247-25",
                "2341 2341 2346",
                "111222333",
                "811228-9874",
                "131052-308T",
                "85073003328",
                "756.9217.0769.85",
                "193 456 787",
                "123 456 782",
                "11010519491231002X",
                "8001015009087",
                "1234567T",
                "12.345.678-5",
                "HEGG560427MVZRRL04"
            })
    void publishedNationalIdsAreValid(String id) {
        assertThat(NationalIds.all()).anyMatch(rule -> rule.test().test(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "078-00-1120",
                "666-05-1120",
                "12345678A",
                "44051401358",
                "529.982.247-24",
                "hello",
                "",
                "2024-01-15"
            })
    void othersAreNot(String id) {
        assertThat(NationalIds.all()).noneMatch(rule -> rule.test().test(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111111111111111",
                "5555 5555 5555 4444",
                "378282246310005",
                "6011-1111-1111-1117",
                "3530111333300000"
            })
    void testCardsOfTheSchemesAreCards(String number) {
        assertThat(AccountRules.isCard(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4111111111111112", "1234567890123", "4000000000000000", "490154203237518", "12"})
    void otherLongNumbersAreNoCards(String number) {
        assertThat(AccountRules.isCard(number)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GB82 WEST 1234 5698 7654 32",
                "DE89370400440532013000",
                "NO9386011117947",
                "FR1420041010050500013M02606"
            })
    void publishedIbansAreValid(String iban) {
        assertThat(AccountRules.isIban(iban)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB82WEST12345698765433", "DE00", "XX12", "DE8937040044053201300 Ö"})
    void misspeltIbansAreNot(String iban) {
        assertThat(AccountRules.isIban(iban)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49 89 1234567",
                "(030) 123456",
                "0171/1234567",
                "555-123-4567",
                "06 12 34 56 78",
                "+1 (555) 123-4567 x89"
            })
    void telephoneNumbersAreToldByTheirForm(String number) {
        assertThat(Telephones.isFormed(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-01-15",
                "15.01.2024",
                "01/02/99",
                "078-05-1120",
                "192.168.100.200",
                "3.14159",
                "12345-6789",
                "1234567",
                "978-3-16-148410-0",
                "4111 1111 1111 1111",
                "10-20",
                "12/34567",
                "1 2 3 4 5 6"
            })
    void datesAmountsAndCodesAreNoTelephoneNumbers(String value) {
        assertThat(Telephones.isFormed(value)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.co", "first.last+tag@sub.example.co.uk", "jürgen@müller.de", "o'neil@example.org"})
    void emailAddressesAreTold(String value) {
        assertThat(ContactRules.isEmail(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@b.co", "a@b", "a b@c.de", "a@@b.co", "a@b..co", "a@-b.co", "mailto"})
    void malformedOnesAreNot(String value) {
        assertThat(ContactRules.isEmail(value)).isFalse();
    }
}
