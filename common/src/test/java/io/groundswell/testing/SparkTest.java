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
    private static final SessionSettings SETTINGS =
            new SessionSettings("local[2]", Map.of("spark.sql.shuffle.partitions", "2", "spark.log.level", "WARN"));

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == SparkSession.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return Sessions.of(SETTINGS);
    }
}
