package io.groundswell.table;

/**
 * What makes a write happen once: Delta skips a commit whose application has already committed this version or a
 * later one.
 *
 * @param application who writes, unique to one unbroken line of versions
 * @param version rises with each write of the application
 * @param note kept in the commit as its user metadata; null for none
 */
public record CommitTag(String application, long version, String note) {
    public CommitTag(String application, long version) {
        this(application, version, null);
    }
}
