package io.verisim.processor.classify.name;

import static org.assertj.core.api.Assertions.assertThat;

import io.verisim.model.sensitivity.SensitivityType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNamesTest {

    private final Vocabulary vocabulary = Vocabulary.load();

    @Test
    void namesAreTakenApartAtCaseDigitsAndSigns() {
        assertThat(NameTokens.of("customerEMailAddress2")).containsExactly("customer", "e", "mail", "address");
        assertThat(NameTokens.of("Straße_Nr.")).containsExactly("strasse", "nr");
        assertThat(NameTokens.of("IPAddress")).containsExactly("ip", "address");
        assertThat(NameTokens.of("42")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "firstName,NAME",
        "FNAME,NAME",
        "cust_last_nm2 name,NAME",
        "Nachname,NAME",
        "apellido_paterno,NAME",
        "kundennachname,NAME",
        "e-mail,EMAIL",
        "correo,EMAIL",
        "tel_nr,PHONE",
        "handynummer,PHONE",
        "DOB,DOB",
        "dateOfBirth,DOB",
        "fecha_nacimiento,DOB",
        "ssn,NATIONAL_ID",
        "codice_fiscale,NATIONAL_ID",
        "PLZ,POSTCODE",
        "ccNumber,CREDIT_CARD",
        "kontonummer,BANK_ACCOUNT",
        "ip_addr,IP",
        "passwd,PASSWORD",
        "straatnaam,ADDRESS",
        "county_name,REGION",
        "blutgruppe,HEALTH",
        "customer_id,ID",
        "product_name,NONE"
    })
    void columnsAreCalledManyThings(String name, SensitivityType type) {
        Optional<Vocabulary.Match> match = vocabulary.best(NameTokens.of(name));
        assertThat(match).get().extracting(found -> found.phrase().type()).isEqualTo(type);
    }

    @Test
    void wordsThatMeanNothingMatchNothing() {
        assertThat(vocabulary.best(List.of("tenure"))).isEmpty();
        assertThat(vocabulary.best(List.of("c"))).isEmpty();
    }
}
