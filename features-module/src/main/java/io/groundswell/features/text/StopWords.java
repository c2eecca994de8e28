package io.groundswell.features.text;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.bg.BulgarianAnalyzer;
import org.apache.lucene.analysis.ca.CatalanAnalyzer;
import org.apache.lucene.analysis.cz.CzechAnalyzer;
import org.apache.lucene.analysis.da.DanishAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.analysis.fi.FinnishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.hu.HungarianAnalyzer;
import org.apache.lucene.analysis.id.IndonesianAnalyzer;
import org.apache.lucene.analysis.it.ItalianAnalyzer;
import org.apache.lucene.analysis.nl.DutchAnalyzer;
import org.apache.lucene.analysis.no.NorwegianAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ro.RomanianAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.sv.SwedishAnalyzer;
import org.apache.lucene.analysis.th.ThaiAnalyzer;
import org.apache.lucene.analysis.tr.TurkishAnalyzer;
import org.apache.spark.ml.feature.StopWordsRemover;

/**
 * Words that say nothing of what a post is about: the lists of Lucene and Spark in canonical form, each loaded when it is
 * first asked for.
 */
final class StopWords {
    /** What platforms put into a text, and what is left of HTML entities. */
    private static final Set<String> NOISE =
            Set.of("rt", "via", "amp", "http", "https", "co", "www", "com", "lt", "gt", "quot", "nbsp");

    private static final Map<String, Supplier<CharArraySet>> LUCENE = Map.ofEntries(
            Map.entry("ar", ArabicAnalyzer::getDefaultStopSet),
            Map.entry("bg", BulgarianAnalyzer::getDefaultStopSet),
            Map.entry("ca", CatalanAnalyzer::getDefaultStopSet),
            Map.entry("cs", CzechAnalyzer::getDefaultStopSet),
            Map.entry("da", DanishAnalyzer::getDefaultStopSet),
            Map.entry("de", GermanAnalyzer::getDefaultStopSet),
            Map.entry("en", EnglishAnalyzer::getDefaultStopSet),
            Map.entry("es", SpanishAnalyzer::getDefaultStopSet),
            Map.entry("fa", PersianAnalyzer::getDefaultStopSet),
            Map.entry("fi", FinnishAnalyzer::getDefaultStopSet),
            Map.entry("fr", FrenchAnalyzer::getDefaultStopSet),
            Map.entry("hi", HindiAnalyzer::getDefaultStopSet),
            Map.entry("hu", HungarianAnalyzer::getDefaultStopSet),
            Map.entry("id", IndonesianAnalyzer::getDefaultStopSet),
            Map.entry("it", ItalianAnalyzer::getDefaultStopSet),
            Map.entry("nl", DutchAnalyzer::getDefaultStopSet),
            Map.entry("no", NorwegianAnalyzer::getDefaultStopSet),
            Map.entry("pt", PortugueseAnalyzer::getDefaultStopSet),
            Map.entry("ro", RomanianAnalyzer::getDefaultStopSet),
            Map.entry("ru", RussianAnalyzer::getDefaultStopSet),
            Map.entry("sv", SwedishAnalyzer::getDefaultStopSet),
            Map.entry("th", ThaiAnalyzer::getDefaultStopSet),
            Map.entry("tr", TurkishAnalyzer::getDefaultStopSet));

    /** Pairs of characters; neither library has a Chinese list. */
    private static final Set<String> CHINESE = Set.of(
            "我们", "你们", "他们", "她们", "我們", "你們", "他們", "这个", "那个", "這個", "那個", "一个", "一個", "没有", "沒有", "什么", "什麼", "怎么",
            "怎麼", "就是", "不是", "还是", "還是", "可以", "自己", "因为", "因為", "所以", "如果", "但是", "已经", "已經", "这样", "這樣", "这些", "這些",
            "那些", "以及", "而且", "或者", "不会", "不會", "一下", "一些");

    private static final Set<String> ENGLISH = load("en", "english");
    private static final Map<String, Set<String>> LOADED =
            new ConcurrentHashMap<>(Map.of("en", ENGLISH, "zh", CHINESE));

    private StopWords() {}

    /** Returns the stop words of a language; none for null and languages without a list. */
    static Set<String> of(String language) {
        if (language == null) {
            return Set.of();
        }
        String list = language.equals("nb") || language.equals("nn") ? "no" : language;
        return LUCENE.containsKey(list) || LOADED.containsKey(list)
                ? LOADED.computeIfAbsent(list, missing -> load(missing, null))
                : Set.of();
    }

    /** Returns whether a word says nothing in a post of any language: English is mixed into all of them. */
    static boolean isAlways(String term) {
        return NOISE.contains(term) || ENGLISH.contains(term);
    }

    private static Set<String> load(String language, String sparkList) {
        Stream<String> lucene =
                LUCENE.get(language).get().stream().map(word -> Canonical.of(String.valueOf((char[]) word)));
        Stream<String> spark = sparkList == null
                ? Stream.empty()
                : Arrays.stream(StopWordsRemover.loadDefaultStopWords(sparkList))
                        .map(Canonical::of);
        return Stream.concat(lucene, spark)
                .flatMap(word -> Stream.of(word, withoutApostrophe(word), persian(word)))
                .collect(Collectors.toUnmodifiableSet());
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
