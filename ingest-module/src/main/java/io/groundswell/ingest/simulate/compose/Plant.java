package io.groundswell.ingest.simulate.compose;

import io.groundswell.ingest.simulate.language.Hashtag;
import io.groundswell.ingest.simulate.language.Word;
import java.util.List;

/**
 * What the posts of a planted trend or swarm have in common.
 *
 * @param tag the hashtag, which every one of them has
 * @param words words of which some of them have one or two
 * @param topic the topic that they speak of
 */
public record Plant(Hashtag tag, List<Word> words, int topic) {}
