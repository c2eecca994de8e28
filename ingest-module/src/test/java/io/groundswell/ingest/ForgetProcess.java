package io.groundswell.ingest;

import io.groundswell.ingest.suppress.IdKind;
import io.groundswell.session.SessionSettings;
import io.groundswell.session.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Forgets the author of a {@link ForgetLake} in a process of its own, which a failpoint can kill. */
final class ForgetProcess {
    private ForgetProcess() {}

    /** Returns the exit code of a process that forgets, armed with a failpoint. */
    static int run(Landing landing, String failpoint) throws IOException, InterruptedException {
        return LandingProcess.run(
                ForgetProcess.class,
                landing.folder(),
                failpoint,
                landing.folder().toString());
    }

    public static void main(String[] args) {
        SessionSettings settings =
                new SessionSettings("local[2]", Map.of("spark.sql.shuffle.partitions", "2", "spark.log.level", "WARN"));
        Landing landing = Landing.spool(Sessions.of(settings), Path.of(args[0]));
        ForgetLake.forget(landing, IdKind.AUTHOR, ForgetLake.AUTHOR, landing.input());
    }
}
