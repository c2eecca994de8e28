package io.groundswell.app.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether Java is the one that Spark needs, and the machine has the memory that jobs are given. */
record JavaCheck() implements Check {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,9})([kmgt]?)b?", Pattern.CASE_INSENSITIVE);
    private static final String DEFAULT = "2g"; // the launcher's

    @Override
    public String name() {
        return "java";
    }

    @Override
    public Place place() {
        return Place.MACHINE;
    }

    @Override
    public List<Finding> examine(Patient patient) {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return findings(
                Runtime.version().feature(),
                system.getTotalMemorySize(),
                patient.environment().getOrDefault("GROUNDSWELL_MEMORY", DEFAULT));
    }

    /**
     * @param memory bytes of the machine, or of the container
     * @param heap as {@code GROUNDSWELL_MEMORY} has it
     */
    static List<Finding> findings(int java, long memory, String heap) {
        if (java != 17) {
            return List.of(Finding.error(
                    "Java %d runs this.".formatted(java),
                    "Spark 4.1 and the checks of the build go with Java 17.",
                    "Install a JDK 17 and set JAVA_HOME to it."));
        }
        Matcher size = SIZE.matcher(heap);
        if (!size.matches()) {
            return List.of(Finding.error(
                    "GROUNDSWELL_MEMORY is '%s', which is no size.".formatted(heap),
                    "Java does not start with such a heap.",
                    "Set it to a number with k, m or g, such as 2g, or unset it."));
        }
        long wanted = Long.parseLong(size.group(1)) << (10 * unit(size.group(2)));
        if (wanted > memory / 10 * 8) {
            return List.of(Finding.warning(
                    "A job's heap may grow to %s; the machine has %.1f GB.".formatted(heap, memory / 1e9),
                    "A job needs memory beside its heap, and is killed where there is none.",
                    "Set GROUNDSWELL_MEMORY to %dm or less.".formatted((memory / 10 * 8) >> 20)));
        }
        return List.of(Finding.ok("Java %d; %.1f GB of memory, of which a job's heap takes up to %s"
                .formatted(java, memory / 1e9, heap)));
    }

    /** Returns how many times a size is to be multiplied by 1,024. */
    private static int unit(String letter) {
        return letter.isEmpty() ? 0 : 1 + "kmgt".indexOf(letter.toLowerCase(Locale.ROOT));
    }
}
