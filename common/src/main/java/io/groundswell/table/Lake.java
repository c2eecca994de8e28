package io.groundswell.table;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One root below which every table, model, checkpoint and lease of an installation lies.
 *
 * @param root an absolute path or a {@code file:}, {@code hdfs:} or {@code s3a:} address, without a slash at its end; a
 *     path given as relative is taken from the working folder
 * @param derived below which the tables lie that are made of bronze, and the checkpoints: the root, but for a lake whose
 *     tables are being made anew beside those in force
 */
public record Lake(String root, String derived) {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    public Lake(String root) {
        this(root, root);
    }

    public Lake {
        if (root.isBlank()) {
            throw new IllegalArgumentException("lake must name a folder, was empty");
        }
        root = whole(root);
        derived = whole(derived);
    }

    /** Delta takes the path of a table to be created for the name of a schema unless it is absolute. */
    private static String whole(String root) {
        String whole = ADDRESS.matcher(root).matches()
                ? root
                : Path.of(root).toAbsolutePath().normalize().toString();
        return whole.length() > 1 && whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }

    /** Returns the lake in which what is made of bronze lies beside what is in force; all else is the same. */
    public Lake beside() {
        return new Lake(root, root + "/_rebuild");
    }

    public boolean isBeside() {
        return !derived.equals(root);
    }

    public Table table(TableSpec spec) {
        boolean isDerived = Catalogue.rebuilt().contains(spec) || spec.equals(Catalogue.FRONTIERS);
        return new Table(spec, (isDerived ? derived : root) + "/" + spec.folder());
    }

    /** Returns where the query of a job keeps its progress; {@code query} tells apart a job's several inputs. */
    public String checkpoint(String job, String query) {
        return derived + "/_checkpoints/" + job + "/" + query;
    }

    /** Returns where a model version's artefact lies, relative to the root. */
    public String artefact(String model, int version) {
        return "_models/" + model + "/" + version;
    }

    /** Returns where the key of the hashes of silver.suppressions lies: beside the root, so that no copy of it has the key. */
    public String suppressionKey() {
        return root + ".suppression-key";
    }

    /** Returns the root as a path of this machine; empty where the lake lies elsewhere. */
    public Optional<Path> localRoot() {
        if (root.startsWith("file:")) {
            return Optional.of(Path.of(root.replaceFirst("^file:(//)?", "")));
        }
        return ADDRESS.matcher(root).matches() ? Optional.empty() : Optional.of(Path.of(root));
    }

    public String resolve(String relative) {
        return root + "/" + relative;
    }
}
