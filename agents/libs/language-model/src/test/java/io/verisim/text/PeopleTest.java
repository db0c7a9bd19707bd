package io.verisim.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.verisim.testkit.Property;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeopleTest {

    @Property
    void aPersonsNameTitleAndGenderAgreeInEveryCountry(RandomGenerator random, int size) {
        NameBook book = NameBook.of(NameBook.LOCALES.get(size % NameBook.LOCALES.size()));
        Gender gender = random.nextBoolean() ? Gender.FEMALE : Gender.MALE;
        SyntheticPerson person = new People(book).person(Optional.of(gender), false, random);
        assertThat(person.gender()).isEqualTo(gender);
        assertThat(book.given(gender)).contains(person.given());
        assertThat(book.titles(gender)).contains(person.title());
        assertThat(book.family()).contains(person.family());
        assertThat(person.houseNumber()).isBetween(1, 240);
    }

    @Property
    void anInventedNameIsInNoList(RandomGenerator random, int size) {
        NameBook book = NameBook.of("en");
        SyntheticPerson person = new People(book).person(Optional.empty(), true, random);
        assertThat(book.family()).doesNotContain(person.family());
        assertThat(person.given()).matches("\\p{Lu}\\p{Ll}{3,}");
    }

    @ParameterizedTest
    @CsvSource({
        "nl, Sanne de Vries Bakker Femke",
        "de, Müller Schmidt Jürgen Heike",
        "pl, Kowalski Wojciech Agnieszka",
        "en, 山田 太郎"
    })
    void namesTellTheCountry(String locale, String names) {
        assertThat(NameBook.closestTo(List.of(names.split(" "))).locale()).isEqualTo(locale);
    }

    @ParameterizedTest
    @CsvSource({"F, FEMALE", "male, MALE", "Frau, FEMALE", "Homme, MALE", "Mr., MALE"})
    void gendersAreUnderstoodInSeveralLanguages(String text, Gender gender) {
        assertThat(Gender.of(text)).contains(gender);
    }

    @Test
    void anUnknownLocaleIsRefusedWithThoseThereAre() {
        assertThatThrownBy(() -> NameBook.of("xx")).hasMessageContaining("nl");
    }
}
