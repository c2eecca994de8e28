package io.groundswell.app.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether Java is the one that Spark needs, and the machine has the memory that jobs are given. */
record JavaCheck() implements Check {
    private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,6})([mg])", Pattern.CASE_INSENSITIVE);
    private static final String DEFAULT = "2560m"; // the launcher's, as the sizes that it takes
    private static final long LEAST = 1L << 30;

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
                Optional.ofNullable(patient.environment().get("GROUNDSWELL_MEMORY"))
                        .filter(set -> !set.isEmpty())
                        .orElse(DEFAULT));
    }

    /**
     * @param memory bytes of the machine, or of the container
     * @param allowed as {@code GROUNDSWELL_MEMORY} has it
     */
    static List<Finding> findings(int java, long memory, String allowed) {
        if (java != 17) {
            return List.of(Finding.error(
                    "Java %d runs this.".formatted(java),
                    "Spark 4.1 and the checks of the build go with Java 17.",
                    "Install a JDK 17 and set JAVA_HOME to it."));
        }
        Matcher size = SIZE.matcher(allowed);
        if (!size.matches()) {
            return List.of(Finding.error(
                    "GROUNDSWELL_MEMORY is '%s', which is no size.".formatted(allowed),
                    "No job starts with it.",
                    "Set it to a number with m or g, such as 3g, or unset it."));
        }
        long wanted = Long.parseLong(size.group(1)) << (10 * unit(size.group(2)));
        if (wanted < LEAST) {
            return List.of(Finding.error(
                    "GROUNDSWELL_MEMORY is '%s', too little for Spark.".formatted(allowed),
                    "No job starts with it.",
                    "Set it to 1g or more, or unset it."));
        }
        if (wanted > memory / 10 * 9) {
            return List.of(Finding.warning(
                    "A job may take about %s; the machine has %.1f GB.".formatted(allowed, memory / 1e9),
                    "The system needs some, and ends a process for which there is none.",
                    "Set GROUNDSWELL_MEMORY to %dm or less.".formatted((memory / 10 * 9) >> 20)));
        }
        return List.of(Finding.ok(
                "Java %d; %.1f GB of memory, of which a job takes about %s".formatted(java, memory / 1e9, allowed)));
    }

    /** Returns how many times a size is to be multiplied by 1,024. */
    private static int unit(String letter) {
        return letter.toLowerCase(Locale.ROOT).equals("g") ? 3 : 2;
    }
}
