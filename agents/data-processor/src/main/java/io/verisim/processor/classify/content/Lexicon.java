package io.verisim.processor.classify.content;

import java.util.Set;

/**
 * The dictionaries together.
 *
 * @param given given names of some fifty languages and regions
 * @param family family names of the same
 * @param words common words of eight languages
 * @param cities cities of at least 5,000 people
 * @param regions first-level divisions of all countries, and common abbreviations of them
 * @param countries names of countries in several languages
 */
record Lexicon(
        Set<String> given,
        Set<String> family,
        Set<String> words,
        Set<String> cities,
        Set<String> regions,
        Set<String> countries) {

    static Lexicon load() {
        Set<String> regions = WordList.compressed("regions");
        regions.addAll(WordList.plain("region-codes"));
        return new Lexicon(
                WordList.compressed("given"),
                WordList.compressed("family"),
                WordList.compressed("words"),
                WordList.compressed("cities"),
                regions,
                WordList.plain("countries"));
    }

    boolean isName(String word) {
        return given.contains(word) || family.contains(word);
    }

    boolean isPlace(String value) {
        return cities.contains(value) || regions.contains(value) || countries.contains(value);
    }
}
