package io.groundswell.app;

import io.groundswell.app.command.BuildGraphCommand;
import io.groundswell.app.command.CalibrateTrendsCommand;
import io.groundswell.app.command.CompletionCommand;
import io.groundswell.app.command.ConfigCommand;
import io.groundswell.app.command.DemoCommand;
import io.groundswell.app.command.DetectTrendsCommand;
import io.groundswell.app.command.DoctorCommand;
import io.groundswell.app.command.EvaluateTrendsCommand;
import io.groundswell.app.command.ExportCommand;
import io.groundswell.app.command.FitTfidfCommand;
import io.groundswell.app.command.FitTopicsCommand;
import io.groundswell.app.command.ForgetCommand;
import io.groundswell.app.command.IngestCommand;
import io.groundswell.app.command.InterestCommand;
import io.groundswell.app.command.LineageCommand;
import io.groundswell.app.command.MaintainCommand;
import io.groundswell.app.command.ModelsCommand;
import io.groundswell.app.command.PublishCommand;
import io.groundswell.app.command.RebuildCommand;
import io.groundswell.app.command.RelatedCommand;
import io.groundswell.app.command.RulesCommand;
import io.groundswell.app.command.RunsCommand;
import io.groundswell.app.command.ScorePostsCommand;
import io.groundswell.app.command.SettlePostsCommand;
import io.groundswell.app.command.SimulateCommand;
import io.groundswell.app.command.SqlCommand;
import io.groundswell.app.command.StoriesCommand;
import io.groundswell.app.command.TablesCommand;
import io.groundswell.app.command.TrendsCommand;
import io.groundswell.job.PlatformException;
import java.util.Optional;
import org.apache.hadoop.fs.ChecksumException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The {@code groundswell} command. */
@Command(
        name = "groundswell",
        versionProvider = Main.Version.class,
        description = "Finds what people start talking about, as it starts.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "'groundswell COMMAND --help' tells more. Exit codes: 0 done, 1 our fault, 2 yours, 75 try again."
        },
        subcommands = {
            DemoCommand.class,
            SimulateCommand.class,
            IngestCommand.class,
            SettlePostsCommand.class,
            DetectTrendsCommand.class,
            CalibrateTrendsCommand.class,
            FitTfidfCommand.class,
            FitTopicsCommand.class,
            ScorePostsCommand.class,
            BuildGraphCommand.class,
            TrendsCommand.class,
            StoriesCommand.class,
            EvaluateTrendsCommand.class,
            InterestCommand.class,
            RelatedCommand.class,
            LineageCommand.class,
            RulesCommand.class,
            ForgetCommand.class,
            RebuildCommand.class,
            TablesCommand.class,
            ModelsCommand.class,
            RunsCommand.class,
            ExportCommand.class,
            PublishCommand.class,
            SqlCommand.class,
            MaintainCommand.class,
            DoctorCommand.class,
            ConfigCommand.class,
            CompletionCommand.class
        })
public final class Main {
    private static final int OUR_FAULT = 1;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(names = "--help", usageHelp = true, description = "Show this help and exit.")
    private boolean isHelp;

    @SuppressWarnings("UnusedVariable") // picocli acts on it
    @Option(names = "--version", versionHelp = true, description = "Show the version and exit.")
    private boolean isVersion;

    private Main() {}

    /** The version that the build wrote into the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"groundswell " + (version == null ? "(not packaged)" : version)};
        }
    }

    public static void main(String[] args) {
        int code = OUR_FAULT;
        try {
            code = execute(args);
        } catch (Error | RuntimeException e) {
            code = exitCode(e); // such as want of memory: the exit below would swallow it
        } finally {
            // Spark and its file systems leave threads behind that are not daemons.
            System.exit(code);
        }
    }

    /** Runs a command line and returns its exit code. */
    public static int execute(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> exitCode(failure));
        Manual.addTo(line);
        return line;
    }

    /** Whether the process is going down, as after Ctrl-C or SIGTERM: no hook can be added any more. */
    private static boolean isStopping() {
        Thread none = new Thread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(none);
            Runtime.getRuntime().removeShutdownHook(none);
            return false;
        } catch (IllegalStateException goingDown) {
            return true;
        }
    }

    /** Tells of a failure and returns its exit code. */
    static int exitCode(Throwable failure) {
        Logger log = LoggerFactory.getLogger(Main.class);
        if (isStopping()) {
            // Spark stops with the process, and what it was doing fails: nothing is wrong.
            log.info("Stopped", failure);
            System.err.println("groundswell: stopped. The same command goes on where this one was.");
            return OUR_FAULT; // which nobody sees: the process ends with its signal's code
        }
        // A streaming query wraps what its batches throw.
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PlatformException told) {
                return refused(told, failure);
            }
            if (cause instanceof ChecksumException broken) {
                return refused(PlatformException.usage(broken.getMessage()), failure);
            }
        }
        Optional<String> full = FullDisk.told(failure);
        if (full.isPresent()) {
            return refused(PlatformException.tryAgain(full.get()), failure);
        }
        Optional<String> unreadable = UnreadableFile.told(failure);
        if (unreadable.isPresent()) {
            return refused(PlatformException.usage(unreadable.get()), failure);
        }
        log.error("Failed", failure);
        System.err.printf(
                "groundswell: this should not have happened: %s%nThe log has the rest: %s%n",
                failure.getClass().getSimpleName(), System.getProperty("groundswell.log", "groundswell.log"));
        return OUR_FAULT;
    }

    private static int refused(PlatformException told, Throwable failure) {
        LoggerFactory.getLogger(Main.class).warn("Refused", failure);
        System.err.println("groundswell: " + told.getMessage());
        return told.exitCode();
    }
}
