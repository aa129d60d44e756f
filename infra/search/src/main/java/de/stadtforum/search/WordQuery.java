package de.stadtforum.search;

import static de.stadtforum.search.GermanText.STEM;

import de.stadtforum.search.GermanText.Word;
import java.util.ArrayList;
import java.util.List;
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
/// rank stays where it is.
final class WordQuery {
    static final String TITLE = "title";

    /// Of titles and texts.
    static final String WORD = "word";

    /// Shorter beginnings would be those of half of all words.
    private static final int LEAST_BEGINNING = 3;

    private static final int LEAST_WITH_TYPO = 5;
    private static final int MOST_WITH_TYPO = 40;
    private static final int MOST_TYPOS = 50;

    private WordQuery() {}

    /// @return finds nothing where there are no words
    static Query of(List<Word> words) {
        if (words.isEmpty()) return new MatchNoDocsQuery("no words");
        var all = new BooleanQuery.Builder();
        for (var place = 0; place < words.size(); place++)
            all.add(new DisjunctionMaxQuery(ways(words, place), 0), Occur.MUST);
        return all.build();
    }

    private static List<Query> ways(List<Word> words, int place) {
        var word = words.get(place).word();
        var stem = words.get(place).stem();
        var ways = new ArrayList<Query>();
        ways.add(ranked(8, new TermQuery(new Term(TITLE, word))));
        ways.add(ranked(7, new TermQuery(new Term(WORD, word))));
        ways.add(ranked(6, new TermQuery(new Term(TITLE + STEM, stem))));
        ways.add(ranked(5, new TermQuery(new Term(WORD + STEM, stem))));
        addBeginning(ways, word);
        if (place > 0) addBeginning(ways, words.get(place - 1).word() + word);
        if (place < words.size() - 1) addBeginning(ways, word + words.get(place + 1).word());
        if (mayHaveTypo(word))
            ways.add(ranked(1, new FuzzyQuery(new Term(WORD, word), 1, 1, MOST_TYPOS, true)));
        return ways;
    }

    private static void addBeginning(List<Query> ways, String word) {
        if (word.codePointCount(0, word.length()) < LEAST_BEGINNING) return;
        ways.add(ranked(4, beginning(new Term(TITLE, word))));
        ways.add(ranked(3, beginning(new Term(WORD, word))));
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
