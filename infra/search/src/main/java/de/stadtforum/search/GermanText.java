package de.stadtforum.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.de.GermanNormalizationFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.WordDelimiterGraphFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.util.CharTokenizer;

/// German as it is typed: a word is a run of letters and digits, every other sign separates words and means nothing. Words are the same in any
/// case, with ü, ue or u and its dots, with ß, ẞ or ss; the field says whether whole words or their stems are wanted.
///
/// In what is searched `Karl-Marx-Str.` is also `karlmarxstrasse`, and small words such as `der` and `in` are left out on both sides.
final class GermanText extends Analyzer {
    /// What is typed beyond it is not looked at.
    static final int MOST_SIGNS = 500;

    static final int MOST_WORDS = 16;
    static final String STEM = ".stem";
    private static final String TYPED = "typed";
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}'’‘`´]");
    private static final Pattern STREET = Pattern.compile("str$");
    private static final String HYPHENS = "-\u2010";
    // not Lucene's list, to which a way ("Weg") is a small word
    private static final CharArraySet SMALL =
            new CharArraySet(
                    List.of(
                            """
                            aber als am an auch auf aus bei beim bis da das dass dem den denn der des die dies diese diesem diesen dieser doch \
                            durch ein eine einem einen einer eines er es fur gegen hat haben ich ihr im in ins ist ja mit nach nicht noch nur \
                            ob oder ohne sehr sich sie sind so um und uns vom von vor war was wegen weil wenn wer wie wir wird zu zum zur uber
                            """
                                    .strip()
                                    .split(" ")),
                    false);

    GermanText() {
        super(PER_FIELD_REUSE_STRATEGY);
    }

    /// A word that was typed.
    ///
    /// @param word whole, folded
    record Word(String word, String stem) {
        /// Only letters: numbers are the same or are not, `100` is not the beginning of `1000`.
        static boolean isLetters(String word) {
            return word.codePoints().noneMatch(Character::isDigit);
        }
    }

    /// The first 16 words of the first 500 signs, without small ones.
    List<Word> words(String typed) {
        var end = Math.min(typed.length(), MOST_SIGNS);
        var plain = plain(typed.substring(0, end));
        var words = tokens(TYPED, plain);
        var stems = tokens(TYPED + STEM, plain);
        var found = new ArrayList<Word>();
        for (var each = 0; each < words.size() && found.size() < MOST_WORDS; each++) {
            var word = new Word(words.get(each), stems.get(each));
            if (!SMALL.contains(word.word) && !found.contains(word)) found.add(word);
        }
        return found;
    }

    /// The same text in the one form of its letters, without what nobody sees: soft hyphens, joiners, apostrophes.
    static String plain(String text) {
        return UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var typed = field.startsWith(TYPED);
        var source =
                CharTokenizer.fromTokenCharPredicate(
                        sign -> isOfWord(sign) || (!typed && HYPHENS.indexOf(sign) >= 0));
        TokenStream tokens = source;
        if (!typed)
            tokens =
                    new WordDelimiterGraphFilter(
                            tokens,
                            WordDelimiterGraphFilter.GENERATE_WORD_PARTS
                                    | WordDelimiterGraphFilter.GENERATE_NUMBER_PARTS
                                    | WordDelimiterGraphFilter.CATENATE_ALL,
                            null);
        tokens = new GermanNormalizationFilter(new LowerCaseFilter(tokens));
        tokens = new ASCIIFoldingFilter(tokens);
        if (!typed)
            tokens =
                    new PatternReplaceFilter(
                            new StopFilter(tokens, SMALL), STREET, "strasse", false);
        if (field.endsWith(STEM)) tokens = new GermanLightStemFilter(tokens);
        return new TokenStreamComponents(source, tokens);
    }

    private static boolean isOfWord(int sign) {
        return Character.isLetterOrDigit(sign)
                || Character.getType(sign) == Character.NON_SPACING_MARK
                || Character.getType(sign) == Character.COMBINING_SPACING_MARK;
    }

    private List<String> tokens(String field, String text) {
        var found = new ArrayList<String>();
        try (var tokens = tokenStream(field, text)) {
            var term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) found.add(term.toString());
            tokens.end();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return found;
    }
}
