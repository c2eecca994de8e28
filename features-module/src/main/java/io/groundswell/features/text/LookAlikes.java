package io.groundswell.features.text;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;

import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.SpoofChecker.CheckResult;
import com.ibm.icu.text.SpoofChecker.RestrictionLevel;
import com.ibm.icu.text.UnicodeSet;
import io.groundswell.job.Transform;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;

/**
 * Terms with a warning: rows with a canonical {@code term} get {@code is_look_alike} behind their columns, false where the
 * term is null. A look-alike mixes scripts that no language mixes (UTS #39, 5.2: above Highly Restrictive), and letters of
 * one of them alone look the same (UTS #39, 4: mixed-script confusable). A term all of one script is none, whatever it
 * looks like.
 */
public record LookAlikes() implements Transform {

    /** Only made, never changed, so threads may share it. */
    private static final SpoofChecker CHECKER = new SpoofChecker.Builder()
            .setChecks(SpoofChecker.RESTRICTION_LEVEL)
            .setRestrictionLevel(RestrictionLevel.HIGHLY_RESTRICTIVE)
            .build();

    /** What the letters of a script look like, for the scripts that were asked for; at most all of Unicode's. */
    private static final Map<Integer, Set<String>> SKELETONS = new ConcurrentHashMap<>();

    @Override
    public Dataset<Row> apply(Dataset<Row> terms) {
        // Spark knows no scripts.
        UDF1<String, Boolean> isLookAlike = LookAlikes::isLookAlike;
        Column flag = udf(isLookAlike, DataTypes.BooleanType).apply(col("term"));
        return terms.withColumn("is_look_alike", flag);
    }

    /** Returns what a canonical term looks like: terms of which this is the same can be taken for one another. */
    public static String appearance(String term) {
        return CHECKER.getSkeleton(term);
    }

    /** Returns whether a canonical term is a look-alike. */
    public static boolean isLookAlike(String term) {
        if (term == null) {
            return false;
        }
        int[] scripts = term.codePoints()
                .map(LookAlikes::script)
                .filter(script -> script != UScript.COMMON)
                .distinct()
                .toArray();
        return scripts.length > 1
                && CHECKER.failsChecks(term, new CheckResult())
                && Arrays.stream(scripts).anyMatch(script -> canBeWrittenIn(script, term));
    }

    private static boolean canBeWrittenIn(int script, String term) {
        Set<String> skeletons = SKELETONS.computeIfAbsent(script, LookAlikes::skeletons);
        return term.codePoints()
                .filter(c -> script(c) != script && script(c) != UScript.COMMON)
                .allMatch(c -> skeletons.contains(CHECKER.getSkeleton(Character.toString(c))));
    }

    private static Set<String> skeletons(int script) {
        return new UnicodeSet()
                .applyIntPropertyValue(UProperty.SCRIPT, script).stream()
                        .map(CHECKER::getSkeleton)
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Marks belong to the letter before them, and what is common to all scripts tells none. */
    private static int script(int codePoint) {
        int script = UScript.getScript(codePoint);
        return script == UScript.INHERITED ? UScript.COMMON : script;
    }
}
