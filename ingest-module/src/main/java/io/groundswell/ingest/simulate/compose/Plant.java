package io.groundswell.ingest.simulate.compose;

import io.groundswell.ingest.simulate.language.Hashtag;
import io.groundswell.ingest.simulate.language.Tongue;
import io.groundswell.ingest.simulate.language.Word;
import java.util.List;

/**
 * What the posts of a planted trend or swarm have in common.
 *
 * @param tag the hashtag, which every one of them has
 * @param words words of which some of them have one; may be none
 * @param topic the topic that they speak of where they are in English
 * @param texts how many different texts they copy; 0 where each has a text of its own
 */
public record Plant(Hashtag tag, List<Word> words, int topic, Tongue tongue, int texts) {

    public Plant {
        words = List.copyOf(words);
    }
}
