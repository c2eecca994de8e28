package io.groundswell.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BacklogTest {
    @Test
    void addsUpWhatLanesHoldBehindTheBatch() {
        Backlog backlog = Backlog.between("{\"a\":100,\"b\":50}", "{\"a\":100,\"b\":80,\"c\":7}");

        assertThat(backlog.bytes()).hasValue(37);
        assertThat(backlog.records()).isEmpty();
        assertThat(Backlog.between(null, "{\"a\":5}").bytes()).hasValue(5);
    }

    @Test
    void addsUpWhatPartitionsHold() {
        Backlog backlog = Backlog.between("{\"posts\":{\"0\":10,\"1\":4}}", "{\"posts\":{\"0\":12,\"1\":4,\"2\":3}}");

        assertThat(backlog.records()).hasValue(5);
        assertThat(backlog.bytes()).isEmpty();
    }

    @Test
    void knowsNothingOfSourcesThatDoNotSay() {
        assertThat(Backlog.between("{\"a\":1}", null).bytes()).isEmpty();
        assertThat(Backlog.between("{\"a\":1}", "{}").bytes()).isEmpty();
        String delta = "{\"sourceVersion\":1,\"reservoirVersion\":9,\"index\":-1}";
        assertThat(Backlog.between(delta, delta).bytes()).isEmpty();
        assertThat(Backlog.between("9", "12").records()).isEmpty();
    }
}
