package de.stadtforum.search;

import org.springframework.ui.Model;

/// What every page that searches shows in the same way: the words, how much is found of them, and where it goes on.
public final class SearchPage {
    private SearchPage() {}

    /// @return nothing without words, and as long as the index is not ready
    public static Found fill(Model model, SearchIndex index, Question question) {
        var words = question.words() == null ? "" : question.words();
        var found = Found.NOTHING;
        if (!words.isBlank())
            try {
                found = index.find(question);
                model.addAttribute("result", Result.of(found));
            } catch (NotReady notYet) {
                model.addAttribute("result", Result.NOT_READY);
            }
        model.addAttribute("words", words);
        model.addAttribute("asked", !words.isBlank());
        model.addAttribute("next", found.next());
        model.addAttribute("begun", question.cursor() != null);
        return found;
    }
}
