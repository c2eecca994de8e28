package io.groundswell.ingest.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.ingest.simulate.profile.Profiles;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every profile. */
class EachProfileTest {
    private static final long POSTS = 15_000;

    private record Written(Truth truth, String digest) {}

    private static List<String> names() {
        return Profiles.names();
    }

    private static Written write(String profile, long seed) throws IOException, NoSuchAlgorithmException {
        SimulationSettings settings =
                new SimulationSettings(profile, POSTS, 0.25, seed, Instant.parse("2026-03-01T00:00:00Z"), 0, 1, "x");
        DigestOutputStream out =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"));
        Truth truth = new Simulator(settings).writeLines(out);
        return new Written(
                truth, HexFormat.of().formatHex(out.getMessageDigest().digest()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void givesTheSameBytesAndTruthForTheSameSeed(String profile) throws IOException, NoSuchAlgorithmException {
        Written first = write(profile, 1);

        assertThat(write(profile, 1)).isEqualTo(first);
        assertThat(write(profile, 2).digest()).isNotEqualTo(first.digest());
        assertThat(first.truth().counts().posts()).isEqualTo(POSTS);
    }
}
