package io.groundswell.app.doctor;

import io.groundswell.app.lake.DataFile;
import io.groundswell.app.lake.KernelTable;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/**
 * A file that is not what was written, and what that means where it lies.
 *
 * @param file its path below the lake's root
 */
record BrokenFile(String file) {
    private static final Pattern CHECKPOINT = Pattern.compile("_checkpoints/([^/]+)/([^/]+)/.*");
    private static final Pattern DRAFT = Pattern.compile(".*/\\.[^/]+\\.tmp");
    private static final Pattern MODEL = Pattern.compile("_models/([^/]+)/.*");
    private static final Pattern LOG = Pattern.compile("([^/]+/[^/]+)/_delta_log/([^/]+)");
    /** Whatever is copied over a file leaves its name and its checksum, which then is that of another. */
    private static final String RESTORE = "Delete it, since its checksum stays with it, and restore it from a backup";

    private static final String NOT_WRITTEN = "%s is not what was written.";

    static BrokenFile of(String file) {
        return new BrokenFile(file);
    }

    Finding finding(Patient patient) {
        Matcher checkpoint = CHECKPOINT.matcher(file);
        if (checkpoint.matches()) {
            if (DRAFT.matcher(file).matches()) {
                return error("It is what a write that was cut off has left.", "Delete it: nobody reads it.");
            }
            return file.contains("/seals/")
                    ? error("The checkpoint beside it is compared with it.", "Delete it: nothing goes on from it.")
                    : error(
                            "The job goes on from what it says, or stops.",
                            StreamCheckpoint.cure(checkpoint.group(1), checkpoint.group(2)));
        }
        Matcher model = MODEL.matcher(file);
        if (model.matches()) {
            return error(
                    "Jobs refuse to load the version of the model that it belongs to.",
                    RESTORE + ", roll back with 'models rollback %s', or fit it anew.".formatted(model.group(1)));
        }
        Optional<LakeTable> table = patient.tables().stream()
                .filter(known -> file.startsWith(known.spec().folder() + "/"))
                .findFirst();
        Matcher log = LOG.matcher(file);
        if (table.isPresent() && log.matches()) {
            return ofLog(table.get(), log.group(2), patient);
        }
        return table.map(known -> ofRows(known)).orElse(error("Whatever reads it fails.", RESTORE + "."));
    }

    private Finding ofLog(LakeTable table, String name, Patient patient) {
        if (name.endsWith(".crc")) {
            return error(
                    "Readers and writers of the table fail, or count anew what it says.",
                    "Delete it: it sums up what the commits say, and the next one writes it anew.");
        }
        if (name.equals("_last_checkpoint")) {
            return error(
                    "Readers of the table fail, or look for the newest checkpoint themselves.",
                    "Delete it: readers do without, and the next checkpoint writes it anew.");
        }
        String restore = RESTORE + ". Else: " + table.remedy();
        try {
            LogFiles files = LogFiles.of(new Path(table.table().path(), "_delta_log"), patient.conf());
            if (name.endsWith(".checkpoint.parquet")) {
                return error(
                        "Readers that begin with it fail.",
                        files.isReplayable(Long.parseLong(name.substring(0, 20)))
                                ? "Delete it and _last_checkpoint: every commit is there, so that readers do without."
                                : restore);
            }
            boolean isPast = !files.checkpoints().isEmpty()
                    && name.compareTo("%020d.json".formatted(files.checkpoints().lastKey())) <= 0
                    && name.compareTo("%020d.json".formatted(files.newest())) < 0;
            return isPast
                    ? Finding.warning(
                            NOT_WRITTEN.formatted(file),
                            "Readers begin behind it; who asks for an older version fails, and a query that has not"
                                    + " come so far.",
                            RESTORE + ", or let it be until the log is cut off behind it.")
                    : error("The table can't be read from it on.", restore);
        } catch (IOException | NumberFormatException e) {
            return error("Whatever reads it fails.", restore);
        }
    }

    private Finding ofRows(LakeTable table) {
        String name = new Path(file).getName();
        boolean isLive = table.content().isEmpty()
                || table.content().map(KernelTable::files).orElseThrow().stream()
                        .map(DataFile::path)
                        .anyMatch(path -> new Path(path).getName().equals(name));
        return isLive
                ? error("Whatever reads the table fails.", RESTORE + ". Else: " + table.remedy())
                : Finding.warning(
                        NOT_WRITTEN.formatted(file),
                        "No row of it is in force; who asks for an older version fails, and a query that has not come"
                                + " so far.",
                        RESTORE + ", or let 'maintain' take it away in time.");
    }

    private Finding error(String why, String cure) {
        return Finding.error(NOT_WRITTEN.formatted(file), why, cure);
    }
}
