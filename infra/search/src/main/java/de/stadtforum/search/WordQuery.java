package de.stadtforum.search;

import static de.stadtforum.search.GermanText.STEM;

import de.stadtforum.search.GermanText.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// Finds the entries in which each word that was typed occurs in one of its ways, and ranks them by the best way of each word: as it is, by its
/// stem, as a beginning (also of two typed words joined), with one typo; in a title before elsewhere.
///
/// A rank depends on the entry and the words alone, not on what else is in the index: so it is the same in each process, and a cursor by
/// rank stays where it is. Whoever has all words as they are comes before everyone else.
final class WordQuery {
    static final String TITLE = "title";

    /// Of titles and texts.
    static final String WORD = "word";

    /// Shorter beginnings would be those of half of all words.
    private static final int LEAST_BEGINNING = 3;

    private static final int LEAST_WITH_TYPO = 5;
    private static final int MOST_WITH_TYPO = 40;
    private static final int MOST_TYPOS = 50;

    /// It is what costs most: at a million entries one millisecond and more each.
    private static final int MOST_WORDS_WITH_TYPO = 8;

    // far enough from each other that sixteen words do not mix them up
    private static final float AS_IT_IS = 1_000;
    private static final float STEMMED = 100;
    private static final float BEGUN = 10;
    private static final float WITH_TYPO = 1;
    private static final float MORE_IN_TITLE = 1;

    private WordQuery() {}

    /// @return finds nothing where there are no words
    static Query of(List<Word> words) {
        return each(words, place -> ways(words, place));
    }

    /// Only those that have all words as they are, with the same ranks as [#of] gives them.
    static Query exactly(List<Word> words) {
        return each(words, place -> asItIs(words.get(place)));
    }

    /// Those that have one of the words as it is in their title.
    static Query anyInTitle(List<Word> words) {
        var any = new BooleanQuery.Builder();
        for (var word : words) any.add(new TermQuery(new Term(TITLE, word.word())), Occur.SHOULD);
        return any.build();
    }

    /// Of what has all words as they are, and none in the title.
    static float leastRank(List<Word> words) {
        return AS_IT_IS * words.size();
    }

    private static Query each(List<Word> words, IntFunction<List<Query>> ways) {
        if (words.isEmpty()) return new MatchNoDocsQuery("no words");
        var all = new BooleanQuery.Builder();
        for (var place = 0; place < words.size(); place++)
            all.add(new DisjunctionMaxQuery(ways.apply(place), 0), Occur.MUST);
        return all.build();
    }

    private static List<Query> asItIs(Word word) {
        return List.of(
                ranked(AS_IT_IS + MORE_IN_TITLE, new TermQuery(new Term(TITLE, word.word()))),
                ranked(AS_IT_IS, new TermQuery(new Term(WORD, word.word()))));
    }

    private static List<Query> ways(List<Word> words, int place) {
        var word = words.get(place).word();
        var stem = words.get(place).stem();
        var ways = new ArrayList<>(asItIs(words.get(place)));
        ways.add(ranked(STEMMED + MORE_IN_TITLE, new TermQuery(new Term(TITLE + STEM, stem))));
        ways.add(ranked(STEMMED, new TermQuery(new Term(WORD + STEM, stem))));
        addBeginning(ways, word);
        if (place > 0) addBeginning(ways, words.get(place - 1).word() + word);
        if (place < words.size() - 1) addBeginning(ways, word + words.get(place + 1).word());
        if (place < MOST_WORDS_WITH_TYPO && mayHaveTypo(word))
            ways.add(
                    ranked(
                            WITH_TYPO,
                            new FuzzyQuery(new Term(WORD, word), 1, 1, MOST_TYPOS, true)));
        return ways;
    }

    private static void addBeginning(List<Query> ways, String word) {
        if (word.codePointCount(0, word.length()) < LEAST_BEGINNING) return;
        ways.add(ranked(BEGUN + MORE_IN_TITLE, beginning(new Term(TITLE, word))));
        ways.add(ranked(BEGUN, beginning(new Term(WORD, word))));
    }

    private static Query beginning(Term term) {
        return Word.isLetters(term.text()) ? new PrefixQuery(term) : new TermQuery(term);
    }

    private static boolean mayHaveTypo(String word) {
        return word.length() >= LEAST_WITH_TYPO
                && word.length() <= MOST_WITH_TYPO
                && Word.isLetters(word);
    }

    private static Query ranked(float rank, Query way) {
        return new BoostQuery(new ConstantScoreQuery(way), rank);
    }
}
