package io.groundswell.ingest.suppress;

import io.groundswell.model.Suppression;

/** What an id on the list is of. */
public enum IdKind {
    POST(Suppression.POST),
    AUTHOR(Suppression.AUTHOR),
    COPY(Suppression.COPY);

    private final String label;

    IdKind(String label) {
        this.label = label;
    }

    /** Returns the kind as it stands in the table. */
    public String label() {
        return label;
    }

    static IdKind labelled(String label) {
        return label.equals(POST.label) ? POST : label.equals(AUTHOR.label) ? AUTHOR : COPY;
    }
}
