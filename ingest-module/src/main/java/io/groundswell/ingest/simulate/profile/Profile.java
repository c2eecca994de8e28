package io.groundswell.ingest.simulate.profile;

import io.groundswell.ingest.simulate.language.Mix;

/**
 * A kind of stream. What it plants is part of it, so that two runs of one profile are equally hard whatever their seed and
 * however many posts are drawn around the plants.
 *
 * @param name how it is asked for
 * @param summary what it is for, in a few words
 * @param topics how many latent topics people speak of
 */
public record Profile(
        String name, String summary, Flow flow, Mix mix, int topics, Planting planting, Troubles troubles) {}
