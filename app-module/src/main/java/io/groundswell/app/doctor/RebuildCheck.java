package io.groundswell.app.doctor;

import io.groundswell.rebuild.RebuildPlace;
import java.util.List;

/** Whether a rebuild was stopped before its end. */
record RebuildCheck() implements Check {
    @Override
    public String name() {
        return "rebuild";
    }

    @Override
    public List<Finding> examine(Patient patient) {
        RebuildPlace place = new RebuildPlace(patient.lake(), patient.conf());
        if (place.swap().isPresent()) {
            return List.of(Finding.error(
                    "Some tables are those of a rebuild, others are not yet.",
                    "'rebuild' is putting its tables into force, or was stopped while it did: no other job runs until"
                            + " then.",
                    "Where it does not run any more, run 'rebuild': it completes that."));
        }
        return List.of(
                place.plan().isPresent()
                        ? Finding.ok("A rebuild runs, or was stopped: 'rebuild' goes on with what lies below _rebuild")
                        : Finding.ok("No rebuild is under way"));
    }
}
