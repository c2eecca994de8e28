package io.groundswell.testing;

import io.groundswell.session.SessionSettings;
import io.groundswell.session.Sessions;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one Spark session of the test JVM to every test that asks for it. */
public final class SparkTest implements ParameterResolver {
    /** Compiling code for each of so many small plans takes longer than to interpret them; the demo compiles. */
    private static final Map<String, String> INTERPRETED = Map.of(
            "spark.sql.codegen.wholeStage", "false",
            "spark.sql.codegen.factoryMode", "NO_CODEGEN",
            "spark.sql.shuffle.partitions", "2",
            "spark.log.level", "WARN");

    private static final SessionSettings SETTINGS = new SessionSettings("local[2]", INTERPRETED);

    /** Returns a session beside that of the tests which does compile. */
    public static SparkSession compiling(SparkSession tests) {
        SparkSession session = tests.newSession();
        session.conf().set("spark.sql.codegen.wholeStage", "true");
        session.conf().set("spark.sql.codegen.factoryMode", "FALLBACK");
        return session;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return Sessions.of(SETTINGS);
    }
}
