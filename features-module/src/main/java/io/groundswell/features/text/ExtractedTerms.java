package io.groundswell.features.text;

import io.groundswell.features.text.TermExtractor.Extracted;
import io.groundswell.model.Term;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;

/**
 * From (text, declared_language, tags) to (language, terms), any of the three null. Only the settings travel to
 * executors: tokenizers are neither serialisable nor for several threads, so each thread keeps one extractor.
 */
record ExtractedTerms(TextSettings settings) implements UDF1<Row, Row> {
    private static final ThreadLocal<Held> HELD = new ThreadLocal<>();

    private record Held(TextSettings settings, TermExtractor extractor) {}

    @Override
    public Row call(Row post) {
        List<String> tags = post.isNullAt(2) ? null : post.getList(2);
        Extracted found = extractor().extract(post.getString(0), post.getString(1), tags);
        Row[] terms = new Row[found.terms().size()];
        for (int i = 0; i < terms.length; i++) {
            Term term = found.terms().get(i);
            terms[i] = RowFactory.create(term.kind(), term.term(), term.display());
        }
        return RowFactory.create(found.language(), terms);
    }

    @SuppressWarnings("ReferenceEquality") // the same settings for all rows of a task; comparing stop words is dear
    private TermExtractor extractor() {
        Held held = HELD.get();
        if (held == null || held.settings() != settings) {
            boolean isSame = held != null && held.settings().equals(settings);
            held = new Held(settings, isSame ? held.extractor() : new TermExtractor(settings));
            HELD.set(held);
        }
        return held.extractor();
    }
}
