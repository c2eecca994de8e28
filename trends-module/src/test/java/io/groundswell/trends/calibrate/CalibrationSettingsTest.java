package io.groundswell.trends.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CalibrationSettingsTest {
    @Test
    void defaultsToOneFalseAlarmADay() {
        assertThat(CalibrationSettings.DEFAULT).isEqualTo(new CalibrationSettings(1, 20, 28, 1));
    }

    @Test
    void refusesWhatMeansNothing() {
        assertThatThrownBy(() -> new CalibrationSettings(Double.NaN, 20, 28, 1))
                .hasMessage("calibration.false-alarms must be > 0, was NaN");
        assertThatThrownBy(() -> new CalibrationSettings(0, 20, 28, 1)).hasMessageContaining("false-alarms");
        assertThatThrownBy(() -> new CalibrationSettings(1, 7, 28, 1))
                .hasMessage("calibration.replays must be even and >= 2, was 7");
        assertThatThrownBy(() -> new CalibrationSettings(1, 20, 2, 1)).hasMessageContaining("calibration.days");
    }
}
