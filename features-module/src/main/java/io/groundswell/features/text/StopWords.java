package io.groundswell.features.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.ckb.SoraniAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.el.GreekAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.et.EstonianAnalyzer;
import org.apache.lucene.analysis.eu.BasqueAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.ga.IrishAnalyzer;
import org.apache.lucene.analysis.gl.GalicianAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.hy.ArmenianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.lt.LithuanianAnalyzer;
import org.apache.lucene.analysis.lv.LatvianAnalyzer;
import org.apache.lucene.analysis.ne.NepaliAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sr.SerbianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.te.TeluguAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.spark.ml.feature.StopWordsRemover;

/**
 * Words that say nothing of what a post is about: the lists of Lucene and Spark, and ours where they have none,
 * in canonical form, each loaded when it is first asked for.
 */
final class StopWords {
    /** What platforms put into a text, and what is left of HTML entities. */
    private static final Set<String> NOISE =
            Set.of("rt", "via", "amp", "http", "https", "co", "www", "com", "lt", "gt", "quot", "nbsp");

    private static final Map<String, Supplier<CharArraySet>> LUCENE = Map.ofEntries(
            Map.entry("ar", ArabicAnalyzer::getDefaultStopSet),
            Map.entry("bg", BulgarianAnalyzer::getDefaultStopSet),
            Map.entry("bn", BengaliAnalyzer::getDefaultStopSet),
            Map.entry("ca", CatalanAnalyzer::getDefaultStopSet),
            Map.entry("ckb", SoraniAnalyzer::getDefaultStopSet),
            Map.entry("cs", CzechAnalyzer::getDefaultStopSet),
            Map.entry("da", DanishAnalyzer::getDefaultStopSet),
            Map.entry("de", GermanAnalyzer::getDefaultStopSet),
            Map.entry("el", GreekAnalyzer::getDefaultStopSet),
            Map.entry("en", EnglishAnalyzer::getDefaultStopSet),
            Map.entry("es", SpanishAnalyzer::getDefaultStopSet),
            Map.entry("et", EstonianAnalyzer::getDefaultStopSet),
            Map.entry("eu", BasqueAnalyzer::getDefaultStopSet),
            Map.entry("fa", PersianAnalyzer::getDefaultStopSet),
            Map.entry("fi", FinnishAnalyzer::getDefaultStopSet),
            Map.entry("fr", FrenchAnalyzer::getDefaultStopSet),
            Map.entry("ga", IrishAnalyzer::getDefaultStopSet),
            Map.entry("gl", GalicianAnalyzer::getDefaultStopSet),
            Map.entry("hi", HindiAnalyzer::getDefaultStopSet),
            Map.entry("hu", HungarianAnalyzer::getDefaultStopSet),
            Map.entry("hy", ArmenianAnalyzer::getDefaultStopSet),
            Map.entry("id", IndonesianAnalyzer::getDefaultStopSet),
            Map.entry("it", ItalianAnalyzer::getDefaultStopSet),
            Map.entry("lt", LithuanianAnalyzer::getDefaultStopSet),
            Map.entry("lv", LatvianAnalyzer::getDefaultStopSet),
            Map.entry("ne", NepaliAnalyzer::getDefaultStopSet),
            Map.entry("nl", DutchAnalyzer::getDefaultStopSet),
            Map.entry("no", NorwegianAnalyzer::getDefaultStopSet),
            Map.entry("pt", PortugueseAnalyzer::getDefaultStopSet),
            Map.entry("ro", RomanianAnalyzer::getDefaultStopSet),
            Map.entry("ru", RussianAnalyzer::getDefaultStopSet),
            Map.entry("sr", SerbianAnalyzer::getDefaultStopSet),
            Map.entry("sv", SwedishAnalyzer::getDefaultStopSet),
            Map.entry("ta", TamilAnalyzer::getDefaultStopSet),
            Map.entry("te", TeluguAnalyzer::getDefaultStopSet),
            Map.entry("th", ThaiAnalyzer::getDefaultStopSet),
            Map.entry("tr", TurkishAnalyzer::getDefaultStopSet));

    /** Languages for which a list of ours stands beside Lucene's, if it has one, in the resources. */
    private static final Set<String> OURS =
            Set.of("el", "fil", "he", "hr", "ja", "ko", "pl", "sk", "uk", "ur", "vi", "zh");

    /** Codes of languages that are written with the words of another one's list. */
    private static final Map<String, String> SHARED =
            Map.of("nb", "no", "nn", "no", "tl", "fil", "bs", "hr", "sh", "hr", "ms", "id", "yue", "zh");

    private static final Set<String> ENGLISH = load("en");
    private static final Set<String> ALWAYS = quick(Stream.concat(NOISE.stream(), ENGLISH.stream()));
    private static final Map<String, Set<String>> LOADED = new ConcurrentHashMap<>(Map.of("en", ENGLISH));

    private StopWords() {}

    /** Returns the stop words of a language; none for null and languages without a list. */
    static Set<String> of(String language) {
        if (language == null) {
            return Set.of();
        }
        String list = SHARED.getOrDefault(language, language);
        return LUCENE.containsKey(list) || OURS.contains(list)
                ? LOADED.computeIfAbsent(list, StopWords::load)
                : Set.of();
    }

    /** Returns whether a word says nothing in a post of any language: English is mixed into all of them. */
    static boolean isAlways(String term) {
        return ALWAYS.contains(term);
    }

    private static Set<String> load(String language) {
        return quick(Stream.of(ofLucene(language), ofSpark(language), ours(language))
                .flatMap(words -> words)
                .map(Canonical::of)
                .filter(word -> word.indexOf(' ') < 0) // some of Lucene's lists hold phrases and a heading
                .flatMap(word -> Stream.of(word, withoutApostrophe(word), persian(word))));
    }

    /** Every word of every post is looked up: Java's immutable sets divide for each, and probe in a row. */
    private static Set<String> quick(Stream<String> words) {
        Set<String> all = words.collect(Collectors.toCollection(HashSet::new));
        return Collections.unmodifiableSet(all);
    }

    private static Stream<String> ofLucene(String language) {
        return LUCENE.containsKey(language)
                ? LUCENE.get(language).get().stream().map(word -> String.valueOf((char[]) word))
                : Stream.empty();
    }

    /** Spark's English list has the contractions, which Lucene's tokenizer for it takes apart. */
    private static Stream<String> ofSpark(String language) {
        return language.equals("en") ? Arrays.stream(StopWordsRemover.loadDefaultStopWords("english")) : Stream.empty();
    }

    private static Stream<String> ours(String language) {
        if (!OURS.contains(language)) {
            return Stream.empty();
        }
        try (InputStream in = StopWords.class.getResourceAsStream("stopwords/" + language + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.strip().split(" +")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In haste people write dont and im; what ends in 'll and 'd would become a word of its own: shell, well. */
    private static String withoutApostrophe(String word) {
        boolean isSafe = word.endsWith("n't") || word.endsWith("'m") || word.endsWith("'ve");
        return isSafe ? word.replace("'", "") : word;
    }

    /** Lucene's Persian list has the Arabic letters to which its analyzer folds. */
    private static String persian(String word) {
        return word.replace('ي', 'ی').replace('ك', 'ک');
    }
}
