package io.groundswell.table;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One root below which every table, model, checkpoint and lease of an installation lies.
 *
 * @param root an absolute path or a {@code file:}, {@code hdfs:} or {@code s3a:} address, without a slash at its end; a
 *     path given as relative is taken from the working folder
 */
public record Lake(String root) {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*");

    public Lake {
        if (root.isBlank()) {
            throw new IllegalArgumentException("lake must name a folder, was empty");
        }
        // Delta takes the path of a table to be created for the name of a schema unless it is absolute.
        root = ADDRESS.matcher(root).matches()
                ? root
                : Path.of(root).toAbsolutePath().normalize().toString();
        root = root.length() > 1 && root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
    }

    public Table table(TableSpec spec) {
        return new Table(spec, root + "/" + spec.folder());
    }

    /** Returns where the query of a job keeps its progress; {@code query} tells apart a job's several inputs. */
    public String checkpoint(String job, String query) {
        return root + "/_checkpoints/" + job + "/" + query;
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
